/**
 * Which isolation a history of list-append transactions shows, and by which anomalies it breaks what it breaks (Adya, 1999;
 * Kingsbury and Alvaro, "Elle", 2020).
 *
 * A model is kept if *some* order of the transactions that happened explains all that was read. The verdicts are exact, not only
 * free of false alarms: for serializability because every order that must hold is an edge, so that an order of the graph's nodes is an
 * order of the transactions; for snapshot isolation see snapshot-graph.ts and unread-choices.ts, the one place where a search may end
 * in `unknown`. What transactions of unknown outcome have to do with it: observation.ts.
 */
import { badReads, type BadRead } from './transactions/bad-reads.ts'
import { findCycles, type CycleName, type NamedCycle } from './transactions/cycles.ts'
import {
  dependencies,
  TIME_ORDERS,
  type EdgeKind,
  type TimeOrder,
} from './transactions/dependencies.ts'
import { keyOrders, type KeyOrder } from './transactions/key-order.ts'
import { observe, type Participant } from './transactions/observation.ts'
import { reasonOf } from './transactions/reasons.ts'
import { snapshotGraph } from './transactions/snapshot-graph.ts'
import { chooseUnreadOrders } from './transactions/unread-choices.ts'
import type { ListTransaction, Verdict } from './history.ts'

/**
 * What a history may be held against. Snapshot isolation: read from a prefix of the commit order, first committer wins. `strict` and
 * `strong`: order and snapshots respect real time; `session`: the order in each process.
 */
export const CONSISTENCY_MODELS = [
  'strictSerializable',
  'sessionSerializable',
  'serializable',
  'strongSnapshotIsolation',
  'sessionSnapshotIsolation',
  'snapshotIsolation',
] as const
export type ConsistencyModel = (typeof CONSISTENCY_MODELS)[number]

/** One step of a cycle, with the ids of its transactions. */
export interface DependencyStep {
  readonly from: number
  readonly to: number
  readonly kind: Exclude<EdgeKind, 'relay'>
  readonly reason: string
}

export interface Anomaly {
  /**
   * As Adya and Elle name it. `write-conflict`: two appends that nobody read, of which neither can have seen the other.
   */
  readonly name: BadRead['name'] | CycleName | 'write-conflict'
  readonly explanation: string
  readonly transactions: readonly ListTransaction[]
  /** Empty if the anomaly is no cycle. */
  readonly cycle: readonly DependencyStep[]
  readonly rulesOut: readonly ConsistencyModel[]
}

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

const MODELS_BY_TIME: Readonly<
  Record<TimeOrder, { order: ConsistencyModel; snapshot: ConsistencyModel }>
> = {
  none: { order: 'serializable', snapshot: 'snapshotIsolation' },
  process: { order: 'sessionSerializable', snapshot: 'sessionSnapshotIsolation' },
  realtime: { order: 'strictSerializable', snapshot: 'strongSnapshotIsolation' },
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
  const anomalies: Anomaly[] = bad.map((read) => ({
    ...read,
    cycle: [],
    rulesOut: CONSISTENCY_MODELS,
  }))
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
  const choice = chooseUnreadOrders(orders, components, snapshotGraph(graph))
  switch (choice.kind) {
    case 'possible':
      return { order: 'invalid', snapshot: 'valid', anomalies }
    case 'unknown':
      return { order: 'invalid', snapshot: 'unknown', anomalies }
    case 'impossible': {
      const { one, other, key } = choice.pair
      const pair = [one, other].map((number) => participants[number]!.transaction)
      const conflict: Anomaly = {
        name: 'write-conflict',
        explanation: `T${pair[0]!.id} and T${pair[1]!.id} both appended to ${key}, and nobody read what they appended: whichever came first, the other one's snapshot cannot have held it`,
        transactions: pair,
        cycle: [],
        rulesOut: modelsFrom(time, true),
      }
      return { order: 'invalid', snapshot: 'invalid', anomalies: [...anomalies, conflict] }
    }
  }
}

function cycleAnomaly(
  { name, shape, time, cycle }: NamedCycle,
  participants: readonly Participant[],
  orders: readonly KeyOrder[],
): Anomaly {
  const idOf = (number: number): number => participants[number]!.transaction.id
  const steps = cycle.map((step) => ({
    from: idOf(step.from),
    to: idOf(step.to),
    kind: step.kind,
    reason: reasonOf(step, participants, orders),
  }))
  const route = [...steps.map(({ from, kind }) => `T${from} –${kind}→ `), `T${steps[0]!.from}`]
  const isSnapshotCycle = shape !== 'G2-item'
  return {
    name,
    explanation: [`${route.join('')}:`, ...steps.map(({ reason }) => `- ${reason}`)].join('\n'),
    transactions: [...new Set(cycle.map(({ from }) => participants[from]!.transaction))],
    cycle: steps,
    rulesOut: modelsFrom(time, isSnapshotCycle),
  }
}

/** The models that respect `time`, or more than it: all of them, or only those that ask for one order. */
function modelsFrom(time: TimeOrder, withSnapshots: boolean): readonly ConsistencyModel[] {
  const respecting = TIME_ORDERS.slice(TIME_ORDERS.indexOf(time)).map(
    (later) => MODELS_BY_TIME[later],
  )
  return CONSISTENCY_MODELS.filter((model) =>
    respecting.some(
      ({ order, snapshot }) => model === order || (withSnapshots && model === snapshot),
    ),
  )
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
