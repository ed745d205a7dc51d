/** Reads one page of what has changed (shard/changes.ts) from a snapshot of the engine. */
import {
  bytesOfChange,
  type Change,
  type ChangesPlan,
  type ChangesPosition,
} from '../shard/changes.ts'
import type { EngineReader } from '../storage/engine.ts'

export interface ChangesPage {
  readonly changes: readonly Change[]
  /** Where to go on; undefined = that was all. */
  readonly next: ChangesPosition | undefined
}

/** Looks once at a bounded number of heads; `maxBytes` of changes at most, give or take the last one. */
export async function readChanges(
  plan: ChangesPlan,
  snapshot: EngineReader,
  maxBytes: number,
): Promise<ChangesPage> {
  const { keys, next } = plan.changed(await snapshot.iterate(plan.heads))
  const changes: Change[] = []
  let bytes = 0
  for (const changed of keys) {
    const { token, key } = changed
    if (bytes >= maxBytes) return { changes, next: { token, key, since: undefined } }
    const [around, above] = plan.historyOf(changed)
    const rows = await Promise.all([snapshot.iterate(around), snapshot.iterate(above)])
    const { versions, complete } = plan.versionsOf(changed, ...rows)
    for (const [i, version] of versions.entries()) {
      const change = { token, key, version }
      changes.push(change)
      bytes += bytesOfChange(change)
      const isLast = complete && i === versions.length - 1
      if (bytes >= maxBytes && !isLast) {
        return { changes, next: { token, key, since: version.timestamp } }
      }
    }
    if (!complete) return { changes, next: { token, key, since: versions.at(-1)?.timestamp } }
  }
  return { changes, next }
}
