/**
 * The log of the placement group: one command an entry, as JSON in UTF-8 under a version. Commands are rare and people
 * debug them, so they are readable instead of small.
 *
 * A command whose version or kind is not known was written by newer software: to skip it would let replicas drift
 * apart, so decoding it is fatal. A known command with wrong contents is answered with an error by every replica alike.
 */
import type { ErrorCode } from '../base/errors.ts'
import { FatalError } from '../base/errors.ts'
import { MalformedBytes } from '../base/bytes.ts'
import type { Hold } from './holds.ts'
import type { KeyspaceId, NodeId, ShardId, Timestamp } from '../base/ids.ts'
import { shown } from '../base/shown.ts'
import type { Descriptor } from '../shard/descriptor.ts'
import type { Keyspace, KeyspaceSpec } from './keyspaces.ts'
import type { NodeProfile, NodeRecord, NodeState } from './nodes.ts'
import type { Operator, OperatorReport, OperatorRequest } from './operator.ts'
import type { Settings } from './settings.ts'

/** Of the encoding of commands; raise it, and gate it by the cluster version, when an old replica could not follow. */
const COMMAND_VERSION = 1

/** A node that the cluster starts with. */
export interface InitialMember extends NodeProfile {
  readonly id: NodeId
}

/** `at` is the proposer's hybrid clock reading: time never comes from the replica that applies. */
export type PlacementCommand =
  | {
      /** The first command of every cluster. The same one again changes nothing. */
      readonly kind: 'bootstrap'
      readonly at: Timestamp
      /** Names the cluster; also the incarnation of its first shards. */
      readonly clusterId: string
      /** Replicas that each shard should have. */
      readonly replicas: number
      /** How many equal ranges the ring is cut into at first. */
      readonly initialShards: number
      /** Where they differ from the defaults. */
      readonly settings: Partial<Settings>
      readonly members: readonly InitialMember[]
    }
  | ({
      /** Idempotent by identity: an unknown one gets a new id, a known one updates its profile. */
      readonly kind: 'register-node'
      readonly at: Timestamp
      readonly identity: string
      /** The id that the node believes to have (initial members, restarted nodes); 0 = give me one. */
      readonly node: NodeId
    } & NodeProfile)
  | {
      readonly kind: 'set-node-state'
      readonly node: NodeId
      /** Only if it has this state now; undefined = whatever it is. */
      readonly from: NodeState | undefined
      readonly to: NodeState
    }
  | { readonly kind: 'create-initial-shards' }
  | ({ readonly kind: 'create-keyspace'; readonly at: Timestamp } & KeyspaceSpec)
  | {
      /** Changes what is defined; the partition rule cannot be changed. */
      readonly kind: 'alter-keyspace'
      readonly name: string
      /** Only if the name means this one; 0 = whichever it means. */
      readonly id: KeyspaceId | 0
      readonly policy: KeyspaceSpec['policy'] | undefined
      readonly retentionMs: number | undefined
      readonly quotaBytes: number | undefined
    }
  | {
      readonly kind: 'drop-keyspace'
      readonly at: Timestamp
      readonly name: string
      /** Only if the name means this one; 0 = whichever it means. */
      readonly id: KeyspaceId | 0
    }
  | {
      /** This much is in the keyspace, all shards together: is it full? */
      readonly kind: 'judge-quota'
      readonly keyspace: KeyspaceId
      readonly usedBytes: number
    }
  | {
      /** Keeps history readable from `readAt` on. */
      readonly kind: 'take-hold'
      readonly at: Timestamp
      /** 0 = all keyspaces. */
      readonly keyspace: KeyspaceId | 0
      readonly readAt: Timestamp
      readonly purpose: string
      /** Until it must have been renewed. */
      readonly lifeMs: number
    }
  | {
      readonly kind: 'renew-hold'
      readonly at: Timestamp
      readonly hold: number
      readonly lifeMs: number
    }
  /** `hold` 0: only those go that have expired. */
  | { readonly kind: 'release-hold'; readonly at: Timestamp; readonly hold: number }
  | { readonly kind: 'set-settings'; readonly changes: Partial<Settings> }
  | {
      readonly kind: 'operator-add'
      readonly at: Timestamp
      readonly shard: ShardId
      readonly request: OperatorRequest
      /** From `at` until the operator times out. */
      readonly timeoutMs: number
    }
  | {
      readonly kind: 'operator-advance'
      readonly at: Timestamp
      readonly operator: number
      readonly report: OperatorReport
    }
  | {
      readonly kind: 'operator-cancel'
      readonly at: Timestamp
      readonly operator: number
      readonly reason: string
    }
  | {
      /**
       * From shard leaders, after a change of membership or a split has applied there. A split's two halves come in one
       * command. What is not newer is ignored.
       */
      readonly kind: 'update-descriptor'
      readonly descriptors: readonly Descriptor[]
    }

export type PlacementReply =
  | { readonly kind: 'done' }
  | { readonly kind: 'node'; readonly node: NodeRecord }
  /** `existed`: a creation asked for what was there already, and changed nothing. */
  | { readonly kind: 'keyspace'; readonly keyspace: Keyspace; readonly existed: boolean }
  /** `replicas` is what each shard has, fewer than wanted when there were too few nodes. */
  | { readonly kind: 'shards'; readonly shards: number; readonly replicas: number }
  | { readonly kind: 'operator'; readonly operator: Operator }
  /** Shards whose descriptor was taken in. */
  | { readonly kind: 'descriptors'; readonly accepted: readonly ShardId[] }
  | { readonly kind: 'hold'; readonly hold: Hold }
  | PlacementRefusal

/** Nothing has changed. */
export interface PlacementRefusal {
  readonly kind: 'error'
  readonly error: ErrorCode
  readonly message: string
}

const KINDS: Readonly<Record<PlacementCommand['kind'], true>> = {
  bootstrap: true,
  'register-node': true,
  'set-node-state': true,
  'create-initial-shards': true,
  'create-keyspace': true,
  'alter-keyspace': true,
  'drop-keyspace': true,
  'take-hold': true,
  'renew-hold': true,
  'release-hold': true,
  'judge-quota': true,
  'set-settings': true,
  'operator-add': true,
  'operator-advance': true,
  'operator-cancel': true,
  'update-descriptor': true,
}

export function encodeCommand(command: PlacementCommand): Buffer {
  return Buffer.from(JSON.stringify({ version: COMMAND_VERSION, command }), 'utf8')
}

/**
 * @throws FatalError `format-unsupported` on a version or kind that this software does not know
 * @throws MalformedBytes on bytes that no `encodeCommand` wrote
 */
export function decodeCommand(bytes: Uint8Array): PlacementCommand {
  const { version, command } = parseRecord(bytes, 'placement command')
  requireVersion('placement command', version, COMMAND_VERSION)
  if (!isRecord(command)) throw new MalformedBytes('placement command without contents')
  const { kind } = command
  if (typeof kind !== 'string' || !Object.hasOwn(KINDS, kind)) {
    throw new FatalError(
      'format-unsupported',
      `placement command ${shown(kind)} is unknown here: install newer software`,
    )
  }
  return command as unknown as PlacementCommand
}

/** Replies travel between nodes the way commands are logged. */
export function encodeReply(reply: PlacementReply): Buffer {
  return Buffer.from(JSON.stringify({ version: COMMAND_VERSION, reply }), 'utf8')
}

/** @throws FatalError `format-unsupported`, MalformedBytes */
export function decodeReply(bytes: Uint8Array): PlacementReply {
  const { version, reply } = parseRecord(bytes, 'placement reply')
  requireVersion('placement reply', version, COMMAND_VERSION)
  if (!isRecord(reply)) throw new MalformedBytes('placement reply without contents')
  return reply as unknown as PlacementReply
}

/** The object that `bytes` hold as JSON. */
export function parseRecord(bytes: Uint8Array, what: string): Record<string, unknown> {
  let parsed: unknown
  try {
    parsed = JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    throw new MalformedBytes(`${what} is not JSON`)
  }
  if (!isRecord(parsed)) throw new MalformedBytes(`${what} is not an object`)
  return parsed
}

export function requireVersion(what: string, found: unknown, known: number): void {
  if (found === known) return
  throw new FatalError(
    'format-unsupported',
    `${what} has format version ${shown(found)}, this software reads ${known}: install newer software`,
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
