/** The lines that `kvctl load` reads and `kvctl scan -o json` writes: one JSON object with `key` and `value` each. */
import { bytesOfBase64, parseExactJson, valueOfJson } from './exact-json.ts'
import { usageError } from './exit.ts'
import type { KeyInput } from '../../client/index.ts'
import type { Value } from '../../client/values.ts'

export interface LoadRow {
  readonly key: KeyInput
  readonly value: Value
  /** Absolute hybrid timestamp, microseconds; 0 = never. */
  readonly expiry: number
}

/** `undefined` for a blank line. Throws a usage error that says what is wrong with the line. */
export function parseLoadLine(line: string): LoadRow | undefined {
  if (line.trim() === '') return undefined
  let json: unknown
  try {
    json = parseExactJson(line)
  } catch (error) {
    throw usageError(`not JSON: ${error instanceof Error ? error.message : ''}`)
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw usageError('not a JSON object with "key" and "value"')
  }
  const { key, value, expiry } = json as { key?: unknown; value?: unknown; expiry?: unknown }
  if (key === undefined) throw usageError('"key" is missing')
  if (value === undefined) throw usageError('"value" is missing')
  return { key: keyOfJson(key), value: valueOfJson(value), expiry: expiryOfJson(expiry) }
}

function keyOfJson(json: unknown): KeyInput {
  if (typeof json === 'string') return json
  const bytes = (json as { bytes?: unknown } | null)?.bytes
  if (typeof bytes === 'string') return bytesOfBase64(bytes)
  throw usageError('"key" must be a string or {"bytes":"<base64>"}')
}

function expiryOfJson(json: unknown): number {
  if (json === undefined) return 0
  const micros = isLongInteger(json) ? Number(json.int) : json
  if (typeof micros === 'number' && Number.isSafeInteger(micros) && micros >= 0) return micros
  throw usageError('"expiry" must be a timestamp in microseconds')
}

/** An integer of so many digits that it was read as `{ int: digits }`. */
function isLongInteger(json: unknown): json is { readonly int: string } {
  return typeof json === 'object' && json !== null && 'int' in json && typeof json.int === 'string'
}
