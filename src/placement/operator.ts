/**
 * Operators: changes of placement that take more than one step, each on one shard (06, "Operators"). Their state is part
 * of the replicated state, so that whoever leads placement next goes on where the last one stopped; every
 * transition is a logged command. Who carries the steps out reports through `advanceOperator`, possibly twice, late, or
 * after a cancel: a report about a step that is over changes nothing.
 *
 * A shard has at most one running operator: two would fight over its membership.
 */
import { unreachable } from '../base/assert.ts'
import type { NodeId, ReplicaId, ShardId, Timestamp } from '../base/ids.ts'
import type { Descriptor } from '../shard/descriptor.ts'
import { replicaOn } from '../shard/descriptor.ts'

/** What an operator does to its shard. */
export type OperatorAction =
  | { readonly kind: 'add-replica'; readonly node: NodeId }
  | { readonly kind: 'remove-replica'; readonly replica: ReplicaId }
  | { readonly kind: 'transfer-leader'; readonly to: NodeId }
  /** Tokens from `token` on become the new shard `child`, whose id placement allots with the operator. */
  | { readonly kind: 'split'; readonly token: number; readonly child: ShardId }

/** The action as it is asked for: a split's child has no id yet. */
export type OperatorRequest =
  Exclude<OperatorAction, { kind: 'split' }> | { readonly kind: 'split'; readonly token: number }

export type OperatorStep =
  | 'add-learner'
  | 'catch-up'
  | 'promote'
  | 'demote'
  | 'remove'
  | 'transfer'
  | 'release-locks'
  | 'split'

/** `timed-out` and `failed` differ for people only: nobody was faster, or somebody said no. */
type OperatorState = 'running' | 'done' | 'failed' | 'timed-out' | 'cancelled'

interface OperatorProgress {
  /** In the unit of the step: bytes to catch up, locks to release, else 0 of 0. */
  readonly done: number
  readonly total: number
}

export interface Operator {
  /** Positive, rising, never reused. */
  readonly id: number
  readonly shard: ShardId
  readonly action: OperatorAction
  readonly state: OperatorState
  /** Index into `operatorSteps(action)`; their number once all are done. */
  readonly step: number
  readonly progress: OperatorProgress
  /** What it waits for, or why it ended, for people. */
  readonly note: string
  readonly createdAt: Timestamp
  readonly changedAt: Timestamp
  /** When the operator as a whole times out. */
  readonly deadline: Timestamp
}

/** What an executor says about the step `step` of an operator. */
export interface OperatorReport {
  readonly step: number
  /** `working`: progress only; `finished`: on to the next step; `failed`, `timed-out`: the end. */
  readonly result: 'working' | 'finished' | 'failed' | 'timed-out'
  readonly progress: OperatorProgress
  readonly note: string
}

export function operatorSteps(action: OperatorAction | OperatorRequest): readonly OperatorStep[] {
  switch (action.kind) {
    case 'add-replica':
      return ['add-learner', 'catch-up', 'promote']
    case 'remove-replica':
      return ['demote', 'remove']
    case 'transfer-leader':
      return ['transfer']
    case 'split':
      return ['release-locks', 'split']
    default:
      return unreachable(action)
  }
}

/** Why this cannot be done to the shard as it is, as a phrase; undefined when it can. */
export function requestProblem(
  request: OperatorRequest,
  descriptor: Descriptor,
): string | undefined {
  const { shard, replicas, range } = descriptor
  switch (request.kind) {
    case 'add-replica':
      return replicaOn(descriptor, request.node) === undefined
        ? undefined
        : `shard ${shard} has a replica on node ${request.node} already`
    case 'remove-replica':
      if (!replicas.some(({ replica }) => replica === request.replica)) {
        return `shard ${shard} has no replica ${request.replica}`
      }
      return replicas.some(({ replica, role }) => role === 'voter' && replica !== request.replica)
        ? undefined
        : `replica ${request.replica} is the only voter of shard ${shard}`
    case 'transfer-leader':
      return replicaOn(descriptor, request.to)?.role === 'voter'
        ? undefined
        : `shard ${shard} has no voter on node ${request.to}`
    case 'split':
      return request.token > range.start && request.token < range.end
        ? undefined
        : `token ${request.token} does not divide ${range.start}–${range.end} of shard ${shard}`
    default:
      return unreachable(request)
  }
}

/** The operator after `report`; the same object when the report is about a step that is over. */
export function advanceOperator(
  operator: Operator,
  report: OperatorReport,
  at: Timestamp,
): Operator {
  if (operator.state !== 'running' || report.step !== operator.step) return operator
  const told = { ...operator, progress: report.progress, note: report.note, changedAt: at }
  if (report.result === 'working') return told
  if (report.result !== 'finished') return { ...told, state: report.result }
  const step = operator.step + 1
  const isDone = step === operatorSteps(operator.action).length
  return { ...told, step, progress: { done: 0, total: 0 }, state: isDone ? 'done' : 'running' }
}

/** The operator after a cancel; the same object when it has ended already. */
export function cancelOperator(operator: Operator, reason: string, at: Timestamp): Operator {
  if (operator.state !== 'running') return operator
  return { ...operator, state: 'cancelled', note: reason, changedAt: at }
}
