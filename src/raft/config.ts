/** Settings of one replica's core, checked once. */
import { assert } from '../base/assert.ts'
import type { ReplicaId } from '../base/ids.ts'
import type { Random } from '../base/random.ts'
import type { TraceSink } from '../base/trace.ts'

export interface RaftConfig {
  readonly id: ReplicaId
  /** Ticks without a leader's message before a follower campaigns; each wait is drawn from [n, 2n − 1]. */
  readonly electionTicks: number
  /** Ticks between a leader's heartbeats; less than `electionTicks`. */
  readonly heartbeatTicks: number
  /** Ask whether an election could be won before raising the term (thesis, section 9.6). */
  readonly preVote: boolean
  /** A leader without a live quorum steps down, and followers of a live leader refuse to vote (section 6.2). */
  readonly checkQuorum: boolean
  /** `lease` needs `checkQuorum`. Read-index works in both modes. */
  readonly readMode: 'lease' | 'read-index'
  /** Storage work leaves as messages to the append and apply threads, and several Readys may be outstanding. */
  readonly asyncStorageWrites: boolean
  /** Entry bytes in one append, beyond its first entry. */
  readonly maxMessageBytes: number
  /** Appends to one follower that may be unacknowledged, at least 1. */
  readonly maxInflightMessages: number
  /** Data bytes of those appends; the one that crosses the limit is still sent. */
  readonly maxInflightBytes: number
  /** Data bytes of proposals not applied yet; beyond it proposals are refused (but never the first one). */
  readonly maxUncommittedBytes: number
  /** Entry bytes handed out for application and not applied yet, beyond the first entry. */
  readonly maxCommittedBytesPerReady: number
  /**
   * Followers learn of a commit with the next entries, or with the next heartbeat at the latest, instead of by an empty
   * append of its own. Saves a third of all messages under load; followers hear of it up to a heartbeat later.
   */
  readonly lazyCommitNotice: boolean
  /**
   * Heartbeats and their answers do not leave as messages, and ticks begin no rounds: the caller begins rounds for all its
   * groups together and carries them in columns (coalesced-heartbeats.ts). Both ends of a group must agree.
   */
  readonly coalescedHeartbeats: boolean
  /** A leader that is removed or made a learner becomes a follower at once instead of leading on as a non-voter. */
  readonly stepDownOnRemoval: boolean
  /** Whoever asks for a vote and who refuses it tell each other what is committed. The conformance scripts know no such message. */
  readonly compareCommits: boolean
  /** Only for tests: a candidate asks for votes at once, as etcd's does, before what makes it one is durable. */
  readonly requestVotesAtOnce: boolean
  /** Only for tests: membership changes enter the log unchecked. */
  readonly disableConfChangeValidation: boolean
  /** Index up to which the state machine has durably applied; 0 for a fresh one. */
  readonly applied: number
  /** Real time of `electionTicks`, milliseconds. */
  readonly electionTimeoutMs: number
  /** Taken off every lease: at least one tick plus the clock drift to be tolerated, milliseconds. */
  readonly leaseMarginMs: number
  /**
   * A replica that ran before: it may have promised a leader its lease just before it stopped, so it neither votes
   * nor campaigns during its first `electionTimeoutMs`. Elections ordered by a leader transfer are exempt.
   */
  readonly voteAfterStartWait: boolean
  readonly random: Random
  readonly trace: TraceSink
}

export function checkConfig(config: RaftConfig): void {
  assert(config.id > 0, `replica id ${config.id}`)
  assert(config.heartbeatTicks >= 1, 'heartbeatTicks below 1')
  assert(config.electionTicks > config.heartbeatTicks, 'electionTicks not above heartbeatTicks')
  assert(config.maxInflightMessages >= 1, 'maxInflightMessages below 1')
  assert(config.maxInflightBytes > 0, 'maxInflightBytes below 1')
  assert(config.maxCommittedBytesPerReady > 0, 'maxCommittedBytesPerReady below 1')
  assert(
    config.readMode !== 'lease' || config.checkQuorum,
    'lease reads need checkQuorum: without it followers would elect another leader during a lease',
  )
}
