/** The isolation models, and what breaks them: anomalies, with an explanation for people. */
import type { ListTransaction } from './history.ts'
import type { BadRead } from './transactions/bad-reads.ts'
import { type CycleName, type NamedCycle } from './transactions/cycles.ts'
import {
  edgeLabel,
  TIME_ORDERS,
  type EdgeKind,
  type TimeOrder,
} from './transactions/dependencies.ts'
import type { Digraph } from './transactions/digraph.ts'
import type { KeyOrder } from './transactions/key-order.ts'
import type { Participant } from './transactions/observation.ts'
import { cycleOf, PathSearch, type Cycle } from './transactions/path-search.ts'
import { reasonOf } from './transactions/reasons.ts'
import type { Pair } from './transactions/unread-choices.ts'

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
interface DependencyStep {
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

/** What order in time each model respects, and by which rule. */
export const MODELS_BY_TIME: Readonly<
  Record<TimeOrder, { order: ConsistencyModel; snapshot: ConsistencyModel }>
> = {
  none: { order: 'serializable', snapshot: 'snapshotIsolation' },
  process: { order: 'sessionSerializable', snapshot: 'sessionSnapshotIsolation' },
  realtime: { order: 'strictSerializable', snapshot: 'strongSnapshotIsolation' },
}
export function badReadAnomaly(read: BadRead): Anomaly {
  return { ...read, cycle: [], rulesOut: CONSISTENCY_MODELS }
}

export function cycleAnomaly(
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

/**
 * Neither of `pair` can have come first. Where that needs no assumption on other pairs, the cycles that would close are told.
 * `doubled`: see snapshot-graph.ts.
 */
export function conflictAnomaly(
  { one, other, key }: Pair,
  time: TimeOrder,
  participants: readonly Participant[],
  orders: readonly KeyOrder[],
  doubled: Digraph,
): Anomaly {
  const transactions = [one, other].map((number) => participants[number]!.transaction)
  const nameOf = (number: number): string => `T${participants[number]!.transaction.id}`
  const lines = [
    `${nameOf(one)} and ${nameOf(other)} both appended to ${key}, and nobody read what they appended: whichever came first, the other one's snapshot cannot have held it`,
  ]
  for (const [first, second] of [
    [one, other],
    [other, one],
  ] as const) {
    const steps = wayBack(first, second, participants.length, doubled)
    if (steps === undefined) continue
    lines.push(
      `- were ${nameOf(first)} first: ${nameOf(first)} –ww→ ${steps.map(({ from, kind }) => `${nameOf(from)} –${kind}→ `).join('')}${nameOf(first)}`,
      ...steps.map((step) => `  - ${reasonOf(step, participants, orders)}`),
    )
  }
  return {
    name: 'write-conflict',
    explanation: lines.join('\n'),
    transactions,
    cycle: [],
    rulesOut: modelsFrom(time, true),
  }
}

/** The steps that lead back to `first` if `second` is the next after it by `ww`. */
function wayBack(
  first: number,
  second: number,
  participantCount: number,
  doubled: Digraph,
): Cycle | undefined {
  const search = new PathSearch(doubled, (half) => half >> 1 >= participantCount)
  const ways = [first * 2, first * 2 + 1].flatMap((half) => {
    const way = search.shortest(second * 2, half)
    return way === undefined ? [] : [way]
  })
  const way = ways.sort((left, right) => left.length - right.length)[0]
  if (way === undefined) return undefined
  const assumed = { from: first * 2, to: second * 2, label: edgeLabel('ww') }
  const cycle = cycleOf([assumed, ...way], (half) =>
    half >> 1 < participantCount ? half >> 1 : undefined,
  )
  const start = cycle.findIndex(({ from, to }) => from === first && to === second)
  return [...cycle.slice(start + 1), ...cycle.slice(0, start)]
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
