/**
 * Requests to a shard's leader inside a node, and what comes back. The same shapes serve a local leader and one on another
 * node; only the router knows the difference.
 */
import type { ErrorCode } from '../base/errors.ts'
import type { NodeId, Timestamp } from '../base/ids.ts'
import { encodeCommand } from '../shard/command-codec.ts'
import type { Command } from '../shard/command.ts'
import type { CommandReply, Read, ReadReply } from '../shard/request.ts'

/** Nobody executed the request (or nobody can say): where to go next, and whether it may have happened. */
export interface Refused {
  readonly kind: 'refused'
  readonly code: ErrorCode
  readonly message: string
  /** With `NOT_LEADER`: who leads, as far as known; 0 = unknown. */
  readonly leader: NodeId | 0
  /** The command may be in the log all the same. */
  readonly maybeLogged: boolean
  readonly retryAfterMs: number
}

export type CommandOutcome = { readonly kind: 'reply'; readonly reply: CommandReply } | Refused
export type ReadOutcome = { readonly kind: 'read'; readonly reply: ReadReply } | Refused

/** A command for the local leader. */
export interface CommandCall {
  readonly command: Command
  /** `encodeCommand(command)`, made once, passed on as it is. */
  readonly bytes: Uint8Array
  /** Only a recorded answer counts (05, "When an answer is final"). */
  readonly log: boolean
  readonly rangeEpoch: number
  /** Monotonic milliseconds after which nobody waits for the answer. */
  readonly deadlineMs: number
  /** Called exactly once. */
  answered(outcome: CommandOutcome): void
}

/** A read for the local leader. */
export interface ReadCall {
  readonly read: Read
  readonly rangeEpoch: number
  readonly deadlineMs: number
  readAnswered(outcome: ReadOutcome): void
}

/** A command that the shard's own leader wants logged. `ended`: it was applied, or nobody will apply it. */
export function ownCall(command: Command, rangeEpoch: number, ended: () => void): CommandCall {
  return {
    command,
    bytes: encodeCommand(command),
    log: false,
    rangeEpoch,
    deadlineMs: Infinity,
    answered: ended,
  }
}

export function refused(code: ErrorCode, message: string, extra: Partial<Refused> = {}): Refused {
  return {
    kind: 'refused',
    code,
    message,
    leader: 0,
    maybeLogged: false,
    retryAfterMs: 0,
    ...extra,
  }
}

/** What was superseded before `oldest` is gone. */
export function snapshotTooOld(at: Timestamp, oldest: Timestamp): Refused {
  const seconds = Math.ceil((oldest - at) / 1_000_000)
  return refused(
    'SNAPSHOT_TOO_OLD',
    `history is kept as long as the keyspace's retention says: the oldest time that can still be read is ${oldest}, ` +
      `${seconds} s after ${at}`,
  )
}
