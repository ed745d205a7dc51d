/**
 * One key of an offline session: the version that was read, what the program has made of it since, and which of its dots may
 * have reached the cluster. A dot is the date of an edit (04, "Actors"); the store knows by it whether it has the edit
 * already, so sending one again is safe.
 *
 * Several edits between two commits are one event with the date of the last, since nobody else can have seen the ones in
 * between. Dots that were sent are brought along with every later edit until the key is read again: the store must see
 * that the chain has no gap.
 */
import { RingKvError } from '../../base/errors.ts'
import { keyText, type Key } from '../../base/ids.ts'
import { counterOf, EMPTY_CLOCK, greatestCounter } from '../../versions/vector-clock.ts'
import { peekContext } from '../../versions/context.ts'
import type { Policy, VectorClock } from '../../versions/version.ts'
import type { WriteOperation } from '../operations.ts'
import { applyOperation } from '../overlay.ts'
import type { Scalar, Value } from '../values.ts'

/** What a key was read as. */
export interface OfflineVersion {
  /** 0 = it had no version. */
  readonly timestamp: number
  /** `undefined` = it had no value. */
  readonly value: Value | undefined
  /** Empty = it had no version. */
  readonly context: Uint8Array
  /** Hybrid timestamp at which the value disappears; 0 = never. */
  readonly expiry: number
}

/** A change of the key's value, without the key. */
export type OfflineOperation =
  | { readonly op: 'put'; readonly value: Value; readonly expiry: number }
  | { readonly op: 'delete' }
  | { readonly op: 'increment'; readonly by: bigint }
  | { readonly op: 'append' | 'prepend' | 'remove'; readonly elements: readonly Scalar[] }

export type DatedOperation = OfflineOperation & {
  readonly date: number
  /** Of one that was made again on a later version: its first date, under which it may still reach the store. */
  readonly firstDate?: number | undefined
}

/** What is to be committed. */
export interface OfflineEdit {
  /** Since the version that was read or, after a commit, since that; a put or delete begins anew. At least one. */
  readonly operations: readonly DatedOperation[]
  readonly onConflict: Policy | undefined
}

export interface OfflineKeyState {
  readonly keyspace: string
  readonly key: Key
  readonly read: OfflineVersion
  /** The value and expiry here and now. */
  readonly value: Value | undefined
  readonly expiry: number
  readonly edit: OfflineEdit | undefined
  /** Dots that may have reached the cluster since `read`, rising. */
  readonly sent: readonly number[]
}

export function freshKey(keyspace: string, key: Key, read: OfflineVersion): OfflineKeyState {
  const { value, expiry } = read
  return { keyspace, key, read, value, expiry, edit: undefined, sent: [] }
}

/** The counter above which the key's next dot must be. */
export function dotFloor({ read, sent, edit }: OfflineKeyState): number {
  const seen = greatestCounter(clockOf(read))
  return Math.max(seen, sent.at(-1) ?? 0, edit === undefined ? 0 : dotOf(edit))
}

/** The event that an edit is: the date of its last operation. */
export function dotOf({ operations }: OfflineEdit): number {
  return operations.at(-1)!.date
}

/** The key after one more edit. Throws as the server would for a value of another type, or an int that grows too large. */
export function edited(
  state: OfflineKeyState,
  operation: DatedOperation,
  onConflict: Policy | undefined,
): OfflineKeyState {
  const { key, edit, value } = state
  const begins = operation.op === 'put' || operation.op === 'delete'
  const operations = begins ? [operation] : [...(edit?.operations ?? []), operation]
  const policy = onConflict ?? edit?.onConflict
  const full: WriteOperation = { ...operation, key: '' }
  const next = applyOperation(keyText(key), value, full)
  const expiry = expiryAfter(state, operation)
  return { ...state, value: next, expiry, edit: { operations, onConflict: policy } }
}

/** Increments and list edits keep the value's expiry (05, "Time to live"). */
function expiryAfter({ value, expiry }: OfflineKeyState, operation: OfflineOperation): number {
  if (operation.op === 'put') return operation.expiry
  return operation.op === 'delete' || value === undefined ? 0 : expiry
}

/** The edit is about to be sent, with the dates that the program may have kept: whoever comes back with them must find it. */
export function sending(state: OfflineKeyState): OfflineKeyState {
  const { edit, sent } = state
  if (edit === undefined || sent.includes(dotOf(edit))) return state
  return { ...state, sent: [...sent, dotOf(edit)] }
}

/**
 * The edit was not sent, or it is certain that nothing came of it: what a clock that ran ahead has dated later than `now`, the
 * cluster's time, was made by now at the latest.
 */
export function redated(state: OfflineKeyState, now: number): OfflineKeyState {
  const { edit, sent } = state
  if (edit === undefined || sent.includes(dotOf(edit))) return state
  const floor = dotFloor({ ...state, edit: undefined })
  const dot = Math.max(floor + 1, Math.min(dotOf(edit), now))
  const operations = edit.operations.map((each) => ({
    ...each,
    date: Math.min(each.date, dot),
    firstDate: Math.min(firstDateOf(each), dot),
  }))
  return { ...state, edit: { ...edit, operations } }
}

/**
 * The operations of the pending edit that are not in `read`, a later version of the key. Throws where the version's clock
 * was shortened too far to tell whether an edit that was sent is in it.
 */
export function missingIn(
  read: OfflineVersion,
  actor: string,
  { key, edit, sent }: OfflineKeyState,
): readonly DatedOperation[] {
  const clock = clockOf(read)
  const known = counterOf(clock, actor)
  if (sent.some((dot) => dot > known && dot <= clock.dropped)) {
    throw new RingKvError(
      'CONFLICT',
      `whether the edit of "${keyText(key)}" was stored cannot be told any more: look at its value, then drop the edit`,
    )
  }
  return (edit?.operations ?? []).filter((operation) => firstDateOf(operation) > known)
}

/** The store has the operation if it has an event of this date, or a later one of the actor: each brings all that were sent before. */
function firstDateOf({ date, firstDate }: DatedOperation): number {
  return firstDate ?? date
}

/**
 * `read` with operations made once more on top of it; `date` dates each of them. A commit of before may be on its way still and
 * arrive later than `read`: by their first dates it will be seen that it brought them.
 */
export function redone(
  { keyspace, key, edit }: OfflineKeyState,
  read: OfflineVersion,
  operations: readonly DatedOperation[],
  date: (floor: number) => number,
): OfflineKeyState {
  let state = freshKey(keyspace, key, read)
  for (const operation of operations) {
    const again = { ...operation, date: date(dotFloor(state)), firstDate: firstDateOf(operation) }
    state = edited(state, again, edit?.onConflict)
  }
  return state
}

function clockOf({ context }: OfflineVersion): VectorClock {
  return peekContext(context)?.clock ?? EMPTY_CLOCK
}
