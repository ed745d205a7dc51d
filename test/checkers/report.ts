/** One file of recorded history, checked: a report for each history that it holds. */
import { checkLinearizable, type LinearizabilityOptions } from './linearizability.ts'
import type { Anomaly, ConsistencyModel } from './anomaly.ts'
import { checkListAppend } from './list-append.ts'
import type { ListTransaction, Operation, Verdict } from './history.ts'
import type { Model } from './model.ts'
import { registerOperations, storeOperations, textOperations } from './operations-of.ts'
import { isCollection, readRequests } from './read-history.ts'
import { registerModel } from './register-model.ts'
import { storeModel } from './store-model.ts'
import { textModel } from './text-model.ts'
import { anomalyTimeline, operationsTimeline, type Timeline } from './timeline.ts'
import { listTransactions, readNamedHistories } from './transactions-of.ts'

/** What the requests of a history are. */
export const HISTORY_KINDS = ['register', 'list-append', 'kv', 'store'] as const
export type HistoryKind = (typeof HISTORY_KINDS)[number]

export interface CheckOptions extends LinearizabilityOptions {
  readonly kind: HistoryKind
  /** For `list-append`. */
  readonly model: ConsistencyModel
}

export interface HistoryReport {
  /** The file, and the history's own name if the file holds several. */
  readonly history: string
  readonly verdict: Verdict
  readonly explanation: string
  /** For programs. */
  readonly details: Readonly<Record<string, unknown>>
  readonly timelines: readonly Timeline[]
}

/** Throws `HistoryError` for a text that cannot be read as such a history. */
export function checkText(
  text: string,
  file: string,
  options: CheckOptions,
): readonly HistoryReport[] {
  if (options.kind === 'list-append' && isCollection(text, file)) {
    return readNamedHistories(text, file).map(({ name, transactions }) =>
      transactionReport(`${file}: ${name}`, transactions, options.model),
    )
  }
  const requests = readRequests(text, file)
  switch (options.kind) {
    case 'register':
      return [operationReport(file, registerModel, registerOperations(requests), options)]
    case 'kv':
      return [operationReport(file, textModel, textOperations(requests), options)]
    case 'store':
      return [operationReport(file, storeModel, storeOperations(requests), options)]
    case 'list-append':
      return [transactionReport(file, listTransactions(requests), options.model)]
  }
}

function operationReport<State, Call, Answer>(
  history: string,
  model: Model<State, Call, Answer>,
  operations: readonly Operation<Call, Answer>[],
  options: LinearizabilityOptions,
): HistoryReport {
  const result = checkLinearizable(model, operations, options)
  const { verdict, explanation } = result
  switch (verdict) {
    case 'valid':
      return { history, verdict, explanation, details: {}, timelines: [] }
    case 'unknown':
      return { history, verdict, explanation, details: { keys: result.keys }, timelines: [] }
    case 'invalid': {
      const ids = (of: readonly Operation<Call, Answer>[]): readonly number[] =>
        of.map(({ id }) => id)
      const details = {
        key: result.key,
        order: ids(result.order),
        unplaced: ids(result.unplaced),
        unknown: ids(result.unknown),
      }
      const timelines = [operationsTimeline(history, model, result)]
      return { history, verdict, explanation, details, timelines }
    }
  }
}

function transactionReport(
  history: string,
  transactions: readonly ListTransaction[],
  model: ConsistencyModel,
): HistoryReport {
  const { verdict, models, anomalies, explanation } = checkListAppend(transactions, { model })
  const details = { model, models, anomalies: anomalies.map(anomalyDetails) }
  const timelines = anomalies
    .filter(({ rulesOut }) => rulesOut.includes(model))
    .map((anomaly) => anomalyTimeline(history, anomaly))
  return { history, verdict, explanation, details, timelines }
}

function anomalyDetails(anomaly: Anomaly): Readonly<Record<string, unknown>> {
  return { ...anomaly, transactions: anomaly.transactions.map(({ id }) => id) }
}
