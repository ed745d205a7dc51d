/** What is said of a seed that failed. */
import { inspect } from 'node:util'
import { describeFault } from './faults.ts'
import { flags, replayCommand } from './flags.ts'
import type { SimulationResult } from './simulation.ts'

export function failureText(result: SimulationResult): string {
  const { seed, violation, plan, lastEvents, description } = result
  const { cause } = violation ?? {}
  return [
    `\nseed ${seed} FAILED: ${description}`,
    violation?.stack ?? '',
    ...(cause === undefined ? [] : [`because of ${causeText(cause)}`]),
    '\nfaults:',
    ...plan.map((fault) => `  ${describeFault(fault)}`),
    '\nlast events:',
    ...lastEvents.slice(-flags.shownEvents).map((line) => `  ${line}`),
    `\nreplay: ${replayCommand(seed)}`,
  ].join('\n')
}

function causeText(cause: unknown): string {
  if (cause instanceof Error) return cause.stack ?? cause.message
  return inspect(cause)
}
