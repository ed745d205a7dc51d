/** Deltas of the cluster view between nodes: JSON under a version, like everything of placement's that people debug. */
import { MalformedBytes } from '../base/bytes.ts'
import { parseRecord, requireVersion } from './command.ts'
import type { MapDelta } from './view.ts'

const DELTA_VERSION = 1

export function encodeDelta(delta: MapDelta): Buffer {
  return Buffer.from(JSON.stringify({ version: DELTA_VERSION, delta }), 'utf8')
}

/**
 * @throws FatalError `format-unsupported` on a delta of a newer format
 * @throws MalformedBytes on bytes that no `encodeDelta` wrote
 */
export function decodeDelta(bytes: Uint8Array): MapDelta {
  const { version, delta } = parseRecord(bytes, 'placement delta')
  requireVersion('placement delta', version, DELTA_VERSION)
  if (typeof delta !== 'object' || delta === null) {
    throw new MalformedBytes('placement delta without contents')
  }
  // JSON drops what is undefined, and absent optional parts read as undefined: the shapes agree.
  return delta as MapDelta
}
