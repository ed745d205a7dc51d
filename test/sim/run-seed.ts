/** Runs one seed as the flags ask, and says what there is to say about it alone. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { failureText } from './failure.ts'
import { common, flags } from './flags.ts'
import { shrink } from './shrink.ts'
import { simulate, type SimulationOptions, type SimulationResult } from './simulation.ts'

export async function runSeed(
  seed: number,
  say: (text: string) => void,
): Promise<SimulationResult> {
  const options: SimulationOptions = { ...common, seed }
  const result = await simulate(options)
  if (flags.record) say(recordOf(result.recorded))
  if (flags.historyDirectory !== undefined) writeHistories(result, flags.historyDirectory, say)
  if (result.violation === undefined) return result
  say(failureText(result))
  if (flags.shrink) say(failureText(await shrink(options, result, say)))
  return result
}

function recordOf({ plan, ...options }: SimulationOptions): string {
  return [options, ...(plan ?? [])].map((line) => JSON.stringify(line)).join('\n')
}

/** The kind, which `check-history` wants to be told, is in the name. */
function writeHistories(
  { seed, histories }: SimulationResult,
  directory: string,
  say: (text: string) => void,
): void {
  mkdirSync(directory, { recursive: true })
  for (const [workload, { kind, lines }] of histories) {
    const file = join(directory, `seed-${seed}-${workload}.${kind}.jsonl`)
    writeFileSync(file, lines.map((line) => `${line}\n`).join(''))
    say(`npm run check-history -- --kind ${kind} ${file}`)
  }
}
