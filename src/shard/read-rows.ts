/** From versions to what readers get. */
import { timestamp, type Key, type KeyspaceId } from '../base/ids.ts'
import { encodeContext } from '../versions/context.ts'
import type { Version } from '../versions/version.ts'
import type { ReadRow } from './request.ts'

const NEVER = timestamp(0)
const NO_CONTEXT = new Uint8Array(0)

/** The row of a key. `version`: as the reader sees it, so a tombstone where it has expired. */
export function readRowOf(
  keyspace: KeyspaceId,
  key: Key,
  version: Version | undefined,
  incarnation: string,
): ReadRow {
  if (version === undefined) {
    return {
      key,
      timestamp: NEVER,
      value: undefined,
      expiry: NEVER,
      author: '',
      context: NO_CONTEXT,
    }
  }
  const { timestamp: at, clock, value, expiry, author } = version
  const context = encodeContext(keyspace, key, { incarnation, timestamp: at, clock })
  return { key, timestamp: at, value, expiry, author, context }
}
