/**
 * Editing without a connection (04, "A context", "Inside a transaction"). A session takes along what was read, lets the
 * program go on as if nothing had changed, and brings all its edits back later in one atomic commit. Whatever others have
 * done meanwhile is merged key by key, or the whole commit is refused with every key explained; then the program takes up
 * the stored version, or makes its edits again on top of it, and commits once more.
 *
 * A session is plain data between calls: `export` it whenever it should survive, `OfflineSession.import` it in the next
 * run, with or without a connection. Every edit is dated by the session's actor, and the store knows by these dates what it
 * has: a commit whose answer was lost may simply be repeated, also by another run of the program, and nothing happens twice.
 *
 * One actor, one session at a time: two devices need two actors.
 */
import { systemClock } from '../../base/clock.ts'
import { RingKvError } from '../../base/errors.ts'
import { keyBytes, keyText, type Key } from '../../base/ids.ts'
import { actorProblem } from '../../versions/actor.ts'
import type { Policy, WriteOutcome } from '../../versions/version.ts'
import type { Client } from '../client.ts'
import { isOutcomeUnknown } from '../errors.ts'
import { DEFAULT_KEYSPACE_NAME, toKey, type KeyInput } from '../keys.ts'
import type { Operation } from '../operations.ts'
import { encodePolicy, invalid, type CallOptions } from '../options.ts'
import type { OneShotResult } from '../transact.ts'
import { normalizeScalar, normalizeValue, toInt } from '../values.ts'
import type { ScalarInput, Value, ValueInput } from '../values.ts'
import { OfflineClock } from './offline-clock.ts'
import { readVersions } from './offline-fetch.ts'
import { fromJson, toJson, type OfflineState } from './offline-json.ts'
import {
  dotFloor,
  dotOf,
  edited,
  freshKey,
  missingIn,
  redated,
  redone,
  sending,
  type OfflineEdit,
  type OfflineKeyState,
  type OfflineOperation,
  type OfflineVersion,
} from './offline-key.ts'

interface KeyspaceOption {
  /** Default that of the session. */
  readonly keyspace?: string
}

export interface FetchOptions extends CallOptions, KeyspaceOption {}

export interface OfflineEditOptions extends KeyspaceOption {
  /** How to resolve a conflict on this key; default: that of the commit. */
  readonly onConflict?: Policy
}

export interface OfflinePutOptions extends OfflineEditOptions {
  /** The value disappears after this many milliseconds. Default: never. */
  readonly ttlMs?: number
}

/** `timeoutMs` is that of the commit, and once more that of the read after it. */
export interface OfflineCommitOptions extends CallOptions {
  /** How to resolve conflicts on keys whose edits do not say; default: the keyspaces' policies. */
  readonly onConflict?: Policy
}

/** What became of one key's edit. */
export interface OfflineResult {
  readonly keyspace: string
  /** As text; `0x…` where the bytes are no UTF-8. */
  readonly key: string
  /** `undefined`: it was committed, and the answer that said how was lost. */
  readonly outcome: WriteOutcome | undefined
  /** What the key holds now, as read after the commit, or as the commit told if that read failed. */
  readonly value: Value | undefined
}

export interface OfflineOptions {
  /** Who edits: at most 64 bytes, this device's own. */
  readonly actor: string
  /** Keyspace of calls that name none. Default `default`. */
  readonly keyspace?: string
  /** The device's clock, microseconds since 1970. Default: the system's. */
  readonly wallMicros?: () => number
}

/** A key with an edit that is not committed. */
export interface PendingEdit {
  readonly keyspace: string
  readonly key: string
  readonly value: Value | undefined
  /** A commit with it, or with a part of it, was begun, and how that ended is not known. */
  readonly inDoubt: boolean
}

export class OfflineSession {
  readonly actor: string
  private readonly keyspace: string
  private readonly clock: OfflineClock
  private readonly keys: Map<string, OfflineKeyState>

  constructor(options: OfflineOptions, state?: OfflineState) {
    const { actor, wallMicros = systemWallMicros } = options
    const problem = actorProblem(actor)
    if (problem !== undefined) throw invalid(problem)
    this.actor = actor
    this.keyspace = options.keyspace ?? DEFAULT_KEYSPACE_NAME
    this.clock = new OfflineClock(wallMicros, state?.clock)
    const keys = state?.keys ?? []
    this.keys = new Map(keys.map((key) => [idOf(key.keyspace, key.key), key]))
  }

  /** The session that `export` gave. Throws `INVALID_ARGUMENT` for anything else. */
  static import(text: string, options: Pick<OfflineOptions, 'wallMicros'> = {}): OfflineSession {
    const state = fromJson(text)
    const { actor, keyspace } = state
    return new OfflineSession({ ...options, actor, keyspace }, state)
  }

  /** All of it as JSON. Keep it after every change that must survive, and before a commit. */
  export(): string {
    const keys = [...this.keys.values()]
    const { actor, keyspace } = this
    return toJson({ actor, keyspace, clock: this.clock.state, keys })
  }

  // ---- taking along ----------------------------------------------------------------------------------------------

  /**
   * Reads keys as of one moment, and takes them along. A key with an edit that is not committed keeps both the edit and the
   * version that it is based on.
   */
  async fetch(kv: Client, keys: readonly KeyInput[], options: FetchOptions = {}): Promise<void> {
    for (const { id, fresh } of await this.read(kv, keys, options)) {
      if (this.keys.get(id)?.edit === undefined) this.keys.set(id, fresh)
    }
  }

  /** Drops the edits of keys, and takes up what is stored. */
  async takeTheirs(
    kv: Client,
    keys: readonly KeyInput[],
    options: FetchOptions = {},
  ): Promise<void> {
    for (const { id, fresh } of await this.read(kv, keys, options)) this.keys.set(id, fresh)
  }

  /**
   * Takes up what is stored, and makes the edits of keys again on top of it: increments add to the new number, list edits go
   * into the new list, a put or delete replaces whatever there is. What the store has already is not done twice. Look at
   * the result before it is committed. Throws `TYPE_MISMATCH` or `OVERFLOW` where an edit does not fit any more; that
   * key stays as it is.
   */
  async redo(kv: Client, keys: readonly KeyInput[], options: FetchOptions = {}): Promise<void> {
    for (const { id, fresh } of await this.read(kv, keys, options)) {
      const state = this.keys.get(id)
      if (state?.edit === undefined) this.keys.set(id, fresh)
      else {
        const missing = missingIn(fresh.read, this.actor, state)
        const date = (floor: number): number => this.clock.date(floor)
        this.keys.set(id, redone(state, fresh.read, missing, date))
      }
    }
  }

  // ---- editing, without a connection -----------------------------------------------------------------------------

  /** The value here and now, own edits included; `undefined` if there is none, or the key was not taken along. */
  get(key: KeyInput, options: KeyspaceOption = {}): Value | undefined {
    return this.keys.get(idOf(options.keyspace ?? this.keyspace, toKey(key)))?.value
  }

  /** Sets the value. A key that was not taken along is believed not to exist. */
  put(key: KeyInput, value: ValueInput, options: OfflinePutOptions = {}): void {
    const { ttlMs } = options
    if (ttlMs !== undefined && !(ttlMs > 0)) throw invalid(`ttlMs must be above 0, not ${ttlMs}`)
    const expiry = ttlMs === undefined ? 0 : this.clock.now() + Math.ceil(ttlMs * 1000)
    this.edit(key, { op: 'put', value: normalizeValue(value), expiry }, options)
  }

  /** Removes the value. */
  delete(key: KeyInput, options: OfflineEditOptions = {}): void {
    this.edit(key, { op: 'delete' }, options)
  }

  /** Adds to an int, from 0 if there is none. */
  increment(key: KeyInput, by: bigint | number = 1n, options: OfflineEditOptions = {}): void {
    this.edit(key, { op: 'increment', by: toInt(by) }, options)
  }

  /** Adds elements at the end of a list. */
  listAppend(
    key: KeyInput,
    elements: readonly ScalarInput[],
    options: OfflineEditOptions = {},
  ): void {
    this.edit(key, { op: 'append', elements: elements.map(normalizeScalar) }, options)
  }

  /** Adds elements at the front of a list, in the order given. */
  listPrepend(
    key: KeyInput,
    elements: readonly ScalarInput[],
    options: OfflineEditOptions = {},
  ): void {
    this.edit(key, { op: 'prepend', elements: elements.map(normalizeScalar) }, options)
  }

  /** Removes every element equal to one of those given. */
  listRemove(
    key: KeyInput,
    elements: readonly ScalarInput[],
    options: OfflineEditOptions = {},
  ): void {
    this.edit(key, { op: 'remove', elements: elements.map(normalizeScalar) }, options)
  }

  /** The edits that are not committed. */
  get pending(): readonly PendingEdit[] {
    return [...this.keys.values()].flatMap(({ keyspace, key, value, edit, sent }) =>
      edit === undefined
        ? []
        : [{ keyspace, key: keyText(key), value, inDoubt: isInDoubt(edit, sent) }],
    )
  }

  // ---- committing ------------------------------------------------------------------------------------------------

  /**
   * Writes all edits at once: on every key it is applied or merged with what others did, or nothing happens and the error
   * (`CONFLICT`, see `isConflict`) explains every key that could not be resolved. Then `redo` or `takeTheirs` those, and
   * commit again. With `OUTCOME_UNKNOWN`, and whenever it is not known how a commit ended, commit again: what has happened is
   * not done twice. With `CLOCK_AHEAD` the device's clock had run ahead, and the edits are dated anew: commit again, having kept
   * the session if it is kept at all, since it is by their dates that edits are known to have happened.
   *
   * `kv` must be connected with this session's actor. Afterwards the session has the newest versions and can go on.
   */
  async commit(kv: Client, options: OfflineCommitOptions = {}): Promise<readonly OfflineResult[]> {
    this.checkActor(kv)
    const before = new Map([...this.keys].filter(([, { edit }]) => edit !== undefined))
    if (before.size === 0) return []
    this.clock.heard(kv.core.dispatcher.clusterClock.now())
    const batch = [...before].map(([id, state]) => ({ id, state: sending(state) }))
    for (const { id, state } of batch) this.keys.set(id, state)
    const answer = await this.send(kv, batch, before, options)
    batch.forEach(({ id, state }, at) => {
      const result = answer.results?.[at]
      const written = result?.kind === 'written' ? result : undefined
      const told = written?.outcome === 'MERGED' ? written.value : state.value
      this.keys.set(id, settled(this.keys.get(id)!, state, told))
    })
    await this.refresh(kv, batch, options)
    return batch.map(({ id, state }, at) => {
      const result = answer.results?.[at]
      const { keyspace, key } = state
      const outcome = result?.kind === 'written' ? result.outcome : undefined
      return { keyspace, key: keyText(key), outcome, value: this.keys.get(id)!.value }
    })
  }

  private async send(
    kv: Client,
    batch: readonly Sending[],
    before: ReadonlyMap<string, OfflineKeyState>,
    options: OfflineCommitOptions,
  ): Promise<OneShotResult> {
    const then = batch.map(({ state }) => operationOf(state, options.onConflict))
    try {
      return await kv.transactOnce({ then }, callOptions(options))
    } catch (error) {
      // Where it is certain that nothing has happened, no dot of this commit is out there.
      if (error instanceof RingKvError && !isOutcomeUnknown(error)) {
        for (const { id } of batch) {
          const state = this.keys.get(id)!
          this.keys.set(id, { ...state, sent: before.get(id)!.sent })
        }
        if (error.code === 'CLOCK_AHEAD') this.dateAnew(kv.core.dispatcher.clusterClock.now())
      }
      throw error
    }
  }

  private dateAnew(now: number): void {
    this.clock.heard(now)
    this.clock.setBack(now)
    for (const [id, state] of this.keys) this.keys.set(id, redated(state, now))
  }

  /** The newest versions of what was committed. If they cannot be had, the session goes on from what it knows. */
  private async refresh(
    kv: Client,
    batch: readonly Sending[],
    options: CallOptions,
  ): Promise<void> {
    const targets = batch.map(({ state }) => state)
    try {
      for (const version of await readVersions(kv.core, targets, callOptions(options))) {
        const { keyspace, key, read } = version
        const id = idOf(keyspace, key)
        // Edits that were made while it was read go on from the version before.
        if (this.keys.get(id)?.edit === undefined) this.keys.set(id, freshKey(keyspace, key, read))
      }
    } catch (error) {
      if (!(error instanceof RingKvError)) throw error
    }
  }

  // ---- details ---------------------------------------------------------------------------------------------------

  private edit(keyInput: KeyInput, operation: OfflineOperation, options: OfflineEditOptions): void {
    const { onConflict } = options
    if (onConflict !== undefined) encodePolicy(onConflict)
    const key = toKey(keyInput)
    const keyspace = options.keyspace ?? this.keyspace
    const id = idOf(keyspace, key)
    const known = this.keys.get(id)
    if (known === undefined && operation.op !== 'put') {
      throw invalid(`"${keyText(key)}" was not taken along: fetch it while there is a connection`)
    }
    const state = known ?? freshKey(keyspace, key, NOTHING)
    const date = this.clock.date(dotFloor(state))
    this.keys.set(id, edited(state, { ...operation, date }, onConflict))
  }

  private async read(
    kv: Client,
    keys: readonly KeyInput[],
    options: FetchOptions,
  ): Promise<{ id: string; fresh: OfflineKeyState }[]> {
    const keyspace = options.keyspace ?? this.keyspace
    const targets = keys.map((key) => ({ keyspace, key: toKey(key) }))
    const versions = await readVersions(kv.core, targets, callOptions(options))
    this.clock.heard(kv.core.dispatcher.clusterClock.now())
    return versions.map(({ key, read }) => {
      return { id: idOf(keyspace, key), fresh: freshKey(keyspace, key, read) }
    })
  }

  private checkActor(kv: Client): void {
    const { actor } = kv.core.defaults
    if (actor === this.actor) return
    throw invalid(
      `the edits are those of "${this.actor}", and the connection is ` +
        `${actor === '' ? "nobody's" : `that of "${actor}"`}: connect with actor "${this.actor}"`,
    )
  }
}

interface Sending {
  readonly id: string
  readonly state: OfflineKeyState
}

const NOTHING: OfflineVersion = {
  timestamp: 0,
  value: undefined,
  context: new Uint8Array(0),
  expiry: 0,
}

function isInDoubt({ operations }: OfflineEdit, sent: readonly number[]): boolean {
  const newest = sent.at(-1) ?? 0
  return operations.some(({ date }) => date <= newest)
}

/** The key after its edit was committed as `sent`; what was edited since then is still to be committed. */
function settled(
  now: OfflineKeyState,
  sent: OfflineKeyState,
  value: Value | undefined,
): OfflineKeyState {
  const dot = dotOf(sent.edit!)
  const later = now.edit!.operations.filter(({ date }) => date > dot)
  return later.length === 0
    ? { ...now, value, edit: undefined }
    : { ...now, edit: { ...now.edit!, operations: later } }
}

/** The value as it is now, with the date of its last edit: the store compares it with what others did. */
function operationOf(state: OfflineKeyState, policy: Policy | undefined): Operation {
  const { keyspace, key, read, value, expiry, sent, edit } = state
  const onConflict = edit!.onConflict ?? policy
  const compared = {
    keyspace,
    key: keyBytes(key),
    ownDots: sent,
    ...(read.context.length === 0 ? {} : { context: read.context }),
    ...(onConflict === undefined ? {} : { onConflict }),
  }
  return value === undefined
    ? { op: 'delete', ...compared }
    : { op: 'put', value, expiry, ...compared }
}

function callOptions({ timeoutMs, signal }: CallOptions): CallOptions {
  return {
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(signal === undefined ? {} : { signal }),
  }
}

function idOf(keyspace: string, key: Key): string {
  return `${keyspace}\0${key}`
}

function systemWallMicros(): number {
  return systemClock.wallMicros()
}
