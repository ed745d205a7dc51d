/** Values on the command line: how arguments become values, and how values are shown. */
import { typeOfValue, type Scalar, type Value } from '../../client/values.ts'
import { bytesOfBase64, intOfText, jsonOfValue, parseExactJson, valueOfJson } from './exact-json.ts'
import { usageError } from './exit.ts'

/** How an argument is to be read. Without any: as text. */
export interface ValueFlags {
  readonly int?: boolean
  /** Base64. */
  readonly bytes?: boolean
  readonly json?: boolean
}

/** Throws a usage error for text that is not what the flag says, or more than one flag. */
export function parseValue(text: string, flags: ValueFlags): Value {
  const chosen = [flags.int, flags.bytes, flags.json].filter((flag) => flag === true).length
  if (chosen > 1) throw usageError('give only one of --int, --bytes and --json')
  if (flags.int === true) return intOfText(text)
  if (flags.bytes === true) return bytesOfBase64(text)
  if (flags.json !== true) return text
  let json: unknown
  try {
    json = parseExactJson(text)
  } catch (error) {
    throw usageError(`--json: ${error instanceof Error ? error.message : 'malformed'}`)
  }
  return valueOfJson(json)
}

/** As `parseValue`, for a list's element. */
export function parseElement(text: string, flags: ValueFlags): Scalar {
  const value = parseValue(text, flags)
  if (typeOfValue(value) === 'list') throw usageError(`an element cannot be a list: ${text}`)
  return value as Scalar
}

/** For scripts: text and integers as they are, bytes as base64, a list's elements one a line. */
export function plainValue(value: Value): string {
  return typeOfValue(value) === 'list'
    ? (value as readonly Scalar[]).map(plainScalar).join('\n')
    : plainScalar(value as Scalar)
}

function plainScalar(value: Scalar): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  return typeof value === 'bigint' ? value.toString() : value
}

/** For people, on one line: text in quotes, so that types can be told apart. */
export function displayValue(value: Value): string {
  if (typeof value === 'bigint') return value.toString()
  if (value instanceof Uint8Array) return `bytes(${Buffer.from(value).toString('base64')})`
  if (typeof value === 'string') return JSON.stringify(value)
  return JSON.stringify(jsonOfValue(value))
}

const UNITS_MS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
}

/** Milliseconds of `500ms`, `10s`, `5m`, `2h`, `7d`; a bare number counts in `defaultUnit`. */
export function parseDuration(text: string, defaultUnit = 's'): number {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)?$/.exec(text)
  const unit = UNITS_MS[match?.[2] ?? defaultUnit]
  if (match === null || unit === undefined) {
    throw usageError(`"${text}" is not a duration; write for example 500ms, 10s, 5m, 2h or 7d`)
  }
  return Number(match[1]) * unit
}

const UNITS_BYTES: Readonly<Record<string, number>> = {
  B: 1,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  TiB: 2 ** 40,
}

/** Bytes of `500`, `64MiB`, `1.5GiB`. Throws a usage error for anything else. */
export function parseBytes(text: string): number {
  const match = /^(\d+(?:\.\d+)?) ?(B|KiB|MiB|GiB|TiB)?$/.exec(text)
  const unit = UNITS_BYTES[match?.[2] ?? 'B']
  if (match === null || unit === undefined) {
    throw usageError(`"${text}" is not a size; write for example 500KiB, 64MiB or 1.5GiB`)
  }
  return Math.round(Number(match[1]) * unit)
}

/** `1.2 MiB` and the like. */
export function formatBytes(bytes: number): string {
  const units = Object.keys(UNITS_BYTES)
  let value = bytes
  let unit = 0
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024
    unit++
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]!}`
}

/** `3d 4h`, `5m 6s`: the two largest units. */
export function formatSeconds(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  const parts: [number, string][] = [
    [Math.floor(whole / 86_400), 'd'],
    [Math.floor(whole / 3600) % 24, 'h'],
    [Math.floor(whole / 60) % 60, 'm'],
    [whole % 60, 's'],
  ]
  const first = parts.findIndex(([count]) => count > 0)
  const shown = first < 0 ? parts.slice(3) : parts.slice(first, first + 2)
  return shown.map(([count, unit]) => `${count}${unit}`).join(' ')
}

/** A hybrid timestamp as UTC date and time. */
export function formatTimestamp(micros: number): string {
  return micros === 0 ? '' : new Date(micros / 1000).toISOString().replace('T', ' ')
}
