/** Commands about single shards: descriptors as their leaders report them, and operators. */
import { timestamp, shardId } from '../base/ids.ts'
import type { Descriptor, TokenRange } from '../shard/descriptor.ts'
import { epochSupersedes, rangesOverlap } from '../shard/descriptor.ts'
import type { PlacementCommand } from './command.ts'
import { mayHoldReplicas } from './nodes.ts'
import type { Operator, OperatorAction, OperatorRequest } from './operator.ts'
import { advanceOperator, cancelOperator, requestProblem } from './operator.ts'
import type { Outcome, PlacementState } from './state.ts'
import { refuse } from './state.ts'

type Command<Kind extends PlacementCommand['kind']> = Extract<PlacementCommand, { kind: Kind }>

/** Operators that have ended are kept for people to look at, so many of them. */
const ENDED_OPERATORS_MAX = 256

/**
 * Takes in what is newer. A shard that is not known yet (a split's child) is taken in only where it overlaps nothing, and a shard
 * that has shrunk only with those that own the rest: no token is ever without an owner. What is not taken in must be reported
 * again, all of it together.
 */
export function updateDescriptors(
  state: PlacementState,
  command: Command<'update-descriptor'>,
): Outcome {
  const { view } = state
  for (const descriptor of command.descriptors) {
    const problem = reportProblem(state, descriptor)
    if (problem !== undefined) return refuse('INVALID_ARGUMENT', problem)
  }
  const accepted = new Map<number, Descriptor>()
  // Parents before children: ids are allotted in that order.
  for (const descriptor of [...command.descriptors].sort((a, b) => a.shard - b.shard)) {
    const known = accepted.get(descriptor.shard) ?? view.shards.byShard(descriptor.shard)
    const isNews =
      known === undefined
        ? isFree(state, accepted, descriptor.range)
        : epochSupersedes(descriptor.epoch, known.epoch) && isWithin(descriptor.range, known.range)
    if (isNews) accepted.set(descriptor.shard, descriptor)
  }
  dropHoles(state, accepted)
  const descriptors = [...accepted.values()]
  const reply = {
    kind: 'descriptors',
    accepted: descriptors.map(({ shard }) => shard),
  } as const
  return descriptors.length === 0 ? { reply } : { reply, changes: { descriptors } }
}

export function addOperator(state: PlacementState, command: Command<'operator-add'>): Outcome {
  const { at, shard, request, timeoutMs } = command
  const descriptor = state.view.shards.byShard(shard)
  if (descriptor === undefined) return refuse('NOT_FOUND', `there is no shard ${shard}`)
  const same = request.kind === 'split' ? findSplit(state, shard, request.token) : undefined
  if (same !== undefined) return { reply: { kind: 'operator', operator: same } }
  for (const running of state.operators.values()) {
    if (running.shard !== shard || running.state !== 'running') continue
    return refuse('ALREADY_EXISTS', `operator ${running.id} is running on shard ${shard}`)
  }
  if (request.kind === 'add-replica') {
    const node = state.view.node(request.node)
    if (node === undefined) return refuse('NOT_FOUND', `there is no node ${request.node}`)
    if (!mayHoldReplicas(node.state)) {
      return refuse('CONFLICT', `node ${node.id} is ${node.state} and takes no replicas`)
    }
  }
  const problem = requestProblem(request, descriptor)
  if (problem !== undefined) return refuse('CONFLICT', problem)
  const operator: Operator = {
    id: state.next.operator++,
    shard,
    action: actionOf(state, request),
    state: 'running',
    step: 0,
    progress: { done: 0, total: 0 },
    note: '',
    createdAt: at,
    changedAt: at,
    deadline: timestamp(at + timeoutMs * 1000),
  }
  state.operators.set(operator.id, operator)
  return { reply: { kind: 'operator', operator } }
}

export function advance(state: PlacementState, command: Command<'operator-advance'>): Outcome {
  const operator = state.operators.get(command.operator)
  if (operator === undefined) return unknownOperator(command.operator)
  const { step, result, note, progress } = command.report
  const report = { step, result, note, progress: { done: progress.done, total: progress.total } }
  return stored(state, advanceOperator(operator, report, command.at))
}

export function cancel(state: PlacementState, command: Command<'operator-cancel'>): Outcome {
  const operator = state.operators.get(command.operator)
  if (operator === undefined) return unknownOperator(command.operator)
  return stored(state, cancelOperator(operator, command.reason, command.at))
}

/** Who asks again for a split gets what became of it, unless it failed. */
function findSplit(state: PlacementState, shard: number, token: number): Operator | undefined {
  return [...state.operators.values()].findLast(
    (operator) =>
      operator.shard === shard &&
      operator.action.kind === 'split' &&
      operator.action.token === token &&
      (operator.state === 'running' || operator.state === 'done'),
  )
}

function reportProblem(state: PlacementState, descriptor: Descriptor): string | undefined {
  const { shard, replicas } = descriptor
  if (shard < 1 || shard >= state.next.shard) return `shard id ${shard} was never allotted`
  const stranger = replicas.find(({ node }) => state.view.node(node) === undefined)
  return (
    stranger && `shard ${shard} has a replica on node ${stranger.node}, which is not registered`
  )
}

/** Whether no shard owns a token of `range`, counting those accepted by this command with their new ranges. */
function isFree(
  state: PlacementState,
  accepted: ReadonlyMap<number, Descriptor>,
  range: TokenRange,
): boolean {
  const { shards } = state.view
  return (
    shards.overlapping(range).every((slot) => accepted.has(shards.shardAt(slot))) &&
    [...accepted.values()].every((other) => !rangesOverlap(other.range, range))
  )
}

/** Takes out of `accepted` what would leave tokens without an owner. */
function dropHoles(state: PlacementState, accepted: Map<number, Descriptor>): void {
  for (const descriptor of [...accepted.values()]) {
    const known = state.view.shards.byShard(descriptor.shard)?.range
    if (known === undefined) continue
    const inside = [...accepted.values()].filter(({ range }) => isWithin(range, known))
    const owned = inside.reduce((sum, { range }) => sum + range.end - range.start, 0)
    if (owned === known.end - known.start) continue
    for (const { shard } of inside) accepted.delete(shard)
  }
}

function isWithin(inner: TokenRange, outer: TokenRange): boolean {
  return inner.start >= outer.start && inner.end <= outer.end
}

/** Named field by field, so that nothing else that the request carried gets into the state. */
function actionOf(state: PlacementState, request: OperatorRequest): OperatorAction {
  switch (request.kind) {
    case 'add-replica':
      return { kind: 'add-replica', node: request.node }
    case 'remove-replica':
      return { kind: 'remove-replica', replica: request.replica }
    case 'transfer-leader':
      return { kind: 'transfer-leader', to: request.to }
    case 'split':
      return { kind: 'split', token: request.token, child: shardId(state.next.shard++) }
  }
}

function stored(state: PlacementState, operator: Operator): Outcome {
  state.operators.set(operator.id, operator)
  const ended = [...state.operators.values()].filter((other) => other.state !== 'running')
  for (const { id } of ended.slice(0, Math.max(0, ended.length - ENDED_OPERATORS_MAX))) {
    state.operators.delete(id)
  }
  return { reply: { kind: 'operator', operator } }
}

function unknownOperator(id: number): Outcome {
  return refuse('NOT_FOUND', `there is no operator ${id}, or it ended long ago`)
}
