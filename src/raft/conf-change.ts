/**
 * A change of membership as a log entry carries it (Raft, section 6; thesis, chapter 4), and its bytes:
 *
 *   format u8 (1) · transition u8 · count varint · count × (kind u8 · replica id varint) · context bytes
 *
 * The change that only leaves a joint membership, with no context, is zero bytes, so that no size limit can refuse it.
 */
import { ByteReader, ByteWriter, MalformedBytes } from '../base/bytes.ts'
import { replicaId, type ReplicaId } from '../base/ids.ts'

/**
 * `auto`: one change is made directly, several through a joint membership that is left by itself. `implicit`: always
 * joint, left by itself. `explicit`: always joint, left by a further, empty `auto` change.
 */
export type ConfChangeTransition = 'auto' | 'implicit' | 'explicit'

export type ConfChangeKind = 'add-voter' | 'remove' | 'update' | 'add-learner'

export interface ConfChangeSingle {
  readonly kind: ConfChangeKind
  /** 0 makes the change one without effect. */
  readonly id: ReplicaId
}

export interface ConfChange {
  readonly transition: ConfChangeTransition
  /** Made in order. Empty, with `auto`: leave the joint membership. */
  readonly changes: readonly ConfChangeSingle[]
  /** Opaque to the core; for whoever applies the change. */
  readonly context: Uint8Array
}

const FORMAT = 1
const TRANSITIONS: readonly ConfChangeTransition[] = ['auto', 'implicit', 'explicit']
const KINDS: readonly ConfChangeKind[] = ['add-voter', 'remove', 'update', 'add-learner']
const NO_BYTES = new Uint8Array(0)

/** The change that leaves a joint membership. */
export const LEAVE_JOINT: ConfChange = { transition: 'auto', changes: [], context: NO_BYTES }

/** Whether the change only leaves a joint membership. */
export function leavesJoint(change: ConfChange): boolean {
  return change.transition === 'auto' && change.changes.length === 0
}

/** Whether the change passes through a joint membership. */
export function entersJoint(change: ConfChange): boolean {
  return change.transition !== 'auto' || change.changes.length > 1
}

export function encodeConfChange(change: ConfChange): Uint8Array {
  if (leavesJoint(change) && change.context.length === 0) return NO_BYTES
  const writer = new ByteWriter()
    .u8(FORMAT)
    .u8(TRANSITIONS.indexOf(change.transition))
    .varint(change.changes.length)
  for (const single of change.changes) writer.u8(KINDS.indexOf(single.kind)).varint(single.id)
  return writer.bytes(change.context).finish()
}

/** Throws `MalformedBytes` on anything that `encodeConfChange` did not write. */
export function decodeConfChange(data: Uint8Array): ConfChange {
  if (data.length === 0) return LEAVE_JOINT
  const reader = new ByteReader(data)
  const format = reader.u8()
  if (format !== FORMAT) throw new MalformedBytes(`membership change of format ${format}`)
  const transition = named(TRANSITIONS, reader.u8())
  const changes: ConfChangeSingle[] = []
  for (let rest = reader.varint(); rest > 0; rest--) {
    changes.push({ kind: named(KINDS, reader.u8()), id: replicaId(reader.varint()) })
  }
  const context = Uint8Array.from(reader.bytes())
  reader.expectEnd()
  return { transition, changes, context }
}

function named<Name extends string>(names: readonly Name[], code: number): Name {
  const name = names[code]
  if (name === undefined) throw new MalformedBytes(`code ${code} in a membership change`)
  return name
}
