/**
 * An offline session as JSON, for a file or a browser's storage: what was read, the edits that are not committed yet, and the
 * clock. Values keep their types: `{"int": "5"}`, `{"string": "a"}`, `{"bytes": "<base64>"}`, `{"list": […]}`. What comes back
 * is checked: a damaged file must not become edits that nobody made.
 */
import { z } from 'zod'
import { RingKvError } from '../../base/errors.ts'
import { keyBytes, keyOfBytes } from '../../base/ids.ts'
import { actorProblem } from '../../versions/actor.ts'
import { INT_MAX, INT_MIN } from '../../versions/value.ts'
import { POLICIES } from '../../versions/version.ts'
import type { Scalar, Value } from '../values.ts'
import type { OfflineClockState } from './offline-clock.ts'
import type { OfflineKeyState } from './offline-key.ts'

const FORMAT = 1

export interface OfflineState {
  readonly actor: string
  /** Of calls that name none. */
  readonly keyspace: string
  readonly clock: OfflineClockState
  readonly keys: readonly OfflineKeyState[]
}

const count = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER)
const base64 = z.base64().transform((text) => Uint8Array.from(Buffer.from(text, 'base64')))
const int = z
  .string()
  .regex(/^-?\d{1,19}$/)
  .transform(BigInt)
  .refine((value) => value >= INT_MIN && value <= INT_MAX)
const scalar = z.union([
  z.strictObject({ int }).transform(({ int: value }): Scalar => value),
  z.strictObject({ string: z.string() }).transform(({ string }): Scalar => string),
  z.strictObject({ bytes: base64 }).transform(({ bytes }): Scalar => bytes),
])
const value = z.union([
  scalar,
  z.strictObject({ list: z.array(scalar) }).transform(({ list }): Value => list),
])
const absentOr = value.nullable().transform((found) => found ?? undefined)
const dates = { date: count, firstDate: count.optional() }
const operation = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('put'), value, expiry: count, ...dates }),
  z.strictObject({ op: z.literal('delete'), ...dates }),
  z.strictObject({ op: z.literal('increment'), by: int, ...dates }),
  z.strictObject({
    op: z.enum(['append', 'prepend', 'remove']),
    elements: z.array(scalar),
    ...dates,
  }),
])
const rising = z
  .array(count)
  .refine((dots) => dots.every((dot, at) => at === 0 || dot > dots[at - 1]!), 'dots must rise')
const edit = z.strictObject({
  operations: z.array(operation).min(1),
  onConflict: z
    .enum(POLICIES as [string, ...string[]])
    .nullable()
    .transform((policy) => POLICIES.find((known) => known === policy)),
})
const key = z.strictObject({
  keyspace: z.string(),
  key: base64.transform(keyOfBytes),
  read: z.strictObject({ timestamp: count, value: absentOr, context: base64, expiry: count }),
  value: absentOr,
  expiry: count,
  edit: edit.nullable().transform((found) => found ?? undefined),
  sent: rising,
})
const session = z.strictObject({
  format: z.literal(FORMAT),
  actor: z.string().refine((actor) => actorProblem(actor) === undefined, 'no actor'),
  keyspace: z.string(),
  clock: z.strictObject({ reading: count, wall: count, last: count }),
  keys: z.array(key),
})

export function toJson({ keys, ...rest }: OfflineState): string {
  return JSON.stringify({ format: FORMAT, ...rest, keys: keys.map(keyJson) }, undefined, 1)
}

/** Throws `INVALID_ARGUMENT` for text that `toJson` did not make. */
export function fromJson(text: string): OfflineState {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw damaged('it is no JSON')
  }
  const parsed = session.safeParse(json)
  if (!parsed.success) throw damaged(z.prettifyError(parsed.error))
  const { actor, keyspace, clock, keys } = parsed.data
  return { actor, keyspace, clock, keys }
}

function damaged(why: string): RingKvError {
  return new RingKvError('INVALID_ARGUMENT', `this is no exported offline session: ${why}`)
}

function keyJson(state: OfflineKeyState): object {
  const { keyspace, key: name, read, edit: pending, sent } = state
  return {
    keyspace,
    key: base64Of(keyBytes(name)),
    read: { ...read, value: valueJson(read.value), context: base64Of(read.context) },
    value: valueJson(state.value),
    expiry: state.expiry,
    edit:
      pending === undefined
        ? null
        : {
            operations: pending.operations.map(operationJson),
            onConflict: pending.onConflict ?? null,
          },
    sent,
  }
}

function operationJson(each: NonNullable<OfflineKeyState['edit']>['operations'][number]): object {
  switch (each.op) {
    case 'put':
      return { ...each, value: valueJson(each.value) }
    case 'increment':
      return { ...each, by: each.by.toString() }
    case 'delete':
      return each
    default:
      return { ...each, elements: each.elements.map(scalarJson) }
  }
}

function valueJson(found: Value | undefined): object | null {
  if (found === undefined) return null
  return Array.isArray(found)
    ? { list: (found as readonly Scalar[]).map(scalarJson) }
    : scalarJson(found as Scalar)
}

function scalarJson(found: Scalar): object {
  if (typeof found === 'string') return { string: found }
  return typeof found === 'bigint' ? { int: found.toString() } : { bytes: base64Of(found) }
}

function base64Of(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
