/**
 * Elections (Raft, section 5.2; pre-vote: thesis, section 9.6): starting one, and answering requests for votes.
 *
 * Two rules keep lease reads safe beyond etcd's. A replica that has answered a leader's heartbeat elects nobody for an
 * election timeout of real time (`promisedUntilMs`), even if a higher term has made it forget the leader meanwhile;
 * and a restarted replica behaves as if it had answered one just before. An election that a leader transfer ordered is
 * exempt: the leader gave up its lease before it ordered it.
 *
 * And a candidate asks for votes only when its term, its own vote and the log that it names are durable (Raft, figure 2; thesis,
 * section 3.8), because the others' votes are a quorum without its own. Elected by them before its disk has the term, it could be
 * elected once more in the same term after a crash, and write other entries at the same places; and a vote that was given to a log
 * which the crash has shortened would count for what is left of it.
 *
 * A membership takes effect when it is applied, so that a candidate may need the vote of a replica which is no voter as far as that
 * one knows: removed and ahead of the candidate, or added and not told yet. Such a replica never campaigns. Whatever the candidate
 * lacks (the term, the news that it needs this vote no more) or could tell (that the other votes by now) is therefore said where the
 * vote is refused: by the refusal, which is sent whatever the terms are, and by the answer to it (`MsgCommitted`).
 */
import type { ReplicaId } from '../base/ids.ts'
import { hexId } from './describe.ts'
import { allVoters, isVoter } from './membership.ts'
import { message, NONE, type Message, type MessageType } from './messages.ts'
import { becomeCandidate, becomeFollower, becomePreCandidate } from './roles.ts'
import type { RaftState } from './state.ts'

export type CampaignKind = 'pre-vote' | 'election' | 'transfer'

/** Entry bytes looked at together when searching for an unapplied membership change. */
const SCAN_BYTES = 1 << 20

/** Starts an election if this replica may. */
export function startElection(state: RaftState, isTransfer: boolean): void {
  if (state.isLeader) {
    state.debug(() => `${hexId(state.id)} ignoring MsgHup because already leader`)
    return
  }
  if (!isTransfer && state.nowMs < state.promisedUntilMs) return
  if (!state.promotable) {
    state.warn(() => `${hexId(state.id)} is unpromotable and can not campaign`)
    return
  }
  if (hasUnappliedConfChange(state)) {
    state.warn(
      () =>
        `${hexId(state.id)} cannot campaign at term ${state.term} since there are still ` +
        `pending configuration changes to apply`,
    )
    return
  }
  state.info(() => `${hexId(state.id)} is starting a new election at term ${state.term}`)
  if (isTransfer) campaign(state, 'transfer')
  else campaign(state, state.config.preVote ? 'pre-vote' : 'election')
}

/** Becomes (pre-)candidate and asks every voter of both halves. */
export function campaign(state: RaftState, kind: CampaignKind): void {
  if (kind === 'pre-vote') becomePreCandidate(state)
  else becomeCandidate(state)
  const isPreVote = kind === 'pre-vote'
  const term = isPreVote ? state.term + 1 : state.term
  const type = isPreVote ? 'MsgPreVote' : 'MsgVote'
  const { lastIndex, lastTerm } = state.log
  for (const voter of allVoters(state.conf)) {
    if (voter === state.id) {
      // The own vote counts once it is durable, like any other.
      state.sendAfterAppend(message(responseType(type), { from: state.id, to: state.id, term }))
      continue
    }
    state.info(
      () =>
        `${hexId(state.id)} [logterm: ${lastTerm}, index: ${lastIndex}] sent ${type} request ` +
        `to ${hexId(voter)} at term ${state.term}`,
    )
    const request = message(type, {
      from: state.id,
      to: voter,
      term,
      index: lastIndex,
      logTerm: lastTerm,
      transfer: kind === 'transfer',
    })
    // Who asks only whether it could win promises nothing.
    if (isPreVote || state.config.requestVotesAtOnce) state.sendNow(request)
    else state.sendAfterAppend(request)
  }
}

/** Whether the request comes too early, given what this replica owes a leader; if so it must be ignored entirely. */
export function mustIgnoreVoteRequest(state: RaftState, request: Message): boolean {
  if (request.transfer) return false
  if (state.nowMs < state.promisedUntilMs) return true
  const { electionTicks, checkQuorum } = state.config
  if (request.term <= state.term || !checkQuorum || state.lead === NONE) return false
  const remaining = electionTicks - state.electionElapsed
  if (remaining <= 0) return false
  state.info(
    () =>
      `${describeVoter(state)} ignored ${describeRequest(request)} at term ${state.term}: ` +
      `lease is not expired (remaining ticks: ${remaining})`,
  )
  return true
}

/** Grants or refuses a vote or pre-vote whose term is not below the own one. */
export function answerVoteRequest(state: RaftState, request: Message): void {
  const isPreVote = request.type === 'MsgPreVote'
  // One vote per term (Raft, section 5.2), kept for whoever leads it already; a repeated request gets the same answer.
  const free =
    state.vote === request.from ||
    (state.vote === NONE && state.lead === NONE) ||
    (isPreVote && request.term > state.term)
  if (!free || !state.log.isUpToDate(request.logTerm, request.index)) {
    refuseVote(state, request)
    return
  }
  state.info(() => `${describeVoter(state)} cast ${describeCandidate(state, request, 'for')}`)
  state.sendAfterAppend(
    message(responseType(request.type), {
      from: state.id,
      to: request.from,
      term: request.term,
    }),
  )
  if (isPreVote) return
  // Only a granted vote restarts the timer (Raft, section 5.2).
  state.electionElapsed = 0
  state.vote = request.from
}

/**
 * Refuses. A replica that may not campaign itself also says what it knows to be committed: the candidate may lack just
 * the news that it does not need this vote any more (a leader that was removed, stepped down and could not tell it),
 * and with the longer log on this side neither could ever be elected.
 */
function refuseVote(state: RaftState, request: Message): void {
  state.info(() => `${describeVoter(state)} rejected ${describeCandidate(state, request, 'from')}`)
  const { log, id, term } = state
  const tells = !isVoter(state.conf, id)
  state.sendAfterAppend(
    message(responseType(request.type), {
      from: id,
      to: request.from,
      term,
      reject: true,
      commit: tells ? log.committed : 0,
      logTerm: tells ? (log.term(log.committed) ?? 0) : 0,
    }),
  )
}

/**
 * Refuses a request of a lower term. A pre-vote's always: silence could leave two replicas waiting for each other. A voter's own
 * requests will tell its term; who may not campaign has to answer. Else a candidate that needs it would run after a term which
 * somebody else keeps raising (a removed replica that has not heard of it, without pre-vote).
 */
export function answerOutdatedVoteRequest(state: RaftState, request: Message): void {
  const mayCampaign = isVoter(state.conf, state.id)
  if (request.type === 'MsgPreVote' || (state.config.compareCommits && !mayCampaign)) {
    refuseVote(state, request)
  }
}

/**
 * Takes the news of a refusal, of whatever term. The other way round, a replica that refuses as no voter may lack the news that it
 * is one: its log can be longer than that of the leader who made it one and then crashed, because a leader's appends do not wait
 * for its own disk. Then only it can be elected, and it would never try. A voter with the longer log does try, but may be asking for
 * the vote of somebody who is gone, as it lacks the news that this one was removed.
 */
export function compareCommits(state: RaftState, refusal: Message): void {
  learnCommit(state, refusal)
  const { log, id, config } = state
  if (!config.compareCommits || refusal.commit >= log.committed) return
  // Without a term: true in every one, and no reason to enter another.
  state.sendNow(
    message('MsgCommitted', {
      from: id,
      to: refusal.from,
      commit: log.committed,
      logTerm: log.term(log.committed) ?? 0,
    }),
  )
}

/**
 * What somebody knows to be committed: a log that holds that entry agrees with all logs up to it (log matching). A candidate that
 * learns of a membership change so stops, as it might not have begun: applied meanwhile, the change could take away its vote, and
 * it would win all the same.
 */
export function learnCommit(state: RaftState, { commit, logTerm }: Message): void {
  if (commit <= state.log.committed || state.log.term(commit) !== logTerm) return
  state.log.commitTo(commit)
  const campaigns = state.role === 'candidate' || state.role === 'pre-candidate'
  if (campaigns && hasUnappliedConfChange(state)) becomeFollower(state, state.term, NONE)
}

function responseType(request: MessageType): 'MsgVoteResp' | 'MsgPreVoteResp' {
  return request === 'MsgPreVote' ? 'MsgPreVoteResp' : 'MsgVoteResp'
}

/** A committed change that is not applied may have taken this replica's vote away, or changed the quorum it needs. */
function hasUnappliedConfChange(state: RaftState): boolean {
  const { log } = state
  // Of what is handed out it is known, however long ago it left memory.
  if (log.isApplyingConfChange) return true
  let next = log.applying + 1
  while (next <= log.committed) {
    const entries = log.slice(next, log.committed + 1, SCAN_BYTES)
    // What cannot be looked at now may be one; the next election timeout will tell.
    if (entries === 'compacted' || entries === 'fetching') return true
    if (entries.some((entry) => entry.type !== 'normal')) return true
    next += entries.length
  }
  return false
}

function describeVoter(state: RaftState): string {
  const { lastTerm, lastIndex } = state.log
  return (
    `${hexId(state.id)} [logterm: ${lastTerm}, index: ${lastIndex}, ` +
    `vote: ${hexId(state.vote)}]`
  )
}

function describeCandidate(state: RaftState, request: Message, word: 'for' | 'from'): string {
  return `${describeRequest(request, word)} at term ${state.term}`
}

function describeRequest(request: Message, word: 'for' | 'from' = 'from'): string {
  const candidate: ReplicaId = request.from
  return (
    `${request.type} ${word} ${hexId(candidate)} ` +
    `[logterm: ${request.logTerm}, index: ${request.index}]`
  )
}
