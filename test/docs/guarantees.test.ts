/** docs/GUARANTEES.md names what holds each promise: it must be there. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const PROJECT = join(import.meta.dirname, '..', '..')
const TEXT = readFileSync(join(PROJECT, 'docs/GUARANTEES.md'), 'utf8')

/** One file that a row names, and the beginning of a test's name in it, if it says which. */
interface Holder {
  readonly promise: string
  readonly file: string
  readonly name: string | undefined
}

/** `test/file.test.ts`: name, `test/another.ts` */
function holdersOf(row: string): Holder[] {
  const cells = row.split(/(?<!\\)\|/).map((cell) => cell.trim())
  const [promise = '', held = ''] = [cells[1], cells.at(-2)]
  return held.split(/, (?=`test\/)/).map((part) => {
    const match = /^`+(test\/[\w./-]+)`+(?:: (.+))?$/.exec(part)
    assert(match !== null, `not a test: ${part}`)
    return { promise, file: match[1]!, name: match[2] }
  })
}

const ROWS = TEXT.split('\n').filter((line) => line.startsWith('|') && line.includes('`test/'))

describe('docs/GUARANTEES.md', () => {
  it('says of every promise what holds it', () => {
    const tables = TEXT.split('\n').filter((line) => line.startsWith('| ') && !/^\| -/.test(line))
    const heads = tables.filter((line) => / held by +\|$/.test(line))
    assert.equal(tables.length - heads.length, ROWS.length, 'a row without a test')
    assert.ok(ROWS.length > 60)
  })

  for (const { promise, file, name } of ROWS.flatMap(holdersOf)) {
    it(`names what there is: ${file}${name === undefined ? '' : `: ${name}`}`, () => {
      assert.ok(existsSync(join(PROJECT, file)), promise)
      if (name === undefined) return
      const source = readFileSync(join(PROJECT, file), 'utf8')
      const isThere = ["it('", 'it(`', 'it("'].some((opening) => {
        return source.includes(opening + name)
      })
      assert.ok(isThere, `${promise}: no test "${name}…" in ${file}`)
    })
  }
})
