/**
 * What every part of the SDK works on: the dispatcher, the connection's defaults, and the one place where a callback
 * becomes a promise. Below it there are no promises at all.
 */
import type { RingKvError } from '../base/errors.ts'
import type { Key } from '../base/ids.ts'
import type { CallKind, Header } from './call.ts'
import type { Dispatcher } from './dispatcher.ts'
import type { OperationKey } from './errors.ts'
import {
  checkTimeout,
  encodeConsistency,
  type CallOptions,
  type ClientDefaults,
  type ReadOptions,
} from './options.ts'
import type { WireRequest, WireResponse } from './session.ts'

/** One request to make. */
export interface Invocation {
  readonly kind: CallKind
  readonly request: WireRequest
  /** Of a write or transaction. */
  readonly header?: Header
  readonly keyspace?: string
  /** The key whose leader the request goes to; absent = any node. */
  readonly key?: Key
  /** Address of the node that it goes to, if that can be reached. */
  readonly node?: string | undefined
  /** Of a read that any replica of the key's shard may answer. */
  readonly anyReplica?: boolean
  /** All keys of a transaction. */
  readonly keys?: readonly OperationKey[]
  /** The header's id was sent in an earlier call. */
  readonly sentBefore?: boolean
}

const NO_KEY = '' as Key

export class ClientCore {
  readonly dispatcher: Dispatcher
  readonly defaults: ClientDefaults

  constructor(dispatcher: Dispatcher, defaults: ClientDefaults) {
    this.dispatcher = dispatcher
    this.defaults = defaults
  }

  /** Monotonic time at which a call that starts now ends. */
  deadline(options: CallOptions): number {
    return this.dispatcher.nowMs() + this.timeoutMs(options)
  }

  timeoutMs(options: CallOptions): number {
    return options.timeoutMs === undefined
      ? this.defaults.timeoutMs
      : checkTimeout(options.timeoutMs)
  }

  /** A header with a new operation id, for a call that ends at `deadlineMs`. */
  newHeader(deadlineMs: number): Header {
    return this.dispatcher.newHeader(Math.max(1, deadlineMs - this.dispatcher.nowMs()))
  }

  /** What a read's request says of its consistency: this client's own writes are always seen. */
  consistency(options: ReadOptions): ReturnType<typeof encodeConsistency> {
    return encodeConsistency(options, this.dispatcher.newestWriteTimestamp)
  }

  /** Makes the request; `decode` runs while the response is valid. */
  invoke<Result>(
    invocation: Invocation,
    deadlineMs: number,
    signal: AbortSignal | undefined,
    decode: (response: WireResponse) => Result,
  ): Promise<Result> {
    if (signal?.aborted === true) {
      if (invocation.header !== undefined) {
        this.dispatcher.ids.settle(invocation.header.id.sequence)
      }
      return Promise.reject(reasonOf(signal))
    }
    return new Promise<Result>((resolve, reject) => {
      const call = this.dispatcher.submit({
        kind: invocation.kind,
        request: invocation.request,
        header: invocation.header,
        keyspace: invocation.keyspace ?? '',
        key: invocation.key ?? NO_KEY,
        node: invocation.node,
        anyReplica: invocation.anyReplica ?? false,
        keys: invocation.keys,
        sentBefore: invocation.sentBefore ?? false,
        deadlineMs,
        done: (error, response) => {
          signal?.removeEventListener('abort', abort)
          if (error !== undefined) reject(signal?.aborted === true ? aborted(error, signal) : error)
          else resolveDecoded(response!, decode, resolve, reject)
        },
      })
      const abort = (): void => this.dispatcher.cancel(call, 'the caller gave up')
      signal?.addEventListener('abort', abort, { once: true })
    })
  }

  /** Waits; ends early with the signal's reason. */
  pause(delayMs: number, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const abort = (): void => {
        timer.cancel()
        reject(reasonOf(signal!))
      }
      const timer = this.dispatcher.scheduler.after(delayMs, () => {
        signal?.removeEventListener('abort', abort)
        resolve()
      })
      signal?.addEventListener('abort', abort, { once: true })
    })
  }
}

function resolveDecoded<Result>(
  response: WireResponse,
  decode: (response: WireResponse) => Result,
  resolve: (result: Result) => void,
  reject: (error: Error) => void,
): void {
  try {
    resolve(decode(response))
  } catch (error) {
    reject(error as Error)
  }
}

/** Giving up is the caller's own doing and answered with their reason, except that a write in flight stays in doubt. */
function aborted(error: RingKvError, signal: AbortSignal): Error {
  if (error.code !== 'OUTCOME_UNKNOWN') return reasonOf(signal)
  error.cause = signal.reason
  return error
}

function reasonOf(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new Error(String(signal.reason))
}
