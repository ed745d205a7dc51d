/**
 * Watches. The client asks one node for what has changed, again and again, and names each time how far it has come; so when the
 * connection breaks or the node dies it asks another one for the same.
 */
import { backoffMs } from '../base/backoff.ts'
import { RingKvError } from '../base/errors.ts'
import { keyBytes } from '../base/ids.ts'
import type { wire } from '../net/protobuf.ts'
import type { ClientCore } from './core.ts'
import { decodeKeyedRow, type KeyedEntry, type WireRow } from './entries.ts'
import { toKey, type KeyInput } from './keys.ts'
import { invalid } from './options.ts'
import { boundBytes } from './scan.ts'

/** What to watch. Without anything: the whole keyspace. */
export interface WatchOptions {
  /** Default that of `connect`. */
  readonly keyspace?: string
  /** Only this key. */
  readonly key?: KeyInput
  /** Only keys that begin so. */
  readonly prefix?: KeyInput
  /** First key, inclusive. */
  readonly start?: KeyInput
  /** Exclusive. */
  readonly end?: KeyInput
  /**
   * Where to begin: the token of an event goes on behind it, a hybrid timestamp in microseconds (of a write, say) with
   * everything written after it. Default: now.
   */
  readonly from?: Uint8Array | number
  /** Also say, about once a second, up to which timestamp everything has come. Default false. */
  readonly progress?: boolean
  /** Ends the watch. */
  readonly signal?: AbortSignal
}

/** A new version of a key. There is no event when a value expires: each brings its `expiry`. */
export interface WatchChange extends Omit<KeyedEntry, 'value'> {
  readonly type: 'put' | 'delete'
  /** `undefined`: the key was deleted. */
  readonly value: KeyedEntry['value'] | undefined
  /** A watch from this token misses nothing that comes after this event; the event itself may come again. May be stored. */
  readonly token: Uint8Array
}

/** Everything that was or ever will be written at or below `resolved` has come. */
export interface WatchProgress {
  readonly type: 'progress'
  /** Hybrid timestamp, microseconds. */
  readonly resolved: number
  readonly token: Uint8Array
}

export type WatchEvent = WatchChange | WatchProgress

interface Answer {
  readonly changes: readonly Omit<WatchChange, 'token'>[]
  readonly token: Uint8Array
  readonly resolved: number
}

/** Longer than a node lets a request wait when there is nothing to say. */
const ANSWER_MS = 20_000
const RETRY_BASE_MS = 50
const RETRY_MAX_MS = 1_000

/** See `RingKv.watch`. */
export async function* watch(
  core: ClientCore,
  options: WatchOptions,
): AsyncGenerator<WatchEvent, void, undefined> {
  const request = watchRequest(core, options)
  const { dispatcher } = core
  let { token } = request
  let failures = 0
  let node: string | undefined
  for (;;) {
    node = nodeFor(core, node)
    let answer: Answer
    try {
      answer = await core.invoke(
        { kind: 'read', request: { watch: { ...request, token } }, node },
        dispatcher.nowMs() + ANSWER_MS,
        options.signal,
        decodeAnswer,
      )
      failures = 0
    } catch (error) {
      if (!mayPass(error) || dispatcher.isClosed) throw error
      const pauseMs = backoffMs(++failures, RETRY_BASE_MS, RETRY_MAX_MS, dispatcher.random)
      await core.pause(pauseMs, options.signal)
      continue
    }
    for (const change of answer.changes) yield { ...change, token }
    ;({ token } = answer)
    if (options.progress === true) yield { type: 'progress', resolved: answer.resolved, token }
  }
}

type Request = wire.WatchRequest.$Properties & { readonly token: Uint8Array }

function watchRequest(core: ClientCore, options: WatchOptions): Request {
  const { key, prefix, start, end, from } = options
  const chosen = [key, prefix, start ?? end].filter((one) => one !== undefined)
  if (chosen.length > 1) throw invalid('give a watch a key, a prefix, or start and end')
  if (typeof from === 'number' && !(Number.isSafeInteger(from) && from > 0)) {
    throw invalid(`a watch begins at a timestamp in microseconds, not at ${from}`)
  }
  return {
    keyspace: options.keyspace ?? core.defaults.keyspace,
    key: key === undefined ? boundBytes(undefined) : keyBytes(toKey(key)),
    prefix: boundBytes(prefix),
    start: boundBytes(start),
    end: boundBytes(end),
    token: from instanceof Uint8Array ? from : new Uint8Array(0),
    from: typeof from === 'number' ? from : 0,
    watch: core.dispatcher.nextWatch(),
  }
}

/** The node that remembers this watch, as long as it can be reached; then any other. */
function nodeFor({ dispatcher }: ClientCore, node: string | undefined): string | undefined {
  const addresses = dispatcher.openAddresses()
  if (node !== undefined && addresses.includes(node)) return node
  if (addresses.length === 0) return undefined
  return addresses[dispatcher.random.integer(0, addresses.length - 1)]
}

function decodeAnswer({
  watch: answer,
}: {
  watch?: wire.WatchResponse.$Properties | null
}): Answer {
  return {
    changes: (answer?.events ?? []).map(changeOf),
    token: Uint8Array.from(answer?.token ?? []),
    resolved: answer?.resolved ?? 0,
  }
}

function changeOf(row: WireRow): Omit<WatchChange, 'token'> {
  const deleted = row.value === undefined || row.value === null
  const entry = decodeKeyedRow(row)
  return deleted ? { ...entry, type: 'delete', value: undefined } : { ...entry, type: 'put' }
}

/** Whether the same request may be answered later, or elsewhere. */
function mayPass(error: unknown): boolean {
  return error instanceof RingKvError && (error.retry !== 'no' || error.code === 'DEADLINE')
}
