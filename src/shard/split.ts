/**
 * Splits (06): the tokens of a shard from one token on become another shard, the child, on the same nodes.
 *
 * The command names both epoch counters and takes effect at apply only if they are still those, the membership is not changing and
 * nothing is prepared. So the halves begin without locks, and a transaction that is under way has either all or nothing of
 * its records in what is inherited. Whatever else lies in the log under the old range epoch has no effect behind it.
 *
 * The child's history is the parent's: it inherits the last stamp and the clock, the ceiling, what is closed, GC points, dropped
 * keyspaces, the incarnation, all outcomes and marks and the conflict log. Versions are not rewritten: both halves lie in one segment, told
 * apart by their tokens; heads that the engine does not have yet go over with the cache. Both copies of an outcome count, since nobody
 * can say in which half a retry will look for it.
 *
 * Rows: the child's first `seal` writes everything that the engine lacks of it, and belongs into the same engine batch as the
 * parent's next one. Otherwise a parent that is replayed from before the split could write old heads over the child's.
 */
import { assert } from '../base/assert.ts'
import { replicaId, type KeyspaceId, type ReplicaId } from '../base/ids.ts'
import type { ConfState } from '../raft/messages.ts'
import type { CommandOf } from './apply-commands.ts'
import type { KeyspaceShare } from './command.ts'
import { sameEpoch, type Descriptor } from './descriptor.ts'
import { refusal, type EntryContext } from './entry-context.ts'
import type { MetaRow } from './meta-row.ts'
import type { CommandReply } from './request.ts'
import { ShardState } from './shard-state.ts'
import type { KeyspaceUsage } from './usage.ts'

const MILLION = 1_000_000
const HALF = MILLION / 2

/** A child that is to be made, once its entry is applied. */
export interface PlannedSplit {
  readonly descriptor: Descriptor
  readonly confState: ConfState
  readonly shares: readonly KeyspaceShare[]
}

interface SplitDescriptors {
  readonly parent: Descriptor
  readonly child: Descriptor
  readonly childConfState: ConfState
}

/** The halves of a shard. The child's replicas get ids that no replica of the parent ever had. */
function splitDescriptor(
  descriptor: Descriptor,
  confState: ConfState,
  { child, token }: Pick<CommandOf<'split'>, 'child' | 'token'>,
): SplitDescriptors {
  const { range, nextReplica, replicas } = descriptor
  assert(token > range.start && token < range.end, () => `split at ${token} outside of the range`)
  const epoch = { config: descriptor.epoch.config, range: descriptor.epoch.range + 1 }
  const heirs = new Map<ReplicaId, ReplicaId>()
  replicas.forEach(({ replica }, i) => heirs.set(replica, replicaId(nextReplica + i)))
  const heirsOf = (members: readonly ReplicaId[]): ReplicaId[] =>
    members.map((member) => {
      const heir = heirs.get(member)
      assert(heir !== undefined, () => `replica ${member} is not in the descriptor`)
      return heir
    })
  return {
    parent: { ...descriptor, epoch, range: { start: range.start, end: token } },
    child: {
      shard: child,
      epoch,
      range: { start: token, end: range.end },
      replicas: replicas.map((place) => ({ ...place, replica: heirs.get(place.replica)! })),
      incarnation: descriptor.incarnation,
      nextReplica: nextReplica + replicas.length,
    },
    childConfState: {
      voters: heirsOf(confState.voters),
      votersOutgoing: [],
      learners: heirsOf(confState.learners),
      learnersNext: [],
      autoLeave: false,
    },
  }
}

/** Whether the membership is one set, that of the descriptor: not on its way to another one. */
function isMembershipSettled(confState: ConfState, { replicas }: Descriptor): boolean {
  const { voters, votersOutgoing, learners, learnersNext } = confState
  if (votersOutgoing.length + learnersNext.length > 0) return false
  const members = new Set([...voters, ...learners])
  return members.size === replicas.length && replicas.every(({ replica }) => members.has(replica))
}

/** The parent shrinks at once: what follows in the log, in this very entry too, meets its new epoch. */
export function applySplit(context: EntryContext, command: CommandOf<'split'>): CommandReply {
  const { state } = context
  const { descriptor, confState } = state
  if (!sameEpoch(command.epoch, descriptor.epoch)) return { kind: 'stale-epoch' }
  const { range } = descriptor
  if (command.token <= range.start || command.token >= range.end) {
    return notSplit(`token ${command.token} does not divide ${range.start}–${range.end}`)
  }
  if (!isMembershipSettled(confState, descriptor)) return notSplit('its membership is changing')
  if (state.prepared.size > 0) return notSplit(`${state.prepared.size} transactions are prepared`)
  const { parent, child, childConfState } = splitDescriptor(descriptor, confState, command)
  state.descriptor = parent
  context.split = { descriptor: child, confState: childConfState, shares: command.shares }
  return { kind: 'done' }
}

function notSplit(why: string): CommandReply {
  return { kind: 'refused', refusal: refusal('CONFLICT', `not split: ${why}`), recorded: false }
}

/** The child as of the split entry, which the parent has applied to its end. */
export function splitOff(context: EntryContext, planned: PlannedSplit): ShardState {
  const { state, fetched } = context
  const { descriptor, confState, shares } = planned
  const { shard, range } = descriptor
  const conflicts = fetched?.conflicts
  assert(conflicts?.found !== undefined, 'a split without the rows of the conflict log')
  const meta: MetaRow = {
    ...state.meta(),
    descriptor,
    confState,
    gcPoints: new Map(state.gcPoints),
    usage: usageOf(state, shares),
    dropped: state.dropped.copy(),
    inherits: [state.shard, ...state.inherits],
  }
  const child = new ShardState(meta, state.heads.budget, {
    heads: state.heads.splitOff(range.start),
    outcomes: state.outcomes.copyFor(shard),
    conflicts: state.conflicts.copyFor(
      shard,
      state.conflicts.whole(conflicts.found, conflicts.frozen),
    ),
  })
  child.purges = [...state.purges]
  state.garbage.keepListsFor(shard)
  for (const half of [state, child]) {
    half.outcomes.forgetStrangers(half.descriptor.range, half.lastStamp)
  }
  return child
}

function usageOf(
  state: ShardState,
  shares: readonly KeyspaceShare[],
): Map<KeyspaceId, KeyspaceUsage> {
  const shareOf = new Map(shares.map(({ keyspace, millionths }) => [keyspace, millionths]))
  return new Map(
    [...state.usage].map(([keyspace, usage]) => {
      const millionths = Math.min(shareOf.get(keyspace) ?? HALF, MILLION)
      return [keyspace, usage.divide(millionths / MILLION)]
    }),
  )
}
