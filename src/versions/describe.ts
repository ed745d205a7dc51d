/**
 * Values, clocks and times as people read them, on one line and of bounded length. Text is quoted and everything that
 * could steer a terminal or turn the reading direction is escaped, since it comes from whoever wrote the key.
 */
import { unreachable } from '../base/assert.ts'
import { isStoreActor } from './actor.ts'
import type { Value } from './value.ts'
import type { VectorClock } from './version.ts'

/** Delete, C1 controls, and the marks, embeddings and isolates that change reading direction; JSON leaves these. */
const UNSAFE = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

/**
 * `value` in at most about `maxBytes` bytes of text, and how much is missing: `42`, `"Ada"`, `0x00ff`, `[1, "a"]`.
 * `undefined` is a tombstone. `isWhole`: false if `value` is only the beginning of what there is.
 */
export function describeValue(value: Value | undefined, maxBytes: number, isWhole = true): string {
  if (value === undefined) return '(deleted)'
  switch (value.type) {
    case 'int':
      return value.value.toString()
    case 'string':
      return describeText(value.value, maxBytes, isWhole)
    case 'bytes':
      return describeBytes(value.value, maxBytes, isWhole)
    case 'list': {
      const elements = value.value
      let text = '['
      for (let at = 0; at < elements.length; at++) {
        const room = maxBytes - Buffer.byteLength(text, 'utf8')
        if (room <= 0) {
          return isWhole
            ? `${text}… ${elements.length - at} more of ${elements.length}]`
            : `${text}…]`
        }
        text += describeValue(elements[at], room) + (at < elements.length - 1 ? ', ' : '')
      }
      return isWhole ? `${text}]` : `${text}, …]`
    }
    default:
      return unreachable(value)
  }
}

function describeText(text: string, maxBytes: number, isWhole: boolean): string {
  let shown = ''
  let used = 0
  for (const character of text) {
    const safe = quoted(character).slice(1, -1)
    used += Buffer.byteLength(safe, 'utf8')
    if (used > maxBytes) {
      return `"${shown}…"${isWhole ? inAll(Buffer.byteLength(text, 'utf8')) : ''}`
    }
    shown += safe
  }
  return `"${shown}${isWhole ? '' : '…'}"`
}

function inAll(bytes: number): string {
  return ` (${bytes} bytes in all)`
}

function describeBytes(bytes: Uint8Array, maxBytes: number, isWhole: boolean): string {
  const shown = Buffer.from(bytes.subarray(0, Math.ceil(maxBytes / 2))).toString('hex')
  if (!isWhole) return `0x${shown}…`
  return shown.length < bytes.length * 2 ? `0x${shown}…${inAll(bytes.length)}` : `0x${shown}`
}

/** `text` in quotation marks, safe to print. */
export function quoted(text: string): string {
  const escape = (unsafe: string): string =>
    `\\u${unsafe.charCodeAt(0).toString(16).padStart(4, '0')}`
  return JSON.stringify(text).replace(UNSAFE, escape)
}

/** `store 2026-07-04T12:00:00.000000Z, "tablet-7" 2026-…`, newest event first. */
export function describeClock(clock: VectorClock): string {
  const { actors, counters, dropped } = clock
  const order = actors.map((_, at) => at).sort((a, b) => counters[b]! - counters[a]!)
  const entries = order.map((at) => `${describeActor(actors[at]!)} ${describeTime(counters[at]!)}`)
  if (dropped > 0) entries.push(`nothing known up to ${describeTime(dropped)}`)
  return entries.length === 0 ? '(no events)' : entries.join(', ')
}

export function describeActor(actor: string): string {
  return isStoreActor(actor) ? 'store' : quoted(actor)
}

const MICROS_PER_SECOND = 1_000_000
const SECONDS_PER_DAY = 86_400

/** Hybrid time, microseconds since 1970, as ISO 8601 in UTC. */
export function describeTime(micros: number): string {
  const seconds = Math.floor(micros / MICROS_PER_SECOND)
  const days = Math.floor(seconds / SECONDS_PER_DAY)
  const second = seconds - days * SECONDS_PER_DAY
  const time = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60]
  const fraction = padded(micros - seconds * MICROS_PER_SECOND, 6)
  return `${civilDate(days)}T${time.map((part) => padded(part, 2)).join(':')}.${fraction}Z`
}

/**
 * Date of a day since 1970 in the Gregorian calendar (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms",
 * `civil_from_days`), since a core has no `Date`. Years begin in March, so that the leap day comes last.
 */
function civilDate(days: number): string {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`
}

function padded(value: number, digits: number): string {
  return value.toString().padStart(digits, '0')
}
