/** The newest versions of many keys as of one moment, deleted ones with their contexts too. */
import { keyBytes, type Key } from '../../base/ids.ts'
import type { ClientCore } from '../core.ts'
import type { WireRow } from '../entries.ts'
import type { CallOptions } from '../options.ts'
import { decodeValue } from '../values.ts'
import type { OfflineVersion } from './offline-key.ts'

interface Target {
  readonly keyspace: string
  readonly key: Key
}

export interface FetchedVersion extends Target {
  readonly read: OfflineVersion
}

/** One per target, in no particular order. */
export async function readVersions(
  core: ClientCore,
  targets: readonly Target[],
  options: CallOptions,
): Promise<FetchedVersion[]> {
  const deadlineMs = core.deadline(options)
  const { signal } = options
  const begin = { floor: core.dispatcher.newestTimestamp }
  const at = await core.invoke(
    { kind: 'read', request: { begin } },
    deadlineMs,
    signal,
    (response) => response.begin?.timestamp ?? 0,
  )
  const byKeyspace = new Map<string, Target[]>()
  for (const target of targets) {
    const group = byKeyspace.get(target.keyspace)
    if (group === undefined) byKeyspace.set(target.keyspace, [target])
    else group.push(target)
  }
  const reads = [...byKeyspace].map(([keyspace, group]) => {
    const keys = group.map(({ key }) => keyBytes(key))
    return core.invoke(
      { kind: 'read', request: { batchGet: { keyspace, keys, at } }, keyspace, key: group[0]!.key },
      deadlineMs,
      signal,
      ({ batchGet }) =>
        group.map(({ key }, place) => ({
          keyspace,
          key,
          read: versionOf(batchGet?.rows?.[place] ?? {}),
        })),
    )
  })
  return (await Promise.all(reads)).flat()
}

function versionOf(row: WireRow): OfflineVersion {
  return {
    timestamp: row.timestamp ?? 0,
    value: decodeValue(row.value),
    context: Uint8Array.from(row.context ?? []),
    expiry: row.expiry ?? 0,
  }
}
