/** A register with compare-and-swap: nothing at first, then whatever was written last. */
import { assert, unreachable } from '../../src/base/assert.ts'
import type { Model } from './model.ts'

/** `null`: nothing was ever written. */
export type RegisterValue = number | string | null

export type RegisterCall =
  | { readonly f: 'read' }
  | { readonly f: 'write'; readonly value: RegisterValue }
  | { readonly f: 'cas'; readonly from: RegisterValue; readonly to: RegisterValue }

export type RegisterAnswer =
  | { readonly f: 'read'; readonly value: RegisterValue }
  | { readonly f: 'write' }
  /** `swapped` is false if the register held something else than `from`. */
  | { readonly f: 'cas'; readonly swapped: boolean }

export const registerModel: Model<RegisterValue, RegisterCall, RegisterAnswer> = {
  initial: null,

  step(state, call, seen) {
    const answer = seen.type === 'ok' ? seen.answer : undefined
    assert(answer === undefined || answer.f === call.f, `a ${call.f} has the answer of another`)
    switch (call.f) {
      case 'read':
        return answer?.f === 'read' && answer.value !== state ? undefined : state
      case 'write':
        return call.value
      case 'cas': {
        const swapped = state === call.from
        if (answer?.f === 'cas' && answer.swapped !== swapped) return undefined
        return swapped ? call.to : state
      }
      default:
        return unreachable(call)
    }
  },

  fingerprint: (state) => (state === null ? 'nothing' : JSON.stringify(state)),

  isWithoutEffect(call, seen) {
    if (call.f === 'read') return true
    return seen.type === 'ok' && seen.answer.f === 'cas' && !seen.answer.swapped
  },

  isOverwrite: (call) => call.f === 'write',

  describe(call, seen) {
    const answer = seen.type === 'ok' ? seen.answer : undefined
    switch (call.f) {
      case 'read':
        return answer?.f === 'read' ? `read ${shownValue(answer.value)}` : 'read'
      case 'write':
        return `write ${shownValue(call.value)}`
      case 'cas': {
        const swap = `cas ${shownValue(call.from)} to ${shownValue(call.to)}`
        return answer?.f === 'cas' && !answer.swapped ? `${swap}, which did not match` : swap
      }
      default:
        return unreachable(call)
    }
  },

  describeState: shownValue,
}

function shownValue(value: RegisterValue): string {
  return value === null ? 'nothing' : JSON.stringify(value)
}
