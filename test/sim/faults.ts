/**
 * Faults as plain data. A plan is a list of them with their times, made from a seed before the run begins, so that it can
 * be printed, shortened and run again. A fault carries every number that it needs: taking one out of a plan changes
 * nothing about the others.
 *
 * Nodes are numbers from 1. `leader` stands for whoever leads the shard `of` when the fault strikes (counted modulo the
 * number of shards): such faults bite much harder than those that hit somebody.
 */
import type { Random } from '../../src/base/random.ts'
import type { SeededRandom } from '../../src/base/random.ts'

/** Who is hit. */
export type Victim = { readonly node: number } | { readonly leaderOf: number }

export type Link = readonly [from: number, to: number]

type FaultAction =
  // ---- network
  | { readonly kind: 'delay'; readonly meanMs: number; readonly victim: Victim | undefined }
  | { readonly kind: 'loss'; readonly rate: number; readonly victim: Victim | undefined }
  | { readonly kind: 'duplicate'; readonly rate: number }
  | { readonly kind: 'reorder'; readonly rate: number }
  /** Nobody outside reaches the victims, nor they them. */
  | {
      readonly kind: 'isolate'
      readonly victims: readonly Victim[]
      /** Clients reach everybody, only those outside, or half of them only the victims and the others only those outside. */
      readonly clients: 'everywhere' | 'outside' | 'split'
    }
  /**
   * Again and again whoever leads the shard `of` is cut off with half of the clients, for long enough that the others elect
   * another leader while it believes that it leads.
   */
  | { readonly kind: 'depose'; readonly of: number; readonly times: number }
  /** One direction only: what the victim sends, or what is sent to it. */
  | { readonly kind: 'one-way'; readonly victim: Victim; readonly sends: boolean }
  /** Two nodes do not reach each other, everybody else reaches both. */
  | { readonly kind: 'partial'; readonly links: readonly Link[] }
  | { readonly kind: 'flap'; readonly victim: Victim; readonly periodMs: number }
  /** Links are cut one by one, then mended in another order. */
  | { readonly kind: 'swizzle'; readonly cut: readonly Link[]; readonly mend: readonly Link[] }
  // ---- process
  /** `after`: at so many disk or engine operations from now, in the middle of whatever they belong to. */
  | {
      readonly kind: 'crash'
      readonly victim: Victim
      readonly downMs: number
      readonly after: { readonly operations: number; readonly of: 'disk' | 'engine' } | undefined
      /** How long others believe in its connections. */
      readonly noticeMs: number
    }
  | { readonly kind: 'crash-all'; readonly downMs: readonly number[] }
  /**
   * The power fails everywhere, after the disks of all but one have stood still. That one, whose clock may be ahead, comes back
   * last: what the others have promised must be on their disks, which for a while are slow.
   */
  | {
      readonly kind: 'blackout'
      readonly victim: Victim
      readonly aheadMs: number
      readonly stalls: boolean
      readonly downMs: number
      readonly slowMeanMs: number
    }
  | { readonly kind: 'restart'; readonly victim: Victim }
  | { readonly kind: 'rolling-restart' }
  | { readonly kind: 'pause'; readonly victim: Victim }
  | { readonly kind: 'clock-jump'; readonly victim: Victim; readonly byMs: number }
  | { readonly kind: 'clock-drift'; readonly victim: Victim; readonly rate: number }
  /** The disk is gone; the node tries to begin anew after a while, and is refused. */
  | { readonly kind: 'wipe'; readonly victim: Victim }
  // ---- clients
  /** A client's process dies in the middle of a request; another client asks what became of it. Counted modulo their number. */
  | { readonly kind: 'client-crash'; readonly client: number; readonly noticeMs: number }
  /** The connections of all clients to a node break: what they had asked is asked again elsewhere, while the node works on it. */
  | { readonly kind: 'reset'; readonly victim: Victim }
  // ---- disk
  | { readonly kind: 'disk-slow'; readonly victim: Victim; readonly meanMs: number }
  | { readonly kind: 'disk-stall'; readonly victim: Victim }
  /** One operation fails; the node ends and is started again. */
  | {
      readonly kind: 'disk-error'
      readonly victim: Victim
      readonly operation: 'write' | 'sync' | 'read' | 'engine'
      readonly downMs: number
    }
  | { readonly kind: 'disk-full'; readonly victim: Victim; readonly freeBytes: number }
  /** One byte of an old part of the log changes; the node reads it again when it starts. */
  | {
      readonly kind: 'bit-rot'
      readonly victim: Victim
      readonly place: number
      readonly mask: number
    }
  // ---- operations
  | { readonly kind: 'transfer'; readonly of: number; readonly to: number }
  /** The shard `of` is split at this part of its range; `crash`: whoever leads it then dies so many milliseconds later. */
  | {
      readonly kind: 'split'
      readonly of: number
      readonly place: number
      readonly crashAfterMs: number | undefined
    }

export type FaultKind = FaultAction['kind']

export type Fault = FaultAction & {
  /** Milliseconds after the workloads began. */
  readonly atMs: number
  /** How long it lasts, for those that last. */
  readonly forMs: number
}

export const FAULT_KINDS = [
  'delay',
  'loss',
  'duplicate',
  'reorder',
  'isolate',
  'depose',
  'one-way',
  'partial',
  'flap',
  'swizzle',
  'crash',
  'crash-all',
  'blackout',
  'restart',
  'rolling-restart',
  'pause',
  'clock-jump',
  'clock-drift',
  'wipe',
  'client-crash',
  'reset',
  'disk-slow',
  'disk-stall',
  'disk-error',
  'disk-full',
  'bit-rot',
  'transfer',
  'split',
] as const satisfies readonly FaultKind[]

/** How often a kind is drawn, relative to the others. */
const WEIGHTS: Readonly<Record<FaultKind, number>> = {
  delay: 2,
  loss: 2,
  duplicate: 1,
  reorder: 1,
  isolate: 4,
  depose: 1.5,
  'one-way': 2,
  partial: 2,
  flap: 2,
  swizzle: 2,
  crash: 8,
  'crash-all': 1,
  blackout: 1.5,
  restart: 1,
  'rolling-restart': 0.5,
  pause: 3,
  'clock-jump': 2,
  'clock-drift': 2,
  wipe: 0.5,
  'client-crash': 3,
  reset: 3,
  'disk-slow': 2,
  'disk-stall': 2,
  'disk-error': 2,
  'disk-full': 1,
  'bit-rot': 0.2,
  transfer: 6,
  split: 3,
}

interface PlanOptions {
  readonly nodes: number
  readonly durationMs: number
  /** Kinds that may be drawn. */
  readonly kinds: readonly FaultKind[]
  /** Mean time between faults. */
  readonly everyMs: number
  /** How much faster or slower a clock may run, at most: beyond the leases' margin where reads need no clock. */
  readonly driftMax: number
}

interface ActionOptions extends PlanOptions {
  readonly focus: Victim | undefined
}

/** One scenario needs this long, and needs the cluster to be well in between. */
const SCENARIO_MS = 5_000

/** The faults of one run, in the order of their times. */
export function makePlan(random: SeededRandom, options: PlanOptions): Fault[] {
  const { kinds, durationMs, everyMs } = options
  const faults: Fault[] = []
  // Who lost the disk for good must stay a minority.
  let lostDisks = 0
  let scenarioEndsMs = 0
  // Faults that come together like to hit the same one: alone, many of them are harmless.
  let focus: Victim | undefined
  if (kinds.length === 0) return faults
  for (let atMs = exponential(random, everyMs); atMs < durationMs;) {
    const kind = drawKind(random, kinds)
    const losesDisk = kind === 'wipe' || kind === 'bit-rot'
    const needsPeace = kind === 'blackout' || kind === 'depose'
    const isInTheWay = needsPeace && atMs < scenarioEndsMs
    if (needsPeace && !isInTheWay) scenarioEndsMs = atMs + SCENARIO_MS
    if (!isInTheWay && (!losesDisk || lostDisks++ === 0)) {
      const forMs = Math.min(30_000, 50 + exponential(random, random.float() < 0.3 ? 6_000 : 900))
      const action = makeAction(random.fork(), kind, { ...options, focus })
      if ('victim' in action) focus = action.victim
      else if ('victims' in action) [focus] = action.victims
      faults.push({ ...action, atMs: rounded(atMs), forMs: rounded(forMs) })
    }
    // Now and then several come at once: bugs like company.
    const together = random.float() < 0.35
    atMs += exponential(random, together ? 20 : everyMs)
    if (!together) focus = undefined
  }
  return faults
}

function drawKind(random: Random, kinds: readonly FaultKind[]): FaultKind {
  let place = random.float() * kinds.reduce((sum, kind) => sum + WEIGHTS[kind], 0)
  for (const kind of kinds) {
    place -= WEIGHTS[kind]
    if (place < 0) return kind
  }
  return kinds[kinds.length - 1]!
}

function makeAction(random: Random, kind: FaultKind, options: ActionOptions): FaultAction {
  switch (kind) {
    case 'delay':
    case 'loss':
    case 'duplicate':
    case 'reorder':
    case 'isolate':
    case 'depose':
    case 'one-way':
    case 'partial':
    case 'flap':
    case 'swizzle':
      return networkFault(random, kind, options)
    case 'disk-slow':
      return { kind, victim: victim(random, options), meanMs: rounded(5 + exponential(random, 60)) }
    case 'disk-stall':
    case 'pause':
    case 'restart':
    case 'reset':
    case 'wipe':
      return { kind, victim: victim(random, options) }
    case 'disk-error': {
      const operation = choose(random, ['write', 'write', 'sync', 'read', 'engine'] as const)
      return { kind, victim: victim(random, options), operation, downMs: downMs(random) }
    }
    case 'disk-full':
      return { kind, victim: victim(random, options), freeBytes: random.integer(0, 100_000) }
    case 'bit-rot': {
      const place = random.float()
      return { kind, victim: victim(random, options), place, mask: 1 << random.integer(0, 7) }
    }
    case 'client-crash': {
      const noticeMs = rounded(exponential(random, random.float() < 0.5 ? 5 : 10_000))
      return { kind, client: random.integer(0, 1023), noticeMs }
    }
    case 'crash':
      return crash(random, options)
    case 'crash-all':
      return { kind, downMs: Array.from({ length: options.nodes }, () => downMs(random)) }
    case 'blackout':
      return {
        kind,
        victim: { leaderOf: random.integer(0, 1023) },
        aheadMs: random.float() < 0.4 ? 0 : rounded(1_000 + random.float() * 2_000),
        stalls: random.float() < 0.5,
        downMs: rounded(2_000 + exponential(random, 2_000)),
        slowMeanMs: random.float() < 0.5 ? 0 : rounded(exponential(random, 30)),
      }
    case 'rolling-restart':
      return { kind }
    case 'clock-jump': {
      const byMs = choose(random, [50, 400, 2_000, 60_000])
      const sign = random.float() < 0.5 ? -1 : 1
      return { kind, victim: victim(random, options), byMs: rounded(sign * random.float() * byMs) }
    }
    case 'clock-drift': {
      const rate = 1 + (2 * random.float() - 1) * options.driftMax
      return { kind, victim: victim(random, options), rate }
    }
    case 'transfer':
      return { kind, of: random.integer(0, 1023), to: random.integer(1, options.nodes) }
    case 'split': {
      const crashes = random.float() < 0.4
      return {
        kind,
        of: random.integer(0, 1023),
        place: rounded(0.1 + 0.8 * random.float()),
        crashAfterMs: crashes ? rounded(exponential(random, 300)) : undefined,
      }
    }
  }
}

function networkFault(
  random: Random,
  kind: FaultKind &
    (
      | 'delay'
      | 'loss'
      | 'duplicate'
      | 'reorder'
      | 'isolate'
      | 'depose'
      | 'one-way'
      | 'partial'
      | 'flap'
      | 'swizzle'
    ),
  options: ActionOptions,
): FaultAction {
  switch (kind) {
    case 'delay': {
      const meanMs = rounded(exponential(random, random.float() < 0.2 ? 400 : 30))
      return { kind, meanMs, victim: perhapsVictim(random, options) }
    }
    case 'loss': {
      const rate = random.float() ** 2 * 0.5
      return { kind, rate, victim: perhapsVictim(random, options) }
    }
    case 'duplicate':
    case 'reorder':
      return { kind, rate: random.float() * 0.5 }
    case 'isolate': {
      const count = random.integer(1, Math.max(1, Math.floor((options.nodes - 1) / 2)))
      const victims = Array.from({ length: count }, () => victim(random, options))
      const clients = choose(random, ['everywhere', 'outside', 'split', 'split'] as const)
      return { kind, victims, clients }
    }
    case 'depose':
      return { kind, of: random.integer(0, 1023), times: random.integer(1, 2) }
    case 'one-way':
      return { kind, victim: victim(random, options), sends: random.float() < 0.5 }
    case 'partial':
      return { kind, links: someLinks(random, options, 0.4) }
    case 'flap':
      return {
        kind,
        victim: victim(random, options),
        periodMs: rounded(20 + exponential(random, 300)),
      }
    case 'swizzle': {
      const cut = shuffled(random, someLinks(random, options, 0.7))
      return { kind, cut, mend: shuffled(random, cut) }
    }
  }
}

function crash(random: Random, options: ActionOptions): FaultAction {
  const at = random.float()
  const after =
    at < 0.4
      ? undefined
      : {
          operations: random.integer(1, 30),
          of: at < 0.75 ? ('disk' as const) : ('engine' as const),
        }
  const noticeMs = random.float() < 0.5 ? 1 : rounded(exponential(random, 3_000))
  return { kind: 'crash', victim: victim(random, options), downMs: downMs(random), after, noticeMs }
}

/** Both directions of some pairs of nodes. */
function someLinks(random: Random, { nodes }: ActionOptions, share: number): Link[] {
  const links: Link[] = []
  for (let one = 1; one <= nodes; one++) {
    for (let other = one + 1; other <= nodes; other++) {
      if (random.float() < share || (links.length === 0 && one === nodes - 1)) {
        links.push([one, other], [other, one])
      }
    }
  }
  return links
}

function victim(random: Random, { nodes, focus }: ActionOptions): Victim {
  if (focus !== undefined && random.float() < 0.8) return focus
  return random.float() < 0.5
    ? { node: random.integer(1, nodes) }
    : { leaderOf: random.integer(0, 1023) }
}

function perhapsVictim(random: Random, options: ActionOptions): Victim | undefined {
  return random.float() < 0.5 ? undefined : victim(random, options)
}

function downMs(random: Random): number {
  return rounded(random.float() < 0.3 ? 1 : exponential(random, 3_000))
}

export function exponential(random: Random, mean: number): number {
  return -Math.log(1 - random.float()) * mean
}

export function choose<Item>(random: Random, items: readonly Item[]): Item {
  return items[random.integer(0, items.length - 1)]!
}

export function shuffled<Item>(random: Random, items: readonly Item[]): Item[] {
  const all = [...items]
  for (let last = all.length - 1; last > 0; last--) {
    const other = random.integer(0, last)
    const item = all[last]!
    all[last] = all[other]!
    all[other] = item
  }
  return all
}

/** Times are printed and read by people. */
function rounded(ms: number): number {
  return Math.round(ms * 1000) / 1000
}

/** One line for people. */
export function describeFault({ atMs, forMs, ...action }: Fault): string {
  const { kind, ...rest } = action
  return `${(atMs / 1000).toFixed(3)} s  ${kind} for ${forMs} ms ${JSON.stringify(rest)}`
}
