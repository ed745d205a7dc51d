/**
 * Quorum arithmetic (Raft, sections 5.3 and 6). A decision under joint consensus needs a majority of the incoming
 * *and* a majority of the outgoing voters; an empty half never limits. No function here allocates: the commit index
 * is computed for every acknowledgement of every shard.
 */
import type { ReplicaId } from '../base/ids.ts'

/** The voters of a possibly joint membership; `votersOutgoing` is empty when it is not joint. */
export interface Voters {
  readonly voters: readonly ReplicaId[]
  readonly votersOutgoing: readonly ReplicaId[]
}

export type VoteResult = 'won' | 'pending' | 'lost'

// Reused by every call: the functions are synchronous and do not nest.
const scratch: number[] = []

/**
 * The largest number that a majority of `voters` has reached, where `reached` gives a voter's number (0 = nothing
 * known). Infinity without voters.
 */
export function majorityReached(
  voters: readonly ReplicaId[],
  reached: (voter: ReplicaId) => number,
): number {
  const count = voters.length
  if (count === 0) return Infinity
  // Insertion sort, ascending: groups are small, and nearly sorted input is the usual one.
  for (let i = 0; i < count; i++) {
    const value = reached(voters[i]!)
    let place = i
    while (place > 0 && scratch[place - 1]! > value) {
      scratch[place] = scratch[place - 1]!
      place--
    }
    scratch[place] = value
  }
  const majority = Math.floor(count / 2) + 1
  return scratch[count - majority]!
}

/** `majorityReached` in both halves. Infinity where there are no voters at all. */
export function quorumReached(voters: Voters, reached: (voter: ReplicaId) => number): number {
  return Math.min(
    majorityReached(voters.voters, reached),
    majorityReached(voters.votersOutgoing, reached),
  )
}

/** The state of a vote among `voters`; `voteOf` answers undefined for who has not voted. Won without voters. */
function majorityVote(
  voters: readonly ReplicaId[],
  voteOf: (voter: ReplicaId) => boolean | undefined,
): VoteResult {
  if (voters.length === 0) return 'won'
  const majority = Math.floor(voters.length / 2) + 1
  let granted = 0
  let missing = 0
  for (const voter of voters) {
    const vote = voteOf(voter)
    if (vote === undefined) missing++
    else if (vote) granted++
  }
  if (granted >= majority) return 'won'
  return granted + missing >= majority ? 'pending' : 'lost'
}

/** A vote that must be won in both halves (Raft, section 6: "from both the old and new configurations"). */
export function quorumVote(
  voters: Voters,
  voteOf: (voter: ReplicaId) => boolean | undefined,
): VoteResult {
  const incoming = majorityVote(voters.voters, voteOf)
  const outgoing = majorityVote(voters.votersOutgoing, voteOf)
  if (incoming === outgoing) return incoming
  return incoming === 'lost' || outgoing === 'lost' ? 'lost' : 'pending'
}
