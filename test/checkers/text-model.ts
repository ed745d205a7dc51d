/** Text under a key, that is replaced or made longer; empty at first. (The key-value store of the usual lab course.) */
import { assert, unreachable } from '../../src/base/assert.ts'
import type { Model } from './model.ts'

export type TextCall =
  | { readonly f: 'get' }
  | { readonly f: 'put'; readonly value: string }
  | { readonly f: 'append'; readonly value: string }

export type TextAnswer =
  { readonly f: 'get'; readonly value: string } | { readonly f: 'put' } | { readonly f: 'append' }

export const textModel: Model<string, TextCall, TextAnswer> = {
  initial: '',

  step(state, call, seen) {
    const answer = seen.type === 'ok' ? seen.answer : undefined
    assert(answer === undefined || answer.f === call.f, `a ${call.f} has the answer of another`)
    switch (call.f) {
      case 'get':
        return answer?.f === 'get' && answer.value !== state ? undefined : state
      case 'put':
        return call.value
      case 'append':
        return state + call.value
      default:
        return unreachable(call)
    }
  },

  fingerprint: (state) => state,

  isWithoutEffect: (call) => call.f === 'get',

  isOverwrite: (call) => call.f === 'put',

  describe(call, seen) {
    if (call.f !== 'get') return `${call.f} ${shownText(call.value)}`
    return seen.type === 'ok' && seen.answer.f === 'get'
      ? `get ${shownText(seen.answer.value)}`
      : 'get'
  },

  describeState: shownText,
}

/** Long texts by both their ends: appends differ at the end. */
function shownText(text: string): string {
  const whole = JSON.stringify(text)
  return whole.length <= 80 ? whole : `${whole.slice(0, 30)}…${whole.slice(-45)}`
}
