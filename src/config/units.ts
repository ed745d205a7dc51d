/**
 * Sizes and times as people write them: `64MiB`, `500ms`. A plain number is taken in the base unit (bytes, ms).
 */
import { z } from 'zod'

const BYTE_UNITS: Readonly<Record<string, number>> = {
  B: 1,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  TiB: 2 ** 40,
}

const TIME_UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
}

/** A size in bytes: `8MiB`, or a number of bytes. */
export const bytes = quantity(BYTE_UNITS, 'a size such as 64MiB')
/** A time in milliseconds: `500ms`, `5min`, or a number of milliseconds. */
export const duration = quantity(TIME_UNITS, 'a time such as 500ms')

function quantity(units: Readonly<Record<string, number>>, expected: string) {
  return z.union([z.number(), z.string()], `expected ${expected}`).transform((input, context) => {
    const value = typeof input === 'number' ? input : parse(input, units)
    if (value !== undefined && Number.isFinite(value) && value >= 0) return Math.round(value)
    context.addIssue({
      code: 'custom',
      message: `expected ${expected}, got ${JSON.stringify(input)}`,
    })
    return z.NEVER
  })
}

function parse(text: string, units: Readonly<Record<string, number>>): number | undefined {
  const match = /^\s*(\d+(?:\.\d+)?)\s*([A-Za-z]*)\s*$/.exec(text)
  if (match === null) return undefined
  const unit = match[2] === '' ? 1 : units[match[2]!]
  return unit === undefined ? undefined : Number(match[1]) * unit
}

/** A size as people write it: exact, in the greatest unit that leaves no fraction. */
export function shownBytes(value: number): string {
  return shown(value, BYTE_UNITS)
}

/** A time in milliseconds as people write it: exact, in the greatest unit that leaves no fraction. */
export function shownDuration(value: number): string {
  return shown(value, TIME_UNITS)
}

function shown(value: number, units: Readonly<Record<string, number>>): string {
  let [name, size] = Object.entries(units)[0]!
  for (const [larger, factor] of Object.entries(units)) {
    if (value > 0 && value % factor === 0) [name, size] = [larger, factor]
  }
  return `${value / size}${name}`
}
