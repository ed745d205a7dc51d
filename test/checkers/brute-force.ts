/**
 * The same questions answered by trying everything: all orders, all choices for what is unknown. For small histories only; the
 * checkers must agree with it on every one.
 */
import type { ConsistencyModel } from './anomaly.ts'
import type { Element, ListTransaction, Operation } from './history.ts'
import type { Model } from './model.ts'

/** Herlihy and Wing's definition, taken literally. */
export function isLinearizable<State, Call, Answer>(
  model: Model<State, Call, Answer>,
  operations: readonly Operation<Call, Answer>[],
): boolean {
  const possible = operations.filter(({ outcome }) => outcome.type !== 'fail')
  const place = (state: State, left: readonly Operation<Call, Answer>[]): boolean => {
    if (left.every(({ outcome }) => outcome.type === 'info')) return true
    return left.some((next) => {
      // Whoever ended before `next` started must have been placed.
      if (left.some(({ outcome, end }) => outcome.type === 'ok' && end < next.start)) return false
      if (next.outcome.type === 'fail') return false
      const after = model.step(state, next.call, next.outcome)
      if (after === undefined) return false
      return place(
        after,
        left.filter((operation) => operation !== next),
      )
    })
  }
  return place(model.initial, possible)
}

type Lists = ReadonlyMap<string, readonly Element[]>

/** Whether some commit order, with some of the unknown transactions, explains all reads under `model`. */
export function isExplained(
  model: ConsistencyModel,
  transactions: readonly ListTransaction[],
): boolean {
  const certain = transactions.filter(({ status }) => status === 'ok')
  const unknown = transactions.filter(({ status }) => status === 'info')
  for (let chosen = 0; chosen < 2 ** unknown.length; chosen++) {
    const happened = [...certain, ...unknown.filter((_, index) => (chosen >> index) & 1)]
    if (commit(model, happened, [], [new Map()])) return true
  }
  return false
}

/** `states[i]` is what the lists hold after the first `i` of `committed`. */
function commit(
  model: ConsistencyModel,
  left: readonly ListTransaction[],
  committed: readonly ListTransaction[],
  states: readonly Lists[],
): boolean {
  if (left.length === 0) return true
  return left.some((next) => {
    if (left.some((other) => mustPrecede(model, other, next))) return false
    const first = isSnapshotModel(model) ? 0 : committed.length
    for (let snapshot = committed.length; snapshot >= first; snapshot--) {
      const missed = committed.slice(snapshot)
      if (missed.some((other) => mustPrecede(model, other, next))) break
      if (missed.some((other) => writesSame(other, next))) break
      if (!readsAs(next, states[snapshot]!)) continue
      const rest = left.filter((transaction) => transaction !== next)
      const after = appended(next, states.at(-1)!)
      if (commit(model, rest, [...committed, next], [...states, after])) return true
    }
    return false
  })
}

function isSnapshotModel(model: ConsistencyModel): boolean {
  return model.toLowerCase().includes('snapshot')
}

function mustPrecede(
  model: ConsistencyModel,
  one: ListTransaction,
  other: ListTransaction,
): boolean {
  if (one.status !== 'ok' || !(one.end < other.start)) return false
  if (model.startsWith('str')) return true
  return model.startsWith('session') && one.process === other.process
}

function writesSame(one: ListTransaction, other: ListTransaction): boolean {
  const keys = keysAppendedTo(one)
  return keysAppendedTo(other).some((key) => keys.includes(key))
}

function keysAppendedTo({ steps }: ListTransaction): readonly string[] {
  return steps.flatMap((step) => (step.f === 'append' ? [step.key] : []))
}

function readsAs(transaction: ListTransaction, lists: Lists): boolean {
  const own = new Map(lists)
  return transaction.steps.every((step) => {
    const list = own.get(step.key) ?? []
    if (step.f === 'append') own.set(step.key, [...list, step.element])
    else if (step.elements !== undefined) {
      return JSON.stringify(step.elements) === JSON.stringify(list)
    }
    return true
  })
}

function appended({ steps }: ListTransaction, lists: Lists): Lists {
  const after = new Map(lists)
  for (const step of steps) {
    if (step.f === 'append') after.set(step.key, [...(after.get(step.key) ?? []), step.element])
  }
  return after
}
