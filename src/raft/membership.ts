/**
 * Changes of membership as pure functions: given who belongs and the leader's progress map, the new ones or a refusal.
 * Nothing handed in is changed, so that a refused change leaves no trace.
 *
 * A *simple* change alters at most one voter, so that majorities before and after overlap (thesis, section 4.2). Any
 * other goes through a *joint* membership in which both halves must agree (Raft, section 6). An outgoing voter that is
 * to become a learner waits in `learnersNext`: as long as it votes it cannot be a learner.
 *
 * Invariants: every member has a progress entry and nobody else; learners are no voters; `learnersNext` is part of
 * `votersOutgoing`; outside a joint membership `learnersNext` is empty and `autoLeave` false.
 */
import { assert, unreachable } from '../base/assert.ts'
import type { ReplicaId } from '../base/ids.ts'
import { entersJoint, leavesJoint, type ConfChange, type ConfChangeSingle } from './conf-change.ts'
import type { ConfState } from './messages.ts'
import type { Progress } from './progress.ts'

export interface Membership {
  readonly conf: ConfState
  /** In ascending order of replica id. */
  readonly progress: ReadonlyMap<ReplicaId, Progress>
}

/** Makes the progress entry of a new member. */
export type NewProgress = (id: ReplicaId) => Progress

export type MembershipResult =
  | { readonly kind: 'changed'; readonly membership: Membership }
  | { readonly kind: 'refused'; readonly reason: string }

/** Whether decisions need both an incoming and an outgoing majority now. */
export function isJoint(conf: ConfState): boolean {
  return conf.votersOutgoing.length > 0
}

/** Whether `id` votes, in either half. */
export function isVoter(conf: ConfState, id: ReplicaId): boolean {
  return conf.voters.includes(id) || conf.votersOutgoing.includes(id)
}

/** All voters of both halves, ascending, each once. */
export function allVoters(conf: ConfState): readonly ReplicaId[] {
  if (!isJoint(conf)) return conf.voters
  return ascending(new Set([...conf.voters, ...conf.votersOutgoing]))
}

/** The membership that `conf` describes, every member with a new progress entry. */
export function membershipOf(conf: ConfState, newProgress: NewProgress): Membership {
  const draft = draftOf({ conf, progress: new Map() })
  for (const id of [...conf.voters, ...conf.votersOutgoing, ...conf.learners]) {
    if (!draft.progress.has(id)) draft.progress.set(id, newProgress(id))
  }
  return finish(draft)
}

/** Applies a change of any transition to a membership. */
export function changeMembership(
  before: Membership,
  change: ConfChange,
  newProgress: NewProgress,
): MembershipResult {
  if (leavesJoint(change)) return leaveJoint(before)
  if (!entersJoint(change)) return simpleChange(before, change.changes, newProgress)
  return enterJoint(before, change.changes, change.transition !== 'explicit', newProgress)
}

/** Changes at most one voter, outside a joint membership. */
export function simpleChange(
  before: Membership,
  changes: readonly ConfChangeSingle[],
  newProgress: NewProgress,
): MembershipResult {
  checkInvariants(before)
  if (isJoint(before.conf)) return refused("can't apply simple config change in joint config")
  const draft = draftOf(before)
  for (const change of changes) applyChange(draft, change, newProgress)
  if (draft.voters.size === 0) return refused('removed all voters')
  if (votersChanged(before.conf.voters, draft.voters) > 1) {
    return refused('more than one voter changed without entering joint config')
  }
  return changed(draft)
}

/** Makes the present voters the outgoing ones and applies any number of changes to the incoming ones. */
export function enterJoint(
  before: Membership,
  changes: readonly ConfChangeSingle[],
  autoLeave: boolean,
  newProgress: NewProgress,
): MembershipResult {
  checkInvariants(before)
  if (isJoint(before.conf)) return refused('config is already joint')
  if (before.conf.voters.length === 0) return refused("can't make a zero-voter config joint")
  const draft = draftOf(before)
  for (const id of before.conf.voters) draft.votersOutgoing.add(id)
  for (const change of changes) applyChange(draft, change, newProgress)
  if (draft.voters.size === 0) return refused('removed all voters')
  draft.autoLeave = autoLeave
  return changed(draft)
}

/** Drops the outgoing half; who waited in `learnersNext` becomes a learner. */
export function leaveJoint(before: Membership): MembershipResult {
  checkInvariants(before)
  if (!isJoint(before.conf)) return refused("can't leave a non-joint config")
  const draft = draftOf(before)
  for (const id of draft.learnersNext) draft.learners.add(id)
  for (const id of draft.votersOutgoing) {
    if (!draft.voters.has(id) && !draft.learners.has(id)) draft.progress.delete(id)
  }
  draft.votersOutgoing.clear()
  draft.learnersNext.clear()
  draft.autoLeave = false
  return changed(draft)
}

interface Draft {
  readonly voters: Set<ReplicaId>
  readonly votersOutgoing: Set<ReplicaId>
  readonly learners: Set<ReplicaId>
  readonly learnersNext: Set<ReplicaId>
  readonly progress: Map<ReplicaId, Progress>
  autoLeave: boolean
}

function applyChange(draft: Draft, change: ConfChangeSingle, newProgress: NewProgress): void {
  // Whoever applies an entry may replace its id by 0 and so declare it void.
  if (change.id === 0) return
  switch (change.kind) {
    case 'add-voter': {
      addVoter(draft, change.id, newProgress)
      return
    }
    case 'add-learner': {
      addLearner(draft, change.id, newProgress)
      return
    }
    case 'remove': {
      remove(draft, change.id)
      return
    }
    case 'update':
      return
    default:
      unreachable(change.kind)
  }
}

function addVoter(draft: Draft, id: ReplicaId, newProgress: NewProgress): void {
  if (!draft.progress.has(id)) draft.progress.set(id, newProgress(id))
  draft.learners.delete(id)
  draft.learnersNext.delete(id)
  draft.voters.add(id)
}

function addLearner(draft: Draft, id: ReplicaId, newProgress: NewProgress): void {
  const progress = draft.progress.get(id)
  if (progress === undefined) {
    draft.learners.add(id)
    draft.progress.set(id, newProgress(id))
    return
  }
  if (draft.learners.has(id)) return
  remove(draft, id)
  // What is known of its log stays true.
  draft.progress.set(id, progress)
  if (draft.votersOutgoing.has(id)) draft.learnersNext.add(id)
  else draft.learners.add(id)
}

function remove(draft: Draft, id: ReplicaId): void {
  if (!draft.progress.has(id)) return
  draft.voters.delete(id)
  draft.learners.delete(id)
  draft.learnersNext.delete(id)
  if (!draft.votersOutgoing.has(id)) draft.progress.delete(id)
}

function votersChanged(before: readonly ReplicaId[], after: ReadonlySet<ReplicaId>): number {
  const kept = before.filter((id) => after.has(id)).length
  return before.length - kept + (after.size - kept)
}

function draftOf(membership: Membership): Draft {
  const { conf } = membership
  return {
    voters: new Set(conf.voters),
    votersOutgoing: new Set(conf.votersOutgoing),
    learners: new Set(conf.learners),
    learnersNext: new Set(conf.learnersNext),
    progress: new Map(membership.progress),
    autoLeave: conf.autoLeave,
  }
}

function changed(draft: Draft): MembershipResult {
  return { kind: 'changed', membership: finish(draft) }
}

function refused(reason: string): MembershipResult {
  return { kind: 'refused', reason }
}

function finish(draft: Draft): Membership {
  const membership: Membership = {
    conf: {
      voters: ascending(draft.voters),
      votersOutgoing: ascending(draft.votersOutgoing),
      learners: ascending(draft.learners),
      learnersNext: ascending(draft.learnersNext),
      autoLeave: draft.autoLeave,
    },
    progress: new Map([...draft.progress].sort(([a], [b]) => a - b)),
  }
  checkInvariants(membership)
  return membership
}

function ascending(ids: ReadonlySet<ReplicaId>): readonly ReplicaId[] {
  return [...ids].sort((a, b) => a - b)
}

function checkInvariants({ conf, progress }: Membership): void {
  const members = new Set([...conf.voters, ...conf.votersOutgoing, ...conf.learners])
  for (const id of members) assert(progress.has(id), `member ${id} without progress`)
  assert(progress.size === members.size, 'progress of somebody who is no member')
  for (const id of conf.learners) assert(!isVoter(conf, id), `learner ${id} is a voter`)
  for (const id of conf.learnersNext) {
    assert(conf.votersOutgoing.includes(id), `${id} waits to be a learner but is not outgoing`)
  }
  if (!isJoint(conf)) {
    assert(conf.learnersNext.length === 0, 'learners wait outside a joint membership')
    assert(!conf.autoLeave, 'auto-leave outside a joint membership')
  }
}
