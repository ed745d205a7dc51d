/**
 * The newest version of each key, decoded, in memory (03, "Applying and durability"). It is both a cache of the engine
 * and the overlay of what the engine does not have yet: a head that apply changed is *dirty* until the engine has
 * written it, and a dirty entry is never evicted, so whoever finds no entry may trust the engine. That a key is absent
 * is cached like any other state of it.
 *
 * A value is a view of the request or log entry that brought it, which is fine for the second or two until the engine has it. What has
 * not changed by the next batch after that may stay for hours, and gets bytes of its own: else one cold key in a
 * large request would keep all of it in memory, and the budget would not know.
 *
 * Superseded versions travel the same way: they hang on their key's entry until the engine has their history rows.
 *
 * One `HeadCacheBudget` bounds the caches of all shards of a node, in bytes as estimated. Eviction is second chance
 * (Corbató's clock): a hand walks each cache in the order of insertion and drops what nobody touched since its last
 * visit. Evaluation must not depend on what is cached, only on what it says: replicas evict differently.
 */
import { assert } from '../base/assert.ts'
import type { Key, KeyspaceId, Timestamp, Token } from '../base/ids.ts'
import { withOwnBytes } from '../versions/value.ts'
import { valueBytes } from '../versions/value-codec.ts'
import type { Version } from '../versions/version.ts'
import type { HistoryVersion } from './history-rows.ts'

/** `sequence` of what no sealed engine batch holds yet: later than every batch. */
const UNSEALED = Number.POSITIVE_INFINITY
/** `sequence` of what came from the engine: earlier than every batch. */
const FROM_ENGINE = 0

/** Estimated bytes of an entry, its map slot and its version's objects, besides key and value. */
const ENTRY_BYTES = 400
const ABSENT_BYTES = 160

const NONE: readonly DirtyHistory[] = []

/** A superseded version that the engine may not have yet. */
export interface DirtyHistory extends HistoryVersion {
  /** Estimated, in memory. */
  readonly bytes: number
  sequence: number
}

export interface HeadEntry {
  readonly keyspace: KeyspaceId
  readonly key: Key
  readonly token: Token
  /** undefined = the key has no head. */
  version: Version | undefined
  /** Of the version's value, encoded; 0 = it has none. */
  valueBytes: number
  /** Engine batch that holds this state. */
  sequence: number
  /** Among the dirty ones: the engine may lack something of it. */
  dirty: boolean
  /** Superseded versions that the engine may lack, oldest first. */
  history: DirtyHistory[] | undefined
  bytes: number
  touched: boolean
  /** Filled for an entry of the log that has not been applied yet: must not go before. */
  pinned: boolean
  /** Apply's change counter when this entry last changed. */
  changed: number
}

/** Bounds the heads caches of all shards of a node together. */
export class HeadCacheBudget {
  private readonly limitBytes: number
  private readonly caches = new Set<HeadCache>()
  private used = 0

  constructor(limitBytes: number) {
    this.limitBytes = limitBytes
  }

  get usedBytes(): number {
    return this.used
  }

  /** Called by caches only. */
  add(bytes: number): void {
    this.used += bytes
  }

  /** Called by caches only. */
  join(cache: HeadCache): void {
    this.caches.add(cache)
  }

  /** Called by caches only. */
  leave(cache: HeadCache): void {
    this.caches.delete(cache)
  }

  /** Evicts until the budget holds, or nothing more can go because it is dirty or about to be used. */
  enforce(): void {
    while (this.used > this.limitBytes) {
      const before = this.used
      // Each cache gives in proportion to what it holds, a little more than needed so that this runs rarely.
      const share = Math.min(1, (this.used - this.limitBytes) / this.used + 0.02)
      for (const cache of this.caches) cache.evict(Math.ceil(cache.usedBytes * share))
      if (this.used === before) return
    }
  }
}

export class HeadCache {
  readonly budget: HeadCacheBudget
  private closed = false
  private readonly keyspaces = new Map<KeyspaceId, Map<Key, HeadEntry>>()
  /** The entries of the keyspace that was last asked for: mostly the next one is of it, too. */
  private recent:
    { readonly keyspace: KeyspaceId; readonly entries: Map<Key, HeadEntry> } | undefined
  /** Entries whose newest state is in no sealed batch; only they have superseded versions that are in none. */
  private unsealedHeads: HeadEntry[] = []
  /** Superseded versions that are in no sealed batch. */
  private unsealedPast = 0
  /** Entries whose state the engine may lack, each once. */
  private dirtyEntries: HeadEntry[] = []
  /** Entries that the last clean-up has found in the engine. Most will have changed by the next one. */
  private settling: HeadEntry[] = []
  private pinnedEntries: HeadEntry[] = []
  private hands: IterableIterator<HeadEntry>[] = []
  private cleaned = FROM_ENGINE
  private changes = 0
  private evictedChange = 0
  private evictionCount = 0
  private bytes = 0

  constructor(budget: HeadCacheBudget) {
    this.budget = budget
    budget.join(this)
  }

  get usedBytes(): number {
    return this.bytes
  }

  /** Rises whenever something is evicted: what was cached before may no longer be. */
  get evictions(): number {
    return this.evictionCount
  }

  /** Apply's change counter: hand it to `fill` as it was when the fetch began. */
  get changeCounter(): number {
    return this.changes
  }

  /** Whether `seal` would find something. */
  get hasUnsealed(): boolean {
    return this.unsealedHeads.length > 0
  }

  /** Versions that `seal` would hand out. */
  get unsealedVersions(): number {
    return this.unsealedHeads.length + this.unsealedPast
  }

  get(keyspace: KeyspaceId, key: Key): HeadEntry | undefined {
    const entry = this.peek(keyspace, key)
    if (entry !== undefined) entry.touched = true
    return entry
  }

  /** Whether the cache, and not the engine, says what the key's head is. */
  has(keyspace: KeyspaceId, key: Key): boolean {
    return this.peek(keyspace, key) !== undefined
  }

  /** As `get`, by somebody for whose sake the entry need not stay. */
  peek(keyspace: KeyspaceId, key: Key): HeadEntry | undefined {
    return this.entriesOf(keyspace)?.get(key)
  }

  private entriesOf(keyspace: KeyspaceId): Map<Key, HeadEntry> | undefined {
    if (this.recent?.keyspace === keyspace) return this.recent.entries
    const entries = this.keyspaces.get(keyspace)
    if (entries !== undefined) this.recent = { keyspace, entries }
    return entries
  }

  /** Whether a key that has no entry may have changed since the counter stood at `since`: nobody knows any more. */
  mayHaveChanged(since: number): boolean {
    return this.evictedChange > since
  }

  /** The key has no row any more, or will have none with the next batch: its entry need not stay, unless it is in use. */
  drop(entry: HeadEntry): void {
    const inUse = entry.pinned || entry.history !== undefined || entry.sequence > this.cleaned
    if (!inUse) this.remove(entry)
  }

  /** The key's newest version becomes `version`; the one before it, if it is to be kept, goes to history. */
  write(entry: HeadEntry, version: Version, keepPrevious: boolean): void {
    const previous = entry.version
    const previousBytes = memoryBytes(previous, entry.valueBytes)
    this.changes += 1
    entry.changed = this.changes
    if (keepPrevious && previous !== undefined) {
      this.supersede(entry, previous, version.timestamp, previousBytes)
    } else this.grow(entry, -previousBytes)
    entry.version = version
    entry.valueBytes = bytesOfValue(version)
    this.grow(entry, memoryBytes(version, entry.valueBytes))
    if (entry.sequence === UNSEALED) return
    entry.sequence = UNSEALED
    this.unsealedHeads.push(entry)
    if (entry.dirty) return
    entry.dirty = true
    this.dirtyEntries.push(entry)
  }

  private supersede(
    head: HeadEntry,
    version: Version,
    supersededAt: Timestamp,
    bytes: number,
  ): void {
    const row: DirtyHistory = { version, supersededAt, bytes, sequence: UNSEALED }
    this.unsealedPast += 1
    if (head.history === undefined) head.history = [row]
    else head.history.push(row)
  }

  /** The key's entry; without one, `version` is what the engine has, and nothing was applied since it was read. */
  ensure(keyspace: KeyspaceId, key: Key, token: Token, version: Version): HeadEntry {
    if (this.get(keyspace, key) === undefined) {
      this.fill(keyspace, key, token, version, this.changes, false)
    }
    const entry = this.get(keyspace, key)
    assert(entry !== undefined, 'a head that was just put in is in the cache')
    return entry
  }

  /** Puts a head that was read from the engine, unless apply has changed the key since the read began. */
  fill(
    keyspace: KeyspaceId,
    key: Key,
    token: Token,
    version: Version | undefined,
    beganAt: number,
    pin: boolean,
  ): void {
    // The replica went while the read was under way.
    if (this.closed) return
    const present = this.get(keyspace, key)
    if (present !== undefined) {
      if (pin) this.pin(present)
      return
    }
    // An entry that changed after the read began may have been written, cleaned and evicted: nobody knows which.
    if (this.evictedChange > beganAt) return
    let entries = this.entriesOf(keyspace)
    if (entries === undefined) this.keyspaces.set(keyspace, (entries = new Map<Key, HeadEntry>()))
    const entry: HeadEntry = {
      keyspace,
      key,
      token,
      version,
      valueBytes: bytesOfValue(version),
      sequence: FROM_ENGINE,
      dirty: false,
      history: undefined,
      bytes: 0,
      touched: true,
      pinned: false,
      changed: 0,
    }
    entries.set(key, entry)
    this.grow(entry, key.length + memoryBytes(version, entry.valueBytes))
    if (pin) this.pin(entry)
  }

  private pin(entry: HeadEntry): void {
    if (entry.pinned) return
    entry.pinned = true
    this.pinnedEntries.push(entry)
  }

  /** What was pinned has been used. */
  unpin(): void {
    for (const entry of this.pinnedEntries) entry.pinned = false
    this.pinnedEntries = []
  }

  /**
   * Hands out what no sealed batch holds yet, each head once, and with it what it superseded, oldest first; it belongs to engine
   * batch `sequence` from now on.
   */
  seal(
    sequence: number,
    visit: (entry: HeadEntry, superseded: readonly HistoryVersion[]) => void,
  ): void {
    assert(sequence > this.cleaned, `batch ${sequence} is sealed after ${this.cleaned} was written`)
    for (const entry of this.unsealedHeads) {
      entry.sequence = sequence
      const superseded = unsealedOf(entry)
      for (const row of superseded) row.sequence = sequence
      visit(entry, superseded)
    }
    this.unsealedHeads = []
    this.unsealedPast = 0
  }

  /** The engine has every batch up to `sequence`. */
  cleanUpTo(sequence: number): void {
    this.cleaned = Math.max(this.cleaned, sequence)
    for (const entry of this.settling) if (!entry.dirty) settle(entry)
    const settling: HeadEntry[] = []
    const entries = this.dirtyEntries
    let kept = 0
    for (const entry of entries) {
      if (entry.history !== undefined) this.cleanHistory(entry, entry.history)
      if (entry.sequence > this.cleaned) entries[kept++] = entry
      else {
        entry.dirty = false
        settling.push(entry)
      }
    }
    entries.length = kept
    this.settling = settling
  }

  private cleanHistory(entry: HeadEntry, history: DirtyHistory[]): void {
    let clean = 0
    let bytes = 0
    for (; clean < history.length && history[clean]!.sequence <= this.cleaned; clean++) {
      bytes += history[clean]!.bytes
    }
    if (clean === 0) return
    entry.history = clean === history.length ? undefined : history.slice(clean)
    this.grow(entry, -bytes)
  }

  /** Entries whose state the engine may lack, in no particular order. */
  dirty(): IterableIterator<HeadEntry> {
    return this.dirtyEntries.values()
  }

  /** Drops about `bytes` of what was not touched lately. Dirty and pinned entries stay. */
  evict(bytes: number): void {
    const target = this.bytes - bytes
    for (let turn = 0; turn < 3 && this.bytes > target; turn++) {
      if (this.hands.length === 0)
        this.hands = [...this.keyspaces.values()].map((map) => map.values())
      while (this.bytes > target && this.hands.length > 0) this.moveHand(this.hands)
    }
  }

  private moveHand(hands: IterableIterator<HeadEntry>[]): void {
    const next = hands[hands.length - 1]!.next()
    if (next.done === true) {
      hands.pop()
      return
    }
    const entry = next.value
    if (entry.touched) entry.touched = false
    else if (!entry.pinned && entry.sequence <= this.cleaned) this.remove(entry)
  }

  private remove(entry: HeadEntry): void {
    assert(!entry.dirty, 'a head leaves the cache only when the engine has it')
    this.evictionCount += 1
    this.evictedChange = Math.max(this.evictedChange, entry.changed)
    this.keyspaces.get(entry.keyspace)?.delete(entry.key)
    this.account(-entry.bytes)
  }

  /** Forgets all of a keyspace, also what the engine does not have yet: its rows go. */
  forgetKeyspace(keyspace: KeyspaceId): void {
    const entries = this.keyspaces.get(keyspace)
    // What is being read must not come back.
    this.changes += 1
    this.evictedChange = this.changes
    if (entries === undefined) return
    const isOther = (entry: HeadEntry): boolean => entry.keyspace !== keyspace
    this.unsealedHeads = this.unsealedHeads.filter(isOther)
    this.unsealedPast = countUnsealed(this.unsealedHeads)
    this.pinnedEntries = this.pinnedEntries.filter(isOther)
    this.dirtyEntries = this.dirtyEntries.filter(isOther)
    this.settling = this.settling.filter(isOther)
    this.keyspaces.delete(keyspace)
    this.recent = undefined
    this.hands = []
    this.evictionCount += 1
    for (const entry of entries.values()) this.account(-entry.bytes)
  }

  /**
   * A cache with all entries of tokens from `from` on, which leave this one: the shard is split. Both know the same of what
   * the engine has.
   */
  splitOff(from: number): HeadCache {
    const other = new HeadCache(this.budget)
    // What is being read must not come back.
    this.changes += 1
    this.evictedChange = this.changes
    other.changes = this.changes
    other.evictedChange = this.evictedChange
    other.cleaned = this.cleaned
    const leaves = ({ token }: HeadEntry): boolean => token >= from
    for (const [keyspace, entries] of this.keyspaces) {
      const moved = new Map<Key, HeadEntry>()
      for (const entry of entries.values()) {
        if (!leaves(entry)) continue
        entries.delete(entry.key)
        moved.set(entry.key, entry)
        entry.pinned = false
        this.account(-entry.bytes)
        other.account(entry.bytes)
      }
      other.keyspaces.set(keyspace, moved)
    }
    this.pinnedEntries = this.pinnedEntries.filter((entry) => !leaves(entry))
    other.unsealedHeads = this.unsealedHeads.filter(leaves)
    this.unsealedHeads = this.unsealedHeads.filter((entry) => !leaves(entry))
    other.unsealedPast = countUnsealed(other.unsealedHeads)
    this.unsealedPast -= other.unsealedPast
    other.dirtyEntries = this.dirtyEntries.filter(leaves)
    this.dirtyEntries = this.dirtyEntries.filter((entry) => !leaves(entry))
    other.settling = this.settling.filter(leaves)
    this.settling = this.settling.filter((entry) => !leaves(entry))
    this.hands = []
    this.evictionCount += 1
    return other
  }

  /** Gives everything back: the replica goes. */
  close(): void {
    this.closed = true
    this.keyspaces.clear()
    this.settling = []
    this.recent = undefined
    this.account(-this.bytes)
    this.budget.leave(this)
  }

  private grow(entry: HeadEntry, bytes: number): void {
    entry.bytes += bytes
    this.account(bytes)
  }

  private account(change: number): void {
    this.bytes += change
    this.budget.add(change)
  }
}

/** The entry has been as it is for a while: it need not hold more memory than it is counted with. */
function settle(entry: HeadEntry): void {
  const { version } = entry
  if (version?.value === undefined) return
  const value = withOwnBytes(version.value)
  if (value === version.value) return
  const { timestamp, clock, dot, author, expiry } = version
  entry.version = { timestamp, clock, dot, author, expiry, value }
}

/** The superseded versions of an entry that no sealed batch holds: its last ones. */
function unsealedOf({ history }: HeadEntry): readonly DirtyHistory[] {
  if (history === undefined) return NONE
  let first = history.length
  while (first > 0 && history[first - 1]!.sequence === UNSEALED) first--
  return first === 0 ? history : history.slice(first)
}

function countUnsealed(entries: readonly HeadEntry[]): number {
  let count = 0
  for (const entry of entries) count += unsealedOf(entry).length
  return count
}

function bytesOfValue(version: Version | undefined): number {
  return version?.value === undefined ? 0 : valueBytes(version.value)
}

function memoryBytes(version: Version | undefined, ofValue: number): number {
  return version === undefined ? ABSENT_BYTES : ENTRY_BYTES + ofValue
}
