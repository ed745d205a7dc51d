/**
 * What one command is evaluated in: the shard's state, the entry's header, and the command's stamp. Also finds a key's
 * head, and says why a key cannot be touched: its keyspace is unknown to the entry, it is no valid key, or it belongs to
 * another shard. (A token is computed only when a head is not cached; cached heads know theirs.)
 */
import { assert } from '../base/assert.ts'
import { keyText, timestamp, type Key, type KeyspaceId, type Timestamp } from '../base/ids.ts'
import { tokenOf } from '../base/token.ts'
import type { LockHolder, Footprint } from '../txn/locks.ts'
import type { MetConflict, Refusal } from '../txn/types.ts'
import type { Version } from '../versions/version.ts'
import type { Batch, Command, KeyspaceRules } from './command.ts'
import { rangeContains } from './descriptor.ts'
import type { HeadEntry } from './head-cache.ts'
import type { HistoryVersion } from './history-rows.ts'
import { rulesIn, versionInCache } from './needed-rows.ts'
import type { RowFetch } from './row-fetch.ts'
import { isCollected, type ShardState } from './shard-state.ts'
import type { PlannedSplit } from './split.ts'

/** Locks that an entry freed: whoever waits for them may try again. */
export interface ReleasedLocks {
  readonly holder: LockHolder
  readonly footprint: Footprint
}

/** Why a key's head cannot be had: it lies in another shard, or the command is refused. */
export type Misplaced = 'elsewhere' | Refusal

export class EntryContext {
  readonly state: ShardState
  readonly batch: Batch
  readonly index: number
  readonly fetched: RowFetch | undefined
  readonly released: ReleasedLocks[] = []
  /** A command has split the shard. */
  split: PlannedSplit | undefined = undefined
  /** The present command's. */
  stamp: Timestamp = timestamp(0)
  private conflicts: MetConflict[] = []
  /** The heads' change counter when the entry began. */
  private readonly began: number

  constructor(state: ShardState, batch: Batch, index: number, fetched: RowFetch | undefined) {
    this.state = state
    this.batch = batch
    this.index = index
    this.fetched = fetched
    this.began = state.heads.changeCounter
  }

  /** The version of exactly `at` of the key's past; `gone` if there is none or it was collected. */
  pastVersion(entry: HeadEntry, at: Timestamp): Version | 'gone' {
    const { keyspace } = entry
    const gcPoint = this.state.gcPoint(keyspace)
    const head = entry.version
    // Other replicas may have removed a head that was collected.
    if (head?.timestamp === at) return isCollected(head, gcPoint) ? 'gone' : head
    const found = versionInCache(entry, at) ?? this.fetchedVersion(entry, at)
    // Where its own row is gone, which other one lies there differs between replicas.
    if (found?.version.timestamp !== at || found.supersededAt <= gcPoint) return 'gone'
    return found.version
  }

  private fetchedVersion(entry: HeadEntry, at: Timestamp): HistoryVersion | undefined {
    const { keyspace, key, version: head, changed } = entry
    const found = this.fetched === undefined ? 'missing' : this.fetched.found(keyspace, key, at)
    if (found !== 'missing') return found
    // Nobody asked for it, as the key had no head: whatever lies in history was collected.
    const hadHead = head !== undefined && changed <= this.began
    assert(!hadHead, () => `version ${at} of ${keyText(key)} was not fetched`)
    return undefined
  }

  rules(keyspace: KeyspaceId): KeyspaceRules | undefined {
    return rulesIn(this.state, this.batch, keyspace)
  }

  /** The key's entry in the cache, where it must be by now. */
  locate(keyspace: KeyspaceId, key: Key): HeadEntry | Misplaced {
    const rules = this.rules(keyspace)
    if (rules === undefined) return unknownKeyspace(keyspace)
    const { state } = this
    const entry = state.heads.get(keyspace, key)
    const { range } = state.descriptor
    if (entry !== undefined) return rangeContains(range, entry.token) ? entry : 'elsewhere'
    const problem = keyProblem(key, this.batch.limits.keyBytes)
    if (problem !== undefined) return problem
    const token = tokenOf(keyspace, key, rules.partition)
    assert(!rangeContains(range, token), () => `head of ${keyText(key)} was not fetched`)
    return 'elsewhere'
  }

  /** The head as the present command sees it. */
  head(entry: HeadEntry): Version | undefined {
    return this.state.headAt(entry, this.stamp)
  }

  /** The present command met a conflict. */
  noteConflict(conflict: MetConflict): void {
    this.conflicts.push(conflict)
  }

  /** The present command is refused: what it resolved did not happen. */
  dropResolved(): void {
    this.conflicts = this.conflicts.filter(({ outcome }) => outcome === undefined)
  }

  /** What the present command noted, which is forgotten here. */
  takeConflicts(): readonly MetConflict[] {
    const taken = this.conflicts
    this.conflicts = []
    return taken
  }

  /** The present command's conflicts go to the log, in the order of their rows; of several on one key the first. */
  logConflicts(command: Command): void {
    if (this.conflicts.length === 0) return
    assert('id' in command, 'only commands with an id meet conflicts')
    const { id } = command
    const sorted = this.conflicts.sort(byPlace)
    sorted.forEach((conflict, i) => {
      if (i > 0 && byPlace(sorted[i - 1]!, conflict) === 0) return
      this.state.conflicts.add({ ...conflict, at: this.stamp, id })
    })
    this.conflicts = []
  }
}

function byPlace(a: MetConflict, b: MetConflict): number {
  if (a.keyspace !== b.keyspace) return a.keyspace - b.keyspace
  if (a.key === b.key) return 0
  return a.key < b.key ? -1 : 1
}

export function refusal(code: Refusal['code'], message: string): Refusal {
  return { code, message, conflicts: [] }
}

export function unknownKeyspace(keyspace: KeyspaceId): Refusal {
  return refusal('KEYSPACE_UNKNOWN', droppedMessage(keyspace))
}

/** Gateways know names; what a shard hears of by number and does not know was dropped on the way. */
export function droppedMessage(keyspace: KeyspaceId): string {
  return `the keyspace was dropped (its id was ${keyspace})`
}

/** Why `key` is no key, if so. */
function keyProblem(key: Key, keyBytesMax: number): Refusal | undefined {
  if (key.length >= 1 && key.length <= keyBytesMax) return undefined
  return refusal('KEY_INVALID', `a key has 1 to ${keyBytesMax} bytes, this one has ${key.length}`)
}
