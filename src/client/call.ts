/**
 * One request on its way, over all its tries. The object itself receives the answer, so a request costs no closure inside
 * the client; the caller's callback is the only one.
 */
import type { RingKvError } from '../base/errors.ts'
import type { Key } from '../base/ids.ts'
import type { OperationKey } from './errors.ts'
import type { Receiver, WireRequest, WireResponse } from './session.ts'
import type { SessionSlot } from './session-pool.ts'

/**
 * What may be done when it is unclear whether a request arrived:
 * - `read`: send it again.
 * - `write`: send it again under its id, marked as sent before; the shard knows the id.
 * - `transaction`: do not send it again (another gateway may already have prepared it, 05 "One id, one participant
 *   list"): end with `OUTCOME_UNKNOWN` at once, and let the caller resolve the id.
 */
export type CallKind = 'read' | 'write' | 'transaction'

/** Exactly one argument is defined. The response is only valid during the call. */
export type Done = (error: RingKvError | undefined, response: WireResponse | undefined) => void

/** A write's header as it is sent; the dispatcher fills in the changing parts at every send. */
export interface Header {
  readonly id: { readonly sequence: number; readonly expiry: number }
  lowWater: number
  resent: boolean
}

/** What a call tells its dispatcher. */
export interface CallOwner {
  answered(call: Call, response: WireResponse): void
  broken(call: Call): void
}

export class Call implements Receiver {
  readonly kind: CallKind
  readonly request: WireRequest
  /** Of a write or transaction. */
  readonly header: Header | undefined
  /** Where the request belongs: the leader of this key's shard. Empty key = any node. */
  readonly keyspace: string
  readonly key: Key
  /** Address of the node that it goes to, if that can be reached. */
  readonly node: string | undefined
  /** Any replica of the key's shard may answer. */
  readonly anyReplica: boolean
  /** On the monotonic clock. */
  readonly deadlineMs: number
  readonly done: Done
  /** For `OUTCOME_UNKNOWN` of a transaction; a single-key write's keys are keyspace and key. */
  readonly keys: readonly OperationKey[] | undefined

  finished = false
  /** How often it was handed to a session. */
  sends = 0
  /** An earlier send may have reached a shard, and no answer has said what became of it. */
  uncertain: boolean
  /** Tries that ended without a final answer. */
  failures = 0
  lastError: RingKvError | undefined = undefined
  /** The session it is on now. */
  slot: SessionSlot | undefined = undefined
  /** Neighbours in the dispatcher's list of open calls. */
  previous: Call | undefined = undefined
  next: Call | undefined = undefined

  private readonly owner: CallOwner

  constructor(owner: CallOwner, init: CallInit) {
    this.owner = owner
    this.kind = init.kind
    this.request = init.request
    this.header = init.header
    this.keyspace = init.keyspace
    this.key = init.key
    this.node = init.node
    this.anyReplica = init.anyReplica
    this.deadlineMs = init.deadlineMs
    this.done = init.done
    this.keys = init.keys
    this.uncertain = init.sentBefore
  }

  answered(response: WireResponse): void {
    this.owner.answered(this, response)
  }

  broken(): void {
    this.owner.broken(this)
  }
}

export interface CallInit {
  readonly kind: CallKind
  readonly request: WireRequest
  readonly header: Header | undefined
  readonly keyspace: string
  readonly key: Key
  readonly node: string | undefined
  readonly anyReplica: boolean
  readonly deadlineMs: number
  readonly done: Done
  readonly keys: readonly OperationKey[] | undefined
  /** The header's id was sent in an earlier call. */
  readonly sentBefore: boolean
}
