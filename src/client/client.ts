/**
 * The client of a RingKV cluster. Keys are text or bytes, values text, bytes, integers or lists of those. Every call ends at
 * its deadline; what can be repeated safely is repeated until then, on other nodes if need be, under the same operation
 * id, so nothing happens twice.
 */
import { RingKvError } from '../base/errors.ts'
import { keyBytes, keyText, type Key } from '../base/ids.ts'
import type { wire } from '../net/protobuf.ts'
import { batchPut, getMany, type BatchEntry } from './batch.ts'
import { ClientCore } from './core.ts'
import { readConflicts, type ConflictHistory, type ConflictsOptions } from './conflicts.ts'
import { deleteRange, type DeleteRangeOptions, type DeleteRangeResult } from './delete-range.ts'
import type { Dispatcher } from './dispatcher.ts'
import {
  decodeRow,
  decodeWritten,
  expectInt,
  expectList,
  expectString,
  type Entry,
  type KeyedEntry,
  type WriteResult,
} from './entries.ts'
import type { UnresolvedOperation } from './errors.ts'
import { readHistory, type HistoryOptions, type KeyHistory } from './history.ts'
import { toKey, type KeyInput } from './keys.ts'
import { deleteRequest, incrementRequest, listRequest, putRequest } from './operations.ts'
import {
  anyReplicaOf,
  readTime,
  type CallOptions,
  type ClientDefaults,
  type KeyspaceOptions,
  type OverwriteOptions,
  type PutOptions,
  type ReadOptions,
} from './options.ts'
import { resolveOperation, type Resolution } from './resolve.ts'
import { scan, type ScanOptions } from './scan.ts'
import type { WireRequest, WireResponse } from './session.ts'
import { transact, transactOnce, type OneShot, type OneShotResult } from './transact.ts'
import type { Transaction } from './transaction.ts'
import type { Scalar, ScalarInput, ValueInput } from './values.ts'
import { watch, type WatchEvent, type WatchOptions } from './watch.ts'

/** A write's result whose value is an int. */
export interface IncrementResult extends WriteResult {
  /** The sum. Absent on a repeated answer whose value is no longer kept. */
  readonly value: bigint | undefined
}

/** A write's result whose value is a list. */
export interface ListResult extends WriteResult {
  /** The list afterwards. Absent on a repeated answer whose value is no longer kept. */
  readonly value: readonly Scalar[] | undefined
}

/** Made by `RingKv.connect` (connect.ts); see there. */
export class Client implements AsyncDisposable {
  /** @internal For offline sessions. */
  readonly core: ClientCore

  /** @internal */
  constructor(dispatcher: Dispatcher, defaults: ClientDefaults) {
    this.core = new ClientCore(dispatcher, defaults)
  }

  // ---- reads -----------------------------------------------------------------------------------------------------

  /** The key's value, linearizable (or as of `at`, or as `consistency` says); `undefined` if it has none. */
  get(key: KeyInput, options: ReadOptions = {}): Promise<Entry | undefined> {
    return guard(() => {
      const target = this.target(key, options)
      const { keyspace } = target
      const get = { keyspace, key: keyBytes(target.key), at: readTime(options.at) }
      if (options.consistency !== undefined) Object.assign(get, this.core.consistency(options))
      const anyReplica = anyReplicaOf(options)
      return this.core.invoke(
        { kind: 'read', request: { get }, ...target, anyReplica },
        this.core.deadline(options),
        options.signal,
        (response) => decodeRow(response.get?.row),
      )
    })
  }

  /** As `get`, for an int; `undefined` if there is none, `TYPE_MISMATCH` for another type. */
  async getInt(key: KeyInput, options: ReadOptions = {}): Promise<bigint | undefined> {
    const entry = await this.get(key, options)
    return entry && expectInt(keyText(toKey(key)), entry.value)
  }

  /** As `get`, for text; `undefined` if there is none, `TYPE_MISMATCH` for another type. */
  async getString(key: KeyInput, options: ReadOptions = {}): Promise<string | undefined> {
    const entry = await this.get(key, options)
    return entry && expectString(keyText(toKey(key)), entry.value)
  }

  /** As `get`, for a list; `undefined` if there is none, `TYPE_MISMATCH` for another type. */
  async getList(key: KeyInput, options: ReadOptions = {}): Promise<readonly Scalar[] | undefined> {
    const entry = await this.get(key, options)
    return entry && expectList(keyText(toKey(key)), entry.value)
  }

  /**
   * Many keys at once, one result per key in the order given. Each read is linearizable by itself; give `at`, or use
   * `transact`, to read them as of one moment.
   */
  getMany(keys: readonly KeyInput[], options: ReadOptions = {}): Promise<(Entry | undefined)[]> {
    return getMany(this.core, keys, options)
  }

  /**
   * All rows that match, as one consistent cut, in (ring position, key) order; inside one partition in key order. Rows are
   * fetched in pages as the loop goes on. `timeoutMs` is per page.
   */
  scan(options: ScanOptions = {}): AsyncGenerator<KeyedEntry, void, undefined> {
    return scan(this.core, options)
  }

  /**
   * The recent conflicts of a key, resolved or refused, newest first: who met whom, why, and how it ended. From the log of
   * the key's shard, which is replicated and bounded in bytes.
   */
  conflicts(key: KeyInput, options: ConflictsOptions = {}): Promise<ConflictHistory> {
    return readConflicts(this.core, key, options)
  }

  /** The versions of a key that its keyspace's history still has, newest first. */
  history(key: KeyInput, options: HistoryOptions = {}): Promise<KeyHistory> {
    return readHistory(this.core, key, options)
  }

  /**
   * What changes: of one key, of all keys with a prefix, of a range, or of everything, from now on or from a token or time. Ends only
   * when the loop is left, its signal is aborted, or by an error that trying again cannot mend (`SNAPSHOT_TOO_OLD`: what was
   * missed is not all kept any more). Versions of one key come in the order in which they were written. After a lost connection or
   * another leader some may come again; none is left out.
   */
  watch(options: WatchOptions = {}): AsyncGenerator<WatchEvent, void, undefined> {
    return watch(this.core, options)
  }

  // ---- writes ----------------------------------------------------------------------------------------------------

  /**
   * Sets the key's value. Without a context it overwrites whatever is there; with the context of an earlier read it is
   * compared with what came in between and merged or refused (`CONFLICT`, with the full explanation in `details`).
   */
  put(key: KeyInput, value: ValueInput, options: PutOptions = {}): Promise<WriteResult> {
    return guard(() => {
      const target = this.target(key, options)
      const { clusterClock } = this.core.dispatcher
      const put = putRequest(target.keyspace, target.key, value, options, clusterClock)
      return this.write(target, options, put, { put })
    })
  }

  /** Removes the key's value, by the same rules as `put`. Removing what is not there is fine. */
  delete(key: KeyInput, options: OverwriteOptions = {}): Promise<WriteResult> {
    return guard(() => {
      const target = this.target(key, options)
      const request = deleteRequest(target.keyspace, target.key, options)
      return this.write(target, options, request, { delete: request })
    })
  }

  /**
   * Deletes the keys of one partition that have a value, of a range or all. What fits into one piece (1 000 keys) goes at
   * once and exactly once; more goes piece by piece. `timeoutMs` is per piece.
   */
  deleteRange(options: DeleteRangeOptions): Promise<DeleteRangeResult> {
    return guard(() => deleteRange(this.core, options))
  }

  /** Adds to the key's int (from 0 if there is none), exactly once. Never conflicts. */
  increment(
    key: KeyInput,
    by: bigint | number = 1n,
    options: KeyspaceOptions = {},
  ): Promise<IncrementResult> {
    return guard(() => {
      const target = this.target(key, options)
      const increment = incrementRequest(target.keyspace, target.key, by)
      const written = this.write(target, options, increment, { increment })
      return written as Promise<IncrementResult>
    })
  }

  /** Adds elements at the end of the key's list (an empty one if there is none), exactly once. */
  listAppend(
    key: KeyInput,
    elements: readonly ScalarInput[],
    options: KeyspaceOptions = {},
  ): Promise<ListResult> {
    return this.editList('listAppend', key, elements, options)
  }

  /** Adds elements at the front of the key's list, in the order given, exactly once. */
  listPrepend(
    key: KeyInput,
    elements: readonly ScalarInput[],
    options: KeyspaceOptions = {},
  ): Promise<ListResult> {
    return this.editList('listPrepend', key, elements, options)
  }

  /** Removes every element equal to one of those given. */
  listRemove(
    key: KeyInput,
    elements: readonly ScalarInput[],
    options: KeyspaceOptions = {},
  ): Promise<ListResult> {
    return this.editList('listRemove', key, elements, options)
  }

  /**
   * Many independent puts, all under way at once: each happens or fails by itself. One result per put in the order given, an
   * error where it failed. For all or nothing use `transactOnce`.
   */
  batchPut(
    entries: readonly BatchEntry[],
    options: KeyspaceOptions = {},
  ): Promise<(WriteResult | RingKvError)[]> {
    return batchPut(this.core, entries, options)
  }

  // ---- transactions ----------------------------------------------------------------------------------------------

  /**
   * Runs `body` as a strictly serializable transaction over any number of shards and returns what it returned. All its
   * writes happen at once, and only if nothing that it read has changed; else it runs again, until the deadline (error
   * `RETRY`). So `body` may run several times: it must have no effects but through the transaction. If it throws,
   * nothing is written and its error is thrown on.
   */
  transact<Result>(
    body: (transaction: Transaction) => Promise<Result> | Result,
    options: CallOptions = {},
  ): Promise<Result> {
    return transact(this.core, body, options)
  }

  /** A transaction in one message: if every compare holds `then` is done, else `else`, atomically over any shards. */
  transactOnce(oneShot: OneShot, options: CallOptions = {}): Promise<OneShotResult> {
    return transactOnce(this.core, oneShot, options)
  }

  /**
   * What became of an operation whose outcome stayed unknown: give it the `details` of the `OUTCOME_UNKNOWN` error, in this
   * client or another. An operation reported as aborted never happens any more. Throws `OUTCOME_EXPIRED` when too late.
   */
  async resolve(operation: UnresolvedOperation, options: CallOptions = {}): Promise<Resolution> {
    const deadlineMs = this.core.deadline(options)
    const resolution = await resolveOperation(this.core, operation, deadlineMs, options.signal)
    const { ids } = this.core.dispatcher
    if (operation.id.client === ids.client) ids.settle(operation.id.sequence)
    return resolution
  }

  // ---- life ------------------------------------------------------------------------------------------------------

  /** Ends all sessions. Calls under way end at once: reads with an error, writes with `OUTCOME_UNKNOWN`. */
  close(): Promise<void> {
    this.core.dispatcher.close()
    return Promise.resolve()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close()
  }

  /** Addresses of the nodes that it is connected to now. */
  get connectedTo(): readonly string[] {
    return this.core.dispatcher.openAddresses()
  }

  /** @internal For the load generator: requests without a promise each. */
  get dispatcher(): Dispatcher {
    return this.core.dispatcher
  }

  // ---- details ---------------------------------------------------------------------------------------------------

  private target(key: KeyInput, options: KeyspaceOptions): { keyspace: string; key: Key } {
    return { keyspace: options.keyspace ?? this.core.defaults.keyspace, key: toKey(key) }
  }

  private editList(
    edit: 'listAppend' | 'listPrepend' | 'listRemove',
    key: KeyInput,
    elements: readonly ScalarInput[],
    options: KeyspaceOptions,
  ): Promise<ListResult> {
    return guard(() => {
      const target = this.target(key, options)
      const list = listRequest(target.keyspace, target.key, elements)
      return this.write(target, options, list, { [edit]: list }) as Promise<ListResult>
    })
  }

  /** `body` is the operation inside `request` that the header goes into. */
  private write(
    target: { keyspace: string; key: Key },
    options: CallOptions,
    body: { header?: wire.WriteHeader.$Properties | null },
    request: WireRequest,
  ): Promise<WriteResult> {
    const deadlineMs = this.core.deadline(options)
    const header = this.core.newHeader(deadlineMs)
    body.header = header
    const { keyspace, key } = target
    return this.core.invoke(
      { kind: 'write', request, header, keyspace, key },
      deadlineMs,
      options.signal,
      decodeWrittenResponse,
    )
  }
}

function decodeWrittenResponse({ written }: WireResponse): WriteResult {
  return decodeWritten(written!)
}

/** Mistakes in arguments reject the promise, like every other error. */
async function guard<Result>(run: () => Promise<Result>): Promise<Result> {
  return run()
}
