/**
 * The lock table of one shard (05, "Commit"): which keys and ranges prepared transactions hold. It is replicated
 * state, rebuilt from the prepare records at start and at snapshot install; nothing else ever takes a lock.
 *
 * - A prepared write holds its key *exclusively*: nobody else reads or writes it.
 * - A prepared read holds its key *shared*: others read it, nobody writes it.
 * - A prepared scan holds its *range* shared: nobody writes a key inside it.
 *
 * A leader keeps a second table of the same kind for prepares that it has proposed and that are not yet applied
 * (server/foreseen-locks.ts).
 * Holders of one table never conflict with each other: apply admits a prepare only when nothing blocks it.
 */
import { assert } from '../base/assert.ts'
import {
  operationKey,
  type Key,
  type KeyspaceId,
  type OperationId,
  type Timestamp,
  type Token,
} from '../base/ids.ts'
import { OperationMap } from '../base/operation-map.ts'
import { appended } from '../base/short-list.ts'

/** Who holds a lock. */
export interface LockHolder {
  readonly id: OperationId
  /** Start of the transaction's first attempt, for wait-die. */
  readonly age: Timestamp
  /** The prepare stamp; snapshot reads below it need not wait. */
  readonly stamp: Timestamp
}

export interface LockKey {
  readonly keyspace: KeyspaceId
  readonly key: Key
}

export interface LockPoint extends LockKey {
  readonly token: Token
}

/** Keys [start, end) of one partition; an empty `end` means: to the end of the partition. */
export interface LockRange {
  readonly keyspace: KeyspaceId
  readonly token: Token
  readonly start: Key
  readonly end: Key
}

/** Everything that one transaction holds in one shard. */
export interface Footprint {
  readonly writes: readonly LockPoint[]
  readonly reads: readonly LockKey[]
  readonly ranges: readonly LockRange[]
}

/**
 * What stands in the way of a command: the holder, and the key by which they met. Of several holders it is the oldest,
 * since wait-die is about that one: who is older than it is older than all. (So it is the same on every replica, too.)
 */
export interface LockBlock {
  readonly holder: LockHolder
  readonly keyspace: KeyspaceId
  readonly key: Key
}

interface KeyLock {
  readonly point: LockPoint | undefined
  exclusive: LockHolder | undefined
  shared: LockHolder[]
}

interface RangeLock extends LockRange {
  readonly holder: LockHolder
}

interface Held {
  readonly holder: LockHolder
  readonly footprint: Footprint
}

/** Never pushed to: `appended` replaces it. */
const NOBODY: LockHolder[] = []

export class LockTable {
  private readonly keys = new Map<KeyspaceId, Map<Key, KeyLock>>()
  private readonly ranges: RangeLock[] = []
  private readonly held = new OperationMap<Held>()

  /** Nothing is locked: every check may be skipped. */
  get isEmpty(): boolean {
    return this.held.size === 0
  }

  /** Number of transactions that hold something. */
  get size(): number {
    return this.held.size
  }

  /** Holders in no particular order, for sweeps over overdue transactions. */
  *holders(): IterableIterator<LockHolder> {
    for (const { holder } of this.held.values()) yield holder
  }

  holds(id: OperationId): boolean {
    return this.held.has(id)
  }

  /** Takes all locks of a transaction. Nothing of the footprint may be blocked, and the id must hold nothing yet. */
  acquire(holder: LockHolder, footprint: Footprint): void {
    const { id } = holder
    assert(!this.held.has(id), () => `transaction ${operationKey(id)} already holds locks`)
    this.held.set(id, { holder, footprint })
    for (const point of footprint.writes) {
      const lock = this.lockOf(point, point)
      assert(
        (lock.exclusive ?? holder) === holder && lock.shared.every((other) => other === holder),
        () => `transaction ${operationKey(id)} takes a key that another one holds`,
      )
      lock.exclusive = holder
    }
    for (const read of footprint.reads) {
      const lock = this.lockOf(read, undefined)
      lock.shared = appended(lock.shared, holder)
    }
    for (const range of footprint.ranges) this.ranges.push({ ...range, holder })
  }

  /** Drops all locks of a transaction and returns what they were; undefined if it held none. */
  release(id: OperationId): Footprint | undefined {
    const held = this.held.get(id)
    if (held === undefined) return undefined
    this.held.delete(id)
    const { holder, footprint } = held
    for (const point of footprint.writes) this.releaseKey(point, holder)
    for (const read of footprint.reads) this.releaseKey(read, holder)
    for (let i = this.ranges.length - 1; i >= 0; i--) {
      if (this.ranges[i]!.holder === holder) this.ranges.splice(i, 1)
    }
    return footprint
  }

  /** Who forbids to *read* this key: its exclusive holder, if the prepare stamp is at most `upTo`. */
  readBlocker(keyspace: KeyspaceId, key: Key, upTo: number): LockBlock | undefined {
    const holder = this.keys.get(keyspace)?.get(key)?.exclusive
    return holder !== undefined && holder.stamp <= upTo ? { holder, keyspace, key } : undefined
  }

  /** Who forbids to *write* this key: any holder of the key, or of a range around it. */
  writeBlocker(keyspace: KeyspaceId, key: Key, token: Token): LockBlock | undefined {
    const lock = this.keys.get(keyspace)?.get(key)
    let holder = lock?.exclusive
    for (const sharer of lock?.shared ?? []) holder = older(holder, sharer)
    for (const range of this.ranges) {
      if (range.keyspace === keyspace && range.token === token && insideRange(range, key)) {
        holder = older(holder, range.holder)
      }
    }
    return holder && { holder, keyspace, key }
  }

  /** Who forbids to *scan* [start, end) of one partition: an exclusive holder of a key inside. */
  rangeBlocker(range: LockRange, upTo: number): LockBlock | undefined {
    return this.exclusiveInside(
      range.keyspace,
      (point) => point.token === range.token && insideRange(range, point.key),
      upTo,
    )
  }

  /** Who forbids to scan a keyspace's keys that `inside` accepts: an exclusive holder of one of them. */
  exclusiveInside(
    keyspace: KeyspaceId,
    inside: (point: LockPoint) => boolean,
    upTo: number,
  ): LockBlock | undefined {
    let oldest: LockBlock | undefined
    for (const { point, exclusive } of this.keys.get(keyspace)?.values() ?? []) {
      if (exclusive === undefined || exclusive.stamp > upTo || point === undefined) continue
      if (!inside(point)) continue
      const { key } = point
      const isOlder = oldest === undefined || older(oldest.holder, exclusive) === exclusive
      // Of one holder's keys the first, whatever the order in which they were locked.
      if (oldest?.holder === exclusive ? key < oldest.key : isOlder) {
        oldest = { holder: exclusive, keyspace, key }
      }
    }
    return oldest
  }

  private lockOf({ keyspace, key }: LockKey, point: LockPoint | undefined): KeyLock {
    let locks = this.keys.get(keyspace)
    if (locks === undefined) this.keys.set(keyspace, (locks = new Map<Key, KeyLock>()))
    let lock = locks.get(key)
    if (lock === undefined) locks.set(key, (lock = { point, exclusive: undefined, shared: NOBODY }))
    return lock
  }

  private releaseKey({ keyspace, key }: LockKey, holder: LockHolder): void {
    const locks = this.keys.get(keyspace)
    const lock = locks?.get(key)
    if (locks === undefined || lock === undefined) return
    if (lock.exclusive === holder) lock.exclusive = undefined
    const at = lock.shared.indexOf(holder)
    if (at >= 0) lock.shared.splice(at, 1)
    if (lock.exclusive !== undefined || lock.shared.length > 0) return
    locks.delete(key)
    if (locks.size === 0) this.keys.delete(keyspace)
  }
}

/** The one that started first; ids decide between equal ages. */
function older(a: LockHolder | undefined, b: LockHolder): LockHolder {
  if (a === undefined || a === b || b.age < a.age) return b
  if (a.age < b.age) return a
  return operationKey(a.id) < operationKey(b.id) ? a : b
}

/** Whether `key`, of the range's own partition, lies in it. */
export function insideRange(range: Pick<LockRange, 'start' | 'end'>, key: Key): boolean {
  return key >= range.start && (range.end === '' || key < range.end)
}
