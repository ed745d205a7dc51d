/**
 * `npm run sim:mutants`: tries every mutant, a line each. Exit code 1 when one is not caught.
 *
 *   --only a,b   these mutants
 *   --list       say which there are, and try none
 *   --write      put the results into docs/MUTANTS.md
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { killAll } from './child.ts'
import { document } from './document.ts'
import { GROUPS, WITHOUT_MUTANT } from './rules/index.ts'
import { Trials, type Verdict } from './trial.ts'
import { Workspace } from './workspace.ts'

const PROJECT = join(import.meta.dirname, '..', '..')
const DOCUMENT = join(PROJECT, 'docs', 'MUTANTS.md')
const INTERRUPTED = 130

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    list: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
})

const ALL = GROUPS.flatMap(({ mutants }) => mutants)

function chosen(): typeof ALL {
  if (values.only === undefined) return ALL
  return values.only.split(',').map((name) => {
    const mutant = ALL.find((one) => one.name === name)
    if (mutant === undefined) throw new Error(`no mutant "${name}": see --list`)
    return mutant
  })
}

async function main(): Promise<number> {
  const mutants = chosen()
  if (values.list) {
    for (const { name, rule } of mutants) console.log(`${name.padEnd(44)} ${rule}`)
    return 0
  }
  const workspace = new Workspace(PROJECT)
  process.on('exit', () => {
    killAll()
    workspace.remove()
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => process.exit(INTERRUPTED))
  }
  const trials = new Trials(workspace)
  const verdicts = new Map<string, Verdict>()
  for (const [position, mutant] of mutants.entries()) {
    const startedMs = performance.now()
    const verdict = await trials.of(mutant)
    verdicts.set(mutant.name, verdict)
    const seconds = ((performance.now() - startedMs) / 1000).toFixed(0)
    const place = `${position + 1}/${mutants.length}`
    console.log(`${place} ${verdict.kind.padEnd(8)} ${mutant.name} (${seconds} s): ${verdict.how}`)
    if (values.write) await writeDocument(verdicts)
  }
  const missed = [...verdicts.values()].filter(({ kind }) => kind !== 'caught').length
  console.log(`${verdicts.size} mutants, ${missed} not caught`)
  return missed === 0 ? 0 : 1
}

async function writeDocument(verdicts: ReadonlyMap<string, Verdict>): Promise<void> {
  const previous = existsSync(DOCUMENT) ? readFileSync(DOCUMENT, 'utf8') : ''
  writeFileSync(DOCUMENT, await document(DOCUMENT, previous, GROUPS, verdicts, WITHOUT_MUTANT))
}

process.exitCode = await main()
