/** What the Admin service does about holds (placement/holds.ts): commands to placement, and the list as this node knows it. */
import { RingKvError } from '../base/errors.ts'
import { timestamp } from '../base/ids.ts'
import type { wire } from '../net/protobuf.ts'
import { unknownKeyspace } from '../net/request-context.ts'
import type { PlacementCommand } from '../placement/command.ts'
import type { Hold } from '../placement/holds.ts'
import type { Node } from './node.ts'

/** @throws RingKvError KEYSPACE_UNKNOWN, INVALID_ARGUMENT, SNAPSHOT_TOO_OLD, CLOCK_AHEAD, OVERLOADED */
export async function takeHold(
  node: Node,
  { keyspace: name, readAt, purpose, lifeMs }: wire.TakeHoldRequest,
): Promise<wire.HoldInfo.$Properties> {
  const keyspace = name === '' ? undefined : node.cluster.view.keyspaceNamed(name)
  if (name !== '' && keyspace === undefined) throw unknownKeyspace(node.cluster, name)
  const at = node.clock.now()
  return changeHold(node, {
    kind: 'take-hold',
    at,
    keyspace: keyspace?.id ?? 0,
    readAt: readAt === 0 ? at : timestamp(readAt),
    purpose,
    lifeMs,
  })
}

/** @throws RingKvError NOT_FOUND, INVALID_ARGUMENT */
export function renewHold(
  node: Node,
  { id, lifeMs }: wire.RenewHoldRequest,
): Promise<wire.HoldInfo.$Properties> {
  return changeHold(node, { kind: 'renew-hold', at: node.clock.now(), hold: id, lifeMs })
}

/** @throws RingKvError INVALID_ARGUMENT */
export async function releaseHold(
  node: Node,
  { id }: wire.ReleaseHoldRequest,
): Promise<wire.ReleaseHoldResponse.$Properties> {
  if (id === 0) throw new RingKvError('INVALID_ARGUMENT', 'give the id of the hold')
  const reply = await node.placement({ kind: 'release-hold', at: node.clock.now(), hold: id })
  if (reply.kind === 'error') throw new RingKvError(reply.error, reply.message)
  return {}
}

/** Those that have not expired, as this node knows them. */
export function listHolds(node: Node): wire.HoldInfo.$Properties[] {
  const now = node.clock.peek()
  const lasting = node.cluster.view.holds.filter(({ expiresAt }) => expiresAt > now)
  return lasting.map((hold) => holdInfo(node, hold))
}

async function changeHold(
  node: Node,
  command: PlacementCommand,
): Promise<wire.HoldInfo.$Properties> {
  const reply = await node.placement(command)
  if (reply.kind === 'hold') return holdInfo(node, reply.hold)
  if (reply.kind === 'error') throw new RingKvError(reply.error, reply.message)
  throw new RingKvError('INTERNAL', `unexpected reply ${reply.kind}`)
}

function holdInfo(node: Node, hold: Hold): wire.HoldInfo.$Properties {
  const { id, keyspace, readAt, purpose, takenAt, expiresAt } = hold
  const name = keyspace === 0 ? '' : (node.cluster.view.keyspace(keyspace)?.name ?? `#${keyspace}`)
  return { id, keyspace: name, readAt, purpose, takenAt, expiresAt }
}
