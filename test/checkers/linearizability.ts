/**
 * Is there an order of all operations, each taking effect at one moment between its start and its end, that explains every
 * answer? (Herlihy and Wing, 1990.) Keys are independent, so each has its own search; all searches take turns, because one key
 * may be hopeless where another one is refuted at once, and one refuted key refutes the history.
 */
import { groupBy } from './group-by.ts'
import { HistoryError, type Operation } from './history.ts'
import { KeySearch, type DeepestOrder } from './key-search.ts'
import type { Model } from './model.ts'

export interface LinearizabilityOptions {
  /** Steps of the model over all keys; when they are spent the verdict is `unknown`. Default 20 million: well below a minute. */
  readonly stepsMax?: number
  /** Configurations kept over all keys, about 200 bytes each. A key that exceeds it is given up. Default 1 million. */
  readonly configurationsMax?: number
}

export type LinearizabilityResult<State = unknown, Call = unknown, Answer = unknown> =
  | { readonly verdict: 'valid'; readonly explanation: string }
  | { readonly verdict: 'unknown'; readonly explanation: string; readonly keys: readonly string[] }
  | ({
      readonly verdict: 'invalid'
      readonly explanation: string
      readonly key: string
    } & DeepestOrder<State, Call, Answer>)

const STEPS_MAX = 20_000_000
const CONFIGURATIONS_MAX = 1_000_000
/** Steps of a key's first turn. Each later one is twice as long, up to a length that cannot exceed memory by much. */
const FIRST_TURN_STEPS = 2_000
const TURN_STEPS_MAX = 64_000

/** Throws `HistoryError` for operations that contradict the rules of history.ts. */
export function checkLinearizable<State, Call, Answer>(
  model: Model<State, Call, Answer>,
  operations: readonly Operation<Call, Answer>[],
  options: LinearizabilityOptions = {},
): LinearizabilityResult<State, Call, Answer> {
  demandTimes(operations)
  const searches = new Map<string, KeySearch<State, Call, Answer>>()
  for (const [key, ofKey] of groupBy(operations, (operation) => operation.key)) {
    searches.set(key, new KeySearch(model, ofKey))
  }
  const keyCount = searches.size
  const given: string[] = []
  let stepsLeft = options.stepsMax ?? STEPS_MAX
  let turn = FIRST_TURN_STEPS
  for (; searches.size > 0 && stepsLeft > 0; turn = Math.min(turn * 2, TURN_STEPS_MAX)) {
    for (const [key, search] of searches) {
      const steps = Math.min(turn, stepsLeft)
      const decided = search.run(steps)
      if (decided === 'invalid') return refuted(model, key, search.deepestOrder())
      if (decided === 'valid') searches.delete(key)
      else stepsLeft -= steps
      given.push(...giveUp(searches, options.configurationsMax ?? CONFIGURATIONS_MAX))
    }
  }
  const undecided = [...given, ...searches.keys()]
  if (undecided.length === 0) {
    const explanation = `${operations.length} operations on ${keyCount} keys have an order`
    return { verdict: 'valid', explanation }
  }
  const named = undecided.slice(0, 10).join(', ') + (undecided.length > 10 ? ', …' : '')
  const explanation = `the search was given up for ${undecided.length} of ${keyCount} keys (${named})`
  return { verdict: 'unknown', explanation, keys: undecided }
}

/** Drops the greatest searches until the others together hold at most `configurationsMax`. Returns their keys. */
function giveUp<State, Call, Answer>(
  searches: Map<string, KeySearch<State, Call, Answer>>,
  configurationsMax: number,
): readonly string[] {
  const given: string[] = []
  const count = (key: string): number => searches.get(key)!.configurationCount
  let total = 0
  for (const key of searches.keys()) total += count(key)
  while (total > configurationsMax) {
    const greatest = [...searches.keys()].reduce((one, other) =>
      count(other) > count(one) ? other : one,
    )
    total -= count(greatest)
    searches.delete(greatest)
    given.push(greatest)
  }
  return given
}

function demandTimes(operations: readonly Operation<unknown, unknown>[]): void {
  for (const { id, outcome, start, end } of operations) {
    if (Number.isNaN(start)) throw new HistoryError(`operation ${id} has no start`)
    if (outcome.type === 'ok' && !(end >= start)) {
      throw new HistoryError(`operation ${id} ends (at ${end}) before it starts (at ${start})`)
    }
  }
}

// ---- explanation -------------------------------------------------------------------------------------------------

/** How much of the order found is told: what matters is near its end. */
const TOLD_MAX = 6

function refuted<State, Call, Answer>(
  model: Model<State, Call, Answer>,
  key: string,
  deepest: DeepestOrder<State, Call, Answer>,
): LinearizabilityResult<State, Call, Answer> {
  const { order, state } = deepest
  const tell = (operation: Operation<Call, Answer>): string => describeOperation(model, operation)
  const last = order.slice(-TOLD_MAX).map((operation) => `  ${tell(operation)}`)
  const unplaced = deepest.unplaced.map((operation) => `  ${tell(operation)}`)
  const skipped = order.length - last.length
  const lines = [
    `key ${key}: no order explains these answers.`,
    `The order that goes furthest places ${order.length} operations${last.length > 0 ? ', the last of them' : ''}`,
    ...(skipped > 0 ? [`  … ${skipped} before`] : []),
    ...last,
    `Then the key holds ${model.describeState(state)}, and there is no place for`,
    ...unplaced,
    ...(deepest.unknown.length > 0
      ? [`(nor would it help that any of these happened, whose outcome is unknown:`]
      : []),
    ...deepest.unknown.slice(0, TOLD_MAX).map((operation) => `  ${tell(operation)}`),
    ...(deepest.unknown.length > TOLD_MAX ? [`  … ${deepest.unknown.length - TOLD_MAX} more`] : []),
  ]
  const explanation = `${lines.join('\n')}${deepest.unknown.length > 0 ? ')' : ''}`
  return { verdict: 'invalid', explanation, key, ...deepest }
}

/** One operation in a line: number, process, what and when. */
export function describeOperation<State, Call, Answer>(
  model: Model<State, Call, Answer>,
  { id, process, call, outcome, start, end }: Operation<Call, Answer>,
): string {
  const what = outcome.type === 'fail' ? 'failed' : model.describe(call, outcome)
  const when = outcome.type === 'ok' ? `${start} to ${end}` : `${start}, outcome unknown`
  return `#${id} by process ${process}: ${what} [${when}]`
}
