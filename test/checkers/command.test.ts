import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCheckHistory } from './command.ts'

const WRITE = [
  { process: 1, type: 'invoke', f: 'write', value: 7, time: 0 },
  { process: 1, type: 'ok', f: 'write', value: 7, time: 1 },
]
const readOf = (value: unknown): readonly object[] => [
  { process: '<2>', type: 'invoke', f: 'read', value: null, time: 2 },
  { process: '<2>', type: 'ok', f: 'read', value, time: 3 },
]
const SKEW = [
  { process: 1, type: 'invoke', f: 'txn', value: [], time: 0 },
  { process: 2, type: 'invoke', f: 'txn', value: [], time: 0 },
  { process: 1, type: 'ok', f: 'txn', value: [['r', 'x', []], ['append', 'y', 1]], time: 9 }, // prettier-ignore
  { process: 2, type: 'ok', f: 'txn', value: [['r', 'y', []], ['append', 'x', 1]], time: 9 }, // prettier-ignore
]

describe('check-history', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ringkv-histories-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  function file(name: string, events: readonly object[]): string {
    const path = join(folder, name)
    writeFileSync(path, events.map((event) => JSON.stringify(event)).join('\n'))
    return path
  }

  function run(...args: readonly string[]): { status: number; out: string; error: string } {
    let out = ''
    let error = ''
    const output = {
      out: (text: string) => (out += text),
      error: (text: string) => (error += text),
    }
    return { status: runCheckHistory(args, output), out, error }
  }

  it('exits with 0 if all are valid', () => {
    const path = file('good.jsonl', [...WRITE, ...readOf(7)])
    const { status, out } = run('--kind', 'register', path)
    assert.deepEqual([status, out], [0, `valid   ${path}\n`])
  })

  it('exits with 1 if one is invalid, and says why', () => {
    const good = file('good.jsonl', [...WRITE, ...readOf(7)])
    const bad = file('bad.jsonl', [...WRITE, ...readOf(null)])
    const { status, out } = run('--kind', 'register', bad, good)
    assert.equal(status, 1)
    assert.match(out, /^invalid .*bad\.jsonl\n {4}key register: no order.*read nothing.*\nvalid/s)
  })

  it('exits with 2 for a file that is missing or wrong, and for wrong usage', () => {
    const missing = run('--kind', 'register', join(folder, 'missing'))
    assert.deepEqual([missing.status, missing.out], [2, ''])
    assert.match(missing.error, /ENOENT/)
    const wrong = run('--kind', 'kv', file('h.jsonl', WRITE))
    assert.equal(wrong.status, 2)
    assert.match(wrong.error, /h\.jsonl:1: /)
    assert.equal(run('--kind', 'opera', 'x').status, 2)
    assert.equal(run('--kind', 'register').status, 2)
    assert.equal(run('--kind', 'register', '--steps', 'many', 'x').status, 2)
  })

  it('exits with 3 if nothing is invalid but something undecided', () => {
    const appends = Array.from({ length: 12 }, (_, process) => [
      { process, type: 'invoke', f: 'append', key: 'k', value: String(process), time: 0 },
      { process, type: 'ok', f: 'append', key: 'k', value: String(process), time: 100 },
    ]).flat()
    const reading = [
      { process: 99, type: 'invoke', f: 'get', key: 'k', value: null, time: 101 },
      { process: 99, type: 'ok', f: 'get', key: 'k', value: '?', time: 102 },
    ]
    const path = file('hard.jsonl', [...appends, ...reading])
    assert.equal(run('--kind', 'kv', '--configurations', '100', path).status, 3)
    assert.equal(run('--kind', 'kv', '--steps', '100', path).status, 3)
  })

  it('judges transactions by the model asked for', () => {
    const path = file('skew.jsonl', SKEW)
    assert.equal(run('--kind', 'list-append', path).status, 1)
    assert.equal(run('--kind', 'list-append', '--model', 'snapshotIsolation', path).status, 0)
  })

  it('prints JSON for programs', () => {
    const path = file('skew.jsonl', SKEW)
    const { out } = run('--kind', 'list-append', '-o', 'json', path)
    const [report] = JSON.parse(out) as [Record<string, unknown>]
    assert.equal(report['verdict'], 'invalid')
    assert.deepEqual(
      (report['anomalies'] as { name: string; transactions: number[] }[]).map(
        ({ name, transactions }) => [name, transactions],
      ),
      [['G2-item', [1, 2]]],
    )
  })

  it('draws what is wrong as a page that needs nothing else', () => {
    const page = join(folder, 'page.html')
    run('--kind', 'register', '--html', page, file('bad.jsonl', [...WRITE, ...readOf(null)]))
    const html = readFileSync(page, 'utf8')
    assert.match(html, /^<!doctype html>/)
    assert.match(html, /<svg .*process &lt;2&gt;.*<\/svg>/s)
    assert.doesNotMatch(html, /<script|<link|src=|<2>/)
    assert.equal(html.match(/<rect /g)?.length, 2)
    run('--kind', 'list-append', '--html', page, file('skew.jsonl', SKEW))
    assert.equal(readFileSync(page, 'utf8').match(/marker-end/g)?.length, 2)
    run('--kind', 'register', '--html', page, file('good.jsonl', [...WRITE, ...readOf(7)]))
    assert.match(readFileSync(page, 'utf8'), /Nothing is wrong/)
  })
})
