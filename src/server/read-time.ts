/**
 * At which time a read that need not be strict is read (05, "Guarantees"): one time for all shards that it touches, so that it is
 * one consistent cut.
 *
 * `snapshot` without a time is now. `stale` is the newest time that the replicas on this node have closed, as long as that is
 * fresh enough; else the oldest time that the client accepts, which leaders can nearly always answer without logging anything.
 */
import { timestamp, type Timestamp } from '../base/ids.ts'
import { wire } from '../net/protobuf.ts'
import { invalid } from '../net/request-context.ts'
import type { GatewayContext } from './gateway-context.ts'

/** How old a stale read may be where the client does not say. */
const STALENESS_DEFAULT_MS = 10_000

const { CONSISTENCY_STRICT, CONSISTENCY_SNAPSHOT } = wire.Consistency

/** What the requests of all reads say of it. */
export interface AskedConsistency {
  readonly at?: number | null
  readonly consistency?: wire.Consistency | null
  readonly maxStalenessMs?: number | null
  readonly floor?: number | null
}

export function isStrict({ consistency }: AskedConsistency): boolean {
  return (consistency ?? CONSISTENCY_STRICT) === CONSISTENCY_STRICT
}

/**
 * @param tokens one in each shard that is read
 * @throws RingKvError INVALID_ARGUMENT, CLOCK_AHEAD
 */
export function readTime(
  context: GatewayContext,
  asked: AskedConsistency,
  tokens: Iterable<number>,
): Timestamp {
  const at = timestamp(asked.at ?? 0)
  const floor = timestamp(asked.floor ?? 0)
  context.checkReadTime(floor)
  if (asked.consistency === CONSISTENCY_SNAPSHOT) {
    return at === 0 ? timestamp(Math.max(context.options.clock.now(), floor)) : at
  }
  if (at !== 0) throw invalid('a stale read chooses its time itself; read at a time by a snapshot')
  const now = context.options.clock.peek()
  const stalenessMs = asked.maxStalenessMs ?? 0
  const oldest = now - (stalenessMs === 0 ? STALENESS_DEFAULT_MS : stalenessMs) * 1000
  return timestamp(Math.max(1, oldest, floor, Math.min(now, closedUpTo(context, tokens))))
}

/** What the replicas on this node have closed of all these shards; 0 where one of them is not here. */
function closedUpTo(context: GatewayContext, tokens: Iterable<number>): number {
  const { shards } = context.cluster.view
  const { local } = context.router.options
  let least = Infinity
  for (const token of tokens) {
    const slot = shards.slotOf(token as Parameters<typeof shards.slotOf>[0])
    least = Math.min(least, local.closedUpTo(shards.shardAt(slot)))
  }
  return Number.isFinite(least) ? least : 0
}
