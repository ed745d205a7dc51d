/**
 * Whether a decoded command has the shape that its type promises. The bytes were proposed by another process, perhaps a
 * buggy one; applying must give a typed refusal and never throw, whatever they hold. What the values mean (whether the
 * node exists, whether the name is free) is checked where the command is applied.
 */
import { unreachable } from '../base/assert.ts'
import { TOKEN_END } from '../base/ids.ts'
import { shown } from '../base/shown.ts'
import { descriptorProblem } from '../shard/descriptor.ts'
import type { PlacementCommand } from './command.ts'
import { identityProblem, isNodeState, profileProblem } from './nodes.ts'

const REPLICAS_MAX = 15
const INITIAL_SHARDS_MAX = 65_536
const ID_MAX = 2 ** 31 - 1
const CLUSTER_ID = /^[\x21-\x7e]{1,64}$/
const NOTE_MAX = 4096
const OPERATOR_TIMEOUT_MS_MAX = 30 * 86_400_000
const REPORT_RESULTS: readonly unknown[] = ['working', 'finished', 'failed', 'timed-out']

/** Every field may be anything. */
type Unchecked<T> = { readonly [Field in keyof T]: unknown }

/** What is wrong with the command's shape, as a phrase; undefined when nothing is. */
export function commandProblem(command: PlacementCommand): string | undefined {
  switch (command.kind) {
    case 'bootstrap':
      return bootstrapProblem(command)
    case 'register-node':
      return (
        timeProblem(command.at) ??
        idProblem('node', command.node, 0) ??
        identityProblem(command.identity) ??
        profileProblem(command)
      )
    case 'set-node-state':
      return idProblem('node', command.node, 1) ?? statesProblem(command)
    case 'create-initial-shards':
      return undefined
    case 'create-keyspace':
      return timeProblem(command.at)
    case 'alter-keyspace':
      return textProblem('keyspace name', command.name) ?? idProblem('keyspace', command.id, 0)
    case 'drop-keyspace':
      return (
        timeProblem(command.at) ??
        textProblem('keyspace name', command.name) ??
        idProblem('keyspace', command.id, 0)
      )
    case 'take-hold':
      return (
        timeProblem(command.at) ??
        timeProblem(command.readAt) ??
        idProblem('keyspace', command.keyspace, 0)
      )
    case 'renew-hold':
      return timeProblem(command.at) ?? idProblem('hold', command.hold, 1)
    case 'release-hold':
      return timeProblem(command.at) ?? idProblem('hold', command.hold, 0)
    case 'judge-quota':
      return (
        idProblem('keyspace', command.keyspace, 1) ??
        (isInteger(command.usedBytes, 0, Number.MAX_SAFE_INTEGER)
          ? undefined
          : `${shown(command.usedBytes)} is no number of bytes`)
      )
    case 'set-settings':
      return isRecord(command.changes) ? undefined : 'settings are names with values'
    case 'operator-add':
      return (
        timeProblem(command.at) ??
        idProblem('shard', command.shard, 1) ??
        timeoutProblem(command.timeoutMs) ??
        requestShapeProblem(command.request)
      )
    case 'operator-advance':
      return (
        timeProblem(command.at) ??
        idProblem('operator', command.operator, 1) ??
        reportProblem(command.report)
      )
    case 'operator-cancel':
      return (
        timeProblem(command.at) ??
        idProblem('operator', command.operator, 1) ??
        textProblem('reason', command.reason)
      )
    case 'update-descriptor':
      return descriptorsProblem(command.descriptors)
    default:
      return unreachable(command)
  }
}

function bootstrapProblem(
  command: Unchecked<Extract<PlacementCommand, { kind: 'bootstrap' }>>,
): string | undefined {
  const { at, clusterId, replicas, initialShards, settings, members } = command
  if (typeof clusterId !== 'string' || !CLUSTER_ID.test(clusterId)) {
    return 'a cluster id is 1 to 64 printable characters without spaces'
  }
  if (!isInteger(replicas, 1, REPLICAS_MAX)) return `replicas must be 1 to ${REPLICAS_MAX}`
  if (!isInteger(initialShards, 1, INITIAL_SHARDS_MAX)) {
    return `initial shards must be 1 to ${INITIAL_SHARDS_MAX}`
  }
  if (!isRecord(settings)) return 'settings are names with values'
  if (!Array.isArray(members) || members.length === 0) return 'a cluster starts with a member'
  const ids = new Set<unknown>()
  for (const member of members as readonly unknown[]) {
    if (!isRecord(member)) return 'a member is not an object'
    const problem = idProblem('node', member['id'], 1) ?? profileProblem(member as never)
    if (problem !== undefined) return `member ${shown(member['id'])}: ${problem}`
    if (ids.has(member['id'])) return `member ${shown(member['id'])} appears twice`
    ids.add(member['id'])
  }
  return timeProblem(at)
}

function statesProblem({ from, to }: { from: unknown; to: unknown }): string | undefined {
  // A `null` is what some encoders make of "undefined".
  const isKnown = isNodeState(to) && (from === undefined || from === null || isNodeState(from))
  return isKnown ? undefined : `${shown(from)} to ${shown(to)} is no change of node state`
}

function requestShapeProblem(request: unknown): string | undefined {
  if (!isRecord(request)) return 'the operator request is not an object'
  switch (request['kind']) {
    case 'add-replica':
      return idProblem('node', request['node'], 1)
    case 'remove-replica':
      return idProblem('replica', request['replica'], 1)
    case 'transfer-leader':
      return idProblem('node', request['to'], 1)
    case 'split':
      return isInteger(request['token'], 0, TOKEN_END - 1)
        ? undefined
        : `${shown(request['token'])} is no token`
    default:
      return `there is no operator ${shown(request['kind'])}`
  }
}

function reportProblem(report: unknown): string | undefined {
  if (!isRecord(report) || !isRecord(report['progress'])) return 'the report is not an object'
  const { step, result, note, progress } = report
  if (!isInteger(step, 0, Number.MAX_SAFE_INTEGER)) return 'the step is not a number'
  if (!REPORT_RESULTS.includes(result)) return `${shown(result)} is no result of a step`
  const { done, total } = progress
  if (
    !isInteger(done, 0, Number.MAX_SAFE_INTEGER) ||
    !isInteger(total, 0, Number.MAX_SAFE_INTEGER)
  ) {
    return 'progress is counted in whole numbers'
  }
  return textProblem('note', note)
}

function descriptorsProblem(descriptors: unknown): string | undefined {
  if (!Array.isArray(descriptors) || descriptors.length === 0) return 'there is no descriptor'
  for (const descriptor of descriptors as readonly unknown[]) {
    if (
      !isRecord(descriptor) ||
      !isRecord(descriptor['range']) ||
      !isRecord(descriptor['epoch']) ||
      !Array.isArray(descriptor['replicas']) ||
      !descriptor['replicas'].every(isRecord)
    ) {
      return 'a descriptor is incomplete'
    }
    const problem = descriptorProblem(descriptor as never)
    if (problem !== undefined) return `shard ${shown(descriptor['shard'])}: ${problem}`
  }
  return undefined
}

function timeoutProblem(timeoutMs: unknown): string | undefined {
  return isInteger(timeoutMs, 1, OPERATOR_TIMEOUT_MS_MAX)
    ? undefined
    : `a timeout must be 1 to ${OPERATOR_TIMEOUT_MS_MAX} ms, not ${shown(timeoutMs)}`
}

function timeProblem(at: unknown): string | undefined {
  return isInteger(at, 0, Number.MAX_SAFE_INTEGER) ? undefined : 'the time is not a timestamp'
}

function idProblem(what: string, id: unknown, least: number): string | undefined {
  return isInteger(id, least, ID_MAX) ? undefined : `${shown(id)} is no ${what}`
}

function textProblem(what: string, text: unknown): string | undefined {
  return typeof text === 'string' && text.length <= NOTE_MAX ? undefined : `the ${what} is no text`
}

function isInteger(value: unknown, least: number, greatest: number): value is number {
  return Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= greatest
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
