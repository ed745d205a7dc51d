/**
 * A picture of a bad history: who did what when, on one lane per process, what is wrong in red, and the arrows of a cycle. Times are
 * drawn by their order only, because only that counts.
 */
import { describeOperation } from './linearizability.ts'
import type { LinearizabilityResult } from './linearizability.ts'
import type { Anomaly } from './anomaly.ts'
import type { ListTransaction, Operation } from './history.ts'
import type { Model } from './model.ts'
import { shownList } from './transactions/observation.ts'

interface TimelineBar {
  readonly id: number
  readonly lane: string
  readonly start: number
  /** Infinity where the outcome is not known. */
  readonly end: number
  /** Short, inside the bar. */
  readonly label: string
  /** Whole, shown when pointed at. */
  readonly detail: string
  /** `wrong`: no place for it; `placed`: has its place in the order found; `open`: may have happened or not. */
  readonly role: 'wrong' | 'placed' | 'open'
}

interface TimelineArrow {
  readonly from: number
  readonly to: number
  readonly label: string
  readonly detail: string
}

export interface Timeline {
  readonly title: string
  readonly explanation: string
  readonly bars: readonly TimelineBar[]
  readonly arrows: readonly TimelineArrow[]
}

/** So many operations before the one that is refuted are drawn. */
const PLACED_MAX = 24
const UNKNOWN_MAX = 12

/** The end of the order found, numbered by place, and what finds no place behind it. */
export function operationsTimeline<State, Call, Answer>(
  title: string,
  model: Model<State, Call, Answer>,
  result: Extract<LinearizabilityResult<State, Call, Answer>, { verdict: 'invalid' }>,
): Timeline {
  const bar = (
    operation: Operation<Call, Answer>,
    role: TimelineBar['role'],
    place: string,
  ): TimelineBar => ({
    id: operation.id,
    lane: `process ${operation.process}`,
    start: operation.start,
    end: operation.outcome.type === 'ok' ? operation.end : Infinity,
    label: `${place}${operation.outcome.type === 'fail' ? '' : model.describe(operation.call, operation.outcome)}`,
    detail: describeOperation(model, operation),
    role,
  })
  const { order } = result
  const skipped = Math.max(0, order.length - PLACED_MAX)
  return {
    title: `${title}, key ${result.key}`,
    explanation: result.explanation,
    bars: [
      ...order
        .slice(skipped)
        .map((operation, index) => bar(operation, 'placed', `${skipped + index + 1}. `)),
      ...result.unplaced.map((operation) => bar(operation, 'wrong', '')),
      ...result.unknown.slice(-UNKNOWN_MAX).map((operation) => bar(operation, 'open', '')),
    ],
    arrows: [],
  }
}

/** The transactions of an anomaly, with the arrows of its cycle. */
export function anomalyTimeline(title: string, anomaly: Anomaly): Timeline {
  return {
    title: `${title}: ${anomaly.name}`,
    explanation: anomaly.explanation,
    bars: anomaly.transactions.map((transaction) => ({
      id: transaction.id,
      lane: `process ${transaction.process}`,
      start: transaction.start,
      end: transaction.status === 'ok' ? transaction.end : Infinity,
      label: `T${transaction.id} ${transaction.status === 'ok' ? '' : `(${transaction.status}) `}`,
      detail: describeTransaction(transaction),
      role: 'wrong',
    })),
    arrows: anomaly.cycle.map(({ from, to, kind, reason }) => ({
      from,
      to,
      label: kind,
      detail: reason,
    })),
  }
}

function describeTransaction({ id, process, status, steps }: ListTransaction): string {
  const told = steps.map((step) => {
    if (step.f === 'append') return `append ${JSON.stringify(step.element)} to ${step.key}`
    return `read ${step.elements === undefined ? '?' : shownList(step.elements)} from ${step.key}`
  })
  return `T${id} by process ${process} (${status}): ${told.join('; ')}`
}
