/**
 * One key's operations as the search wants them: the answers in the order in which they came, each with what was under way
 * then. Between two answers nothing new is learned that could refute, so the search goes from answer to answer.
 */
import { groupBy } from './group-by.ts'
import type { Operation } from './history.ts'
import type { Model, Seen } from './model.ts'

/** An operation that may have happened, numbered in order of its start. */
export interface Placeable<Call, Answer> {
  readonly number: number
  readonly operation: Operation<Call, Answer>
  readonly seen: Seen<Answer>
  readonly isWithoutEffect: boolean
  readonly isOverwrite: boolean
}

/** One known answer came. */
interface Completion {
  /** Whose answer: the operation must have happened before now. */
  readonly due: number
  /** Operations with a known answer that had started and not been answered before now, `due` first. */
  readonly open: readonly number[]
  /** So many of the operations of unknown outcome had started. */
  readonly unknownCount: number
}

export interface KeyTimeline<Call, Answer> {
  readonly placeables: readonly Placeable<Call, Answer>[]
  readonly completions: readonly Completion[]
  /** Numbers of the operations of unknown outcome, in order of their start. */
  readonly unknown: readonly number[]
  /** The operations of unknown outcome, those that ask the same together: each group in order of start. */
  readonly unknownGroups: readonly (readonly number[])[]
}

/**
 * Operations that failed are left out, and so is what reads with an unknown outcome: neither says anything. Where a start and
 * an end have the same time the start counts as first, so that either order is possible.
 */
export function keyTimeline<State, Call, Answer>(
  model: Model<State, Call, Answer>,
  operations: readonly Operation<Call, Answer>[],
): KeyTimeline<Call, Answer> {
  const placeables = operations
    .flatMap((operation) => {
      const { outcome } = operation
      if (outcome.type === 'fail') return []
      const isWithoutEffect = model.isWithoutEffect(operation.call, outcome)
      if (outcome.type === 'info' && isWithoutEffect) return []
      const isOverwrite = model.isOverwrite(operation.call, outcome)
      return [{ operation, seen: outcome, isWithoutEffect, isOverwrite }]
    })
    .sort((one, other) => one.operation.start - other.operation.start)
    .map((placeable, number) => ({ number, ...placeable }))
  const byEnd = placeables
    .filter(({ seen }) => seen.type === 'ok')
    .sort((one, other) => one.operation.end - other.operation.end)
  const unknown: number[] = []
  const completions: Completion[] = []
  let open: number[] = []
  let started = 0
  for (const { number: due, operation } of byEnd) {
    for (; started < placeables.length; started++) {
      const next = placeables[started]!
      if (next.operation.start > operation.end) break
      ;(next.seen.type === 'ok' ? open : unknown).push(started)
    }
    const others = open.filter((number) => number !== due)
    completions.push({ due, open: [due, ...others], unknownCount: unknown.length })
    open = others
  }
  const unknownGroups = [
    ...groupBy(unknown, (number) => askedText(placeables[number]!.operation.call)).values(),
  ]
  return { placeables, completions, unknown, unknownGroups }
}

function askedText(call: unknown): string {
  return JSON.stringify(call, (_, value: unknown) =>
    typeof value === 'bigint' ? { bigint: String(value) } : value,
  )
}
