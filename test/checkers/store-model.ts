/**
 * One key of RingKV: a value of any type with the version (timestamp) of its newest write. Versions only rise. A write of
 * unknown outcome leaves a version that nobody knows until a read tells it.
 *
 * Left out: times to live, and merges (a write with a context is modelled under the policy `abort` only). A conflict whose answer
 * does not say which version it met is accepted wherever the version is unknown.
 */
import { unreachable } from '../../src/base/assert.ts'
import { INT_MAX, INT_MIN } from '../../src/versions/value.ts'
import type { Model, Seen } from './model.ts'

export type StoreScalar = bigint | number | string
/** `number` stands for an int as `bigint` does; bytes are given as text by whoever records. */
export type StoreValue = StoreScalar | readonly StoreScalar[]

/** `absent`: only if there is no value. A version: only if this is still the newest (a context, policy `abort`). */
export type StoreCondition = 'absent' | number

export type StoreCall =
  | { readonly f: 'get' }
  | { readonly f: 'put'; readonly value: StoreValue; readonly condition?: StoreCondition }
  | { readonly f: 'delete'; readonly condition?: StoreCondition }
  | { readonly f: 'increment'; readonly by: bigint | number }
  | { readonly f: 'append'; readonly elements: readonly StoreScalar[] }

export type StoreAnswer =
  /** Of a get. `value` is `undefined` if there is none; `version` where the recorder kept it. */
  | {
      readonly type: 'read'
      readonly value: StoreValue | undefined
      readonly version?: number | undefined
    }
  /** Of a write. `value` (of an increment or append, afterwards) and `version` where the recorder kept them. */
  | {
      readonly type: 'written'
      readonly value?: StoreValue | undefined
      readonly version?: number | undefined
    }
  /** The condition did not hold; `version` is that of the newest write then, where the recorder kept it. */
  | { readonly type: 'conflict'; readonly version?: number | undefined }
  /** The value there has another type than the operation needs (an increment's sum too great counts as well). */
  | { readonly type: 'refused' }

export interface StoreState {
  readonly value: StoreValue | undefined
  /** `undefined`: some version above `floor`. */
  readonly version: number | undefined
  readonly floor: number
}

export const storeModel: Model<StoreState, StoreCall, StoreAnswer> = {
  initial: { value: undefined, version: 0, floor: 0 },

  step(state, call, seen) {
    const answer = seen.type === 'ok' ? seen.answer : undefined
    switch (answer?.type) {
      case undefined:
      case 'written': {
        const before = satisfied(state, call)
        if (before === undefined) return undefined
        const value = valueAfter(before.value, call)
        return value === REFUSED ? undefined : written(before, value, call, answer)
      }
      case 'read':
        if (call.f !== 'get' || !sameValue(state.value, answer.value)) return undefined
        return withVersion(state, answer.version)
      case 'conflict':
        return conflicts(state, call) ? withVersion(state, answer.version) : undefined
      case 'refused':
        return valueAfter(state.value, call) === REFUSED ? state : undefined
      default:
        return unreachable(answer)
    }
  },

  fingerprint: (state) =>
    `${state.version ?? `>${state.floor}`} ${state.value === undefined ? '' : canonical(state.value)}`,

  isWithoutEffect: (call, seen) =>
    call.f === 'get' || (seen.type === 'ok' && seen.answer.type !== 'written'),

  // The version that a write is answered must fit those before it.
  isOverwrite: () => false,

  describe(call, seen) {
    return `${describeCall(call)}${describeAnswer(call, seen)}`
  },

  describeState: (state) =>
    `${shownValue(state.value)} in ${state.version === undefined ? 'an unknown version' : `version ${state.version}`}`,
}

// ---- effects -----------------------------------------------------------------------------------------------------

const REFUSED = Symbol('refused')

/** What the key holds after `call` on `value`, apart from conditions; `REFUSED` if the type does not fit. */
function valueAfter(
  value: StoreValue | undefined,
  call: StoreCall,
): StoreValue | undefined | typeof REFUSED {
  switch (call.f) {
    case 'get':
      return value
    case 'put':
      return call.value
    case 'delete':
      return undefined
    case 'increment': {
      if (value !== undefined && typeof value !== 'bigint' && typeof value !== 'number') {
        return REFUSED
      }
      const sum = BigInt(value ?? 0) + BigInt(call.by)
      return sum < INT_MIN || sum > INT_MAX ? REFUSED : sum
    }
    case 'append':
      if (value !== undefined && !Array.isArray(value)) return REFUSED
      return [...((value as readonly StoreScalar[] | undefined) ?? []), ...call.elements]
    default:
      return unreachable(call)
  }
}

/** The state, better known, in which the call's condition holds; `undefined` if it cannot hold. */
function satisfied(state: StoreState, call: StoreCall): StoreState | undefined {
  const condition = conditionOf(call)
  if (condition === undefined) return state
  if (condition === 'absent') return state.value === undefined ? state : undefined
  return withVersion(state, condition)
}

function conflicts(state: StoreState, call: StoreCall): boolean {
  const condition = conditionOf(call)
  if (condition === undefined) return false
  if (condition === 'absent') return state.value !== undefined
  return state.version !== condition
}

function conditionOf(call: StoreCall): StoreCondition | undefined {
  return call.f === 'put' || call.f === 'delete' ? call.condition : undefined
}

function withVersion(state: StoreState, version: number | undefined): StoreState | undefined {
  if (version === undefined || version === state.version) return state
  if (state.version !== undefined || version <= state.floor) return undefined
  return { value: state.value, version, floor: version }
}

function written(
  before: StoreState,
  value: StoreValue | undefined,
  call: StoreCall,
  answer: Extract<StoreAnswer, { type: 'written' }> | undefined,
): StoreState | undefined {
  if (call.f === 'get') return answer === undefined ? before : undefined
  if (answer?.value !== undefined && !sameValue(value, answer.value)) return undefined
  const version = answer?.version
  if (version === undefined) return { value, version: undefined, floor: before.floor }
  return version > before.floor ? { value, version, floor: version } : undefined
}

// ---- values ------------------------------------------------------------------------------------------------------

function sameValue(one: StoreValue | undefined, other: StoreValue | undefined): boolean {
  if (one === undefined || other === undefined) return one === other
  return canonical(one) === canonical(other)
}

/** Different texts for different values; the same for an int in both its forms. */
function canonical(value: StoreValue): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'object') return `[${value.map(canonical).join()}]`
  return String(value)
}

function shownValue(value: StoreValue | undefined): string {
  if (value === undefined) return 'nothing'
  const whole = canonical(value)
  return whole.length <= 80 ? whole : `${whole.slice(0, 30)}…${whole.slice(-45)}`
}

function describeCall(call: StoreCall): string {
  switch (call.f) {
    case 'get':
      return 'get'
    case 'put':
      return `put ${shownValue(call.value)}${describeCondition(call)}`
    case 'delete':
      return `delete${describeCondition(call)}`
    case 'increment':
      return `increment by ${call.by}`
    case 'append':
      return `append ${shownValue(call.elements)}`
    default:
      return unreachable(call)
  }
}

function describeCondition(call: StoreCall): string {
  const condition = conditionOf(call)
  if (condition === undefined) return ''
  return condition === 'absent' ? ' if absent' : ` if still in version ${condition}`
}

function describeAnswer(call: StoreCall, seen: Seen<StoreAnswer>): string {
  if (seen.type === 'info') return ''
  const { answer } = seen
  const version =
    answer.type === 'refused' || answer.version === undefined ? '' : ` (version ${answer.version})`
  switch (answer.type) {
    case 'read':
      return ` ${shownValue(answer.value)}${version}`
    case 'written':
      return answer.value !== undefined && (call.f === 'increment' || call.f === 'append')
        ? `, giving ${shownValue(answer.value)}${version}`
        : version
    case 'conflict':
      return `, refused as a conflict${version}`
    case 'refused':
      return ', refused for the type of the value'
    default:
      return unreachable(answer)
  }
}
