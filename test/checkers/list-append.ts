/**
 * Which isolation a history of list-append transactions shows, and by which anomalies it breaks what it breaks (Adya, 1999;
 * Kingsbury and Alvaro, "Elle", 2020).
 *
 * A model is kept if *some* order of the transactions that happened explains all that was read. The verdicts are exact, not only
 * free of false alarms: for serializability because every order that must hold is an edge, so that an order of the graph's nodes is an
 * order of the transactions; for snapshot isolation see snapshot-graph.ts and unread-choices.ts, the one place where a search may end
 * in `unknown`. What transactions of unknown outcome have to do with it: observation.ts.
 */
import {
  badReadAnomaly,
  conflictAnomaly,
  CONSISTENCY_MODELS,
  cycleAnomaly,
  MODELS_BY_TIME,
  type Anomaly,
  type ConsistencyModel,
} from './anomaly.ts'
import type { ListTransaction, Verdict } from './history.ts'
import { badReads } from './transactions/bad-reads.ts'
import { findCycles } from './transactions/cycles.ts'
import { dependencies, TIME_ORDERS, type TimeOrder } from './transactions/dependencies.ts'
import { keyOrders, type KeyOrder } from './transactions/key-order.ts'
import { observe, type Participant } from './transactions/observation.ts'
import { snapshotGraph } from './transactions/snapshot-graph.ts'
import { chooseUnreadOrders } from './transactions/unread-choices.ts'

export interface ListAppendResult {
  /** By the model asked for. */
  readonly verdict: Verdict
  readonly models: Readonly<Record<ConsistencyModel, Verdict>>
  /** All kinds that were found, an example or a few of each, also those that the model asked for permits. */
  readonly anomalies: readonly Anomaly[]
  /** Why the verdict is what it is. */
  readonly explanation: string
}

export interface ListAppendOptions {
  /** The model that decides the verdict. Default `strictSerializable`. */
  readonly model?: ConsistencyModel
}

const BAD_READS_PER_KIND_MAX = 3

/** Throws `HistoryError` for transactions that contradict the rules of history.ts. */
export function checkListAppend(
  transactions: readonly ListTransaction[],
  options: ListAppendOptions = {},
): ListAppendResult {
  const observation = observe(transactions)
  const orders = keyOrders(observation)
  const { participants } = observation
  const bad = badReads(observation, orders, BAD_READS_PER_KIND_MAX)
  const anomalies: Anomaly[] = bad.map(badReadAnomaly)
  const start: Verdict = bad.length > 0 ? 'invalid' : 'valid'
  const models = Object.fromEntries(CONSISTENCY_MODELS.map((model) => [model, start])) as Record<
    ConsistencyModel,
    Verdict
  >
  for (const time of TIME_ORDERS) {
    const found = checkTimeOrder(participants, orders, time)
    const { order, snapshot } = MODELS_BY_TIME[time]
    models[order] = worse(models[order], found.order)
    models[snapshot] = worse(models[snapshot], found.snapshot)
    anomalies.push(...found.anomalies.filter((anomaly) => !isTold(anomaly, anomalies)))
  }
  const model = options.model ?? 'strictSerializable'
  const verdict = models[model]
  return {
    verdict,
    models,
    anomalies,
    explanation: explain(transactions, model, verdict, anomalies),
  }
}

/** Whether one of `anomalies` has the same name, or is a cycle of the same transactions that rules out as much. */
function isTold({ name, transactions, rulesOut }: Anomaly, anomalies: readonly Anomaly[]): boolean {
  return anomalies.some((told) => {
    if (told.name === name) return true
    return (
      told.cycle.length === transactions.length &&
      transactions.every((transaction) => told.transactions.includes(transaction)) &&
      rulesOut.every((model) => told.rulesOut.includes(model))
    )
  })
}

interface TimeOrderFindings {
  readonly order: Verdict
  readonly snapshot: Verdict
  readonly anomalies: readonly Anomaly[]
}

function checkTimeOrder(
  participants: readonly Participant[],
  orders: readonly KeyOrder[],
  time: TimeOrder,
): TimeOrderFindings {
  const graph = dependencies(participants, orders, time)
  const { cycles, isAcyclic, permitsSnapshots, components } = findCycles(graph, participants.length)
  const anomalies = cycles.map((cycle) => cycleAnomaly(cycle, participants, orders))
  if (isAcyclic) return { order: 'valid', snapshot: 'valid', anomalies }
  if (!permitsSnapshots) return { order: 'invalid', snapshot: 'invalid', anomalies }
  const doubled = snapshotGraph(graph)
  const choice = chooseUnreadOrders(orders, components, doubled)
  switch (choice.kind) {
    case 'possible':
      return { order: 'invalid', snapshot: 'valid', anomalies }
    case 'unknown':
      return { order: 'invalid', snapshot: 'unknown', anomalies }
    case 'impossible': {
      const conflict = conflictAnomaly(choice.pair, time, participants, orders, doubled)
      return { order: 'invalid', snapshot: 'invalid', anomalies: [...anomalies, conflict] }
    }
  }
}

function worse(one: Verdict, other: Verdict): Verdict {
  if (one === 'invalid' || other === 'invalid') return 'invalid'
  return one === 'unknown' || other === 'unknown' ? 'unknown' : 'valid'
}

function explain(
  transactions: readonly ListTransaction[],
  model: ConsistencyModel,
  verdict: Verdict,
  anomalies: readonly Anomaly[],
): string {
  switch (verdict) {
    case 'valid':
      return `some order of the ${transactions.length} transactions is ${model}`
    case 'unknown':
      return `no cycle rules out ${model}, but the search for an order of unread appends was given up`
    case 'invalid':
      return anomalies
        .filter(({ rulesOut }) => rulesOut.includes(model))
        .map(({ name, explanation }) => `${name}: ${explanation}`)
        .join('\n')
  }
}
