/**
 * Where commands wait for locks: a leader's volatile queues, one line per locked key (05, "Waiting, not thrashing").
 * Losing them loses nothing; whoever waited asks again.
 *
 * - A line is first come, first served, and a command stands in one line at a time. A newcomer lines up even if it
 *   could pass, else a stream of readers would starve a writer.
 * - **Wait-die** keeps prepares of different shards from waiting for each other in a circle: a prepare may only wait for
 *   *younger* transactions. It dies (`RETRY`) if the holder, or any prepare ahead in line, is older; looked at when it
 *   joins, and again when the line gets another holder. So in a line of prepares each is older than all before it.
 * - A command of one log entry holds nothing while it waits: it never dies, and nobody dies because of it.
 *
 * Why no circle stays: every stuck prepare stands behind one that was examined and is younger, and that one must be stuck
 * too, else its end would have moved the line and led to another look. Ever younger cannot close a circle.
 *
 * When a holder ends, its lines move: one-entry commands go on together, up to and including the first prepare, which
 * becomes the holder that the rest waits for. What goes on is looked at anew and may come back, to its old place.
 *
 * Everything is handed out by `takeReady`, `takeDead` and `expire`; nothing calls back.
 */
import { assert } from '../base/assert.ts'
import { keyspaceId, type Key, type KeyspaceId, type Timestamp } from '../base/ids.ts'

/** Bounds over all lines of one shard; beyond them newcomers get `OVERLOADED`. */
export interface WaitLimits {
  readonly waitersMax: number
  readonly bytesMax: number
}

/** Whom a line waits for: a transaction that holds the key, or one that is on its way to. */
export interface WaitHolder {
  /** `operationKey` of the transaction. */
  readonly id: string
  readonly age: Timestamp
}

/** `waiting`: it comes out of `takeReady`, `takeDead`, `expire` or `drain`. Else it was not taken in. */
export type WaitVerdict = 'waiting' | 'dies' | 'overloaded'

const NOWHERE = keyspaceId(-1)

/** One command and its place. Made once per command, and used again when the command waits again. */
export class Waiter<Command> {
  readonly command: Command
  /** `operationKey` of the command. */
  readonly id: string
  /** Start of the transaction's first attempt; undefined for a command of one log entry, which never dies. */
  readonly age: Timestamp | undefined
  readonly bytes: number
  readonly deadlineMs: number
  /** @internal Where it stands, or stood last; −1 = nowhere yet. */
  keyspace: KeyspaceId = NOWHERE
  /** @internal */
  key = '' as Key
  /** @internal Order of joining the line; kept when it comes back to that line. */
  arrival = 0
  /** @internal Whether it stands in line now. */
  standing = false
  /** @internal */
  ahead: Waiter<Command> | undefined = undefined
  /** @internal */
  behind: Waiter<Command> | undefined = undefined

  constructor(
    command: Command,
    id: string,
    age: Timestamp | undefined,
    bytes: number,
    deadlineMs: number,
  ) {
    this.command = command
    this.id = id
    this.age = age
    this.bytes = bytes
    this.deadlineMs = deadlineMs
  }
}

interface Line<Command> {
  readonly keyspace: KeyspaceId
  readonly key: Key
  holder: WaitHolder
  head: Waiter<Command> | undefined
  tail: Waiter<Command> | undefined
  /** The oldest prepare in line, which is the last one. */
  lastPrepare: Waiter<Command> | undefined
}

export class WaitQueues<Command> {
  private readonly limits: WaitLimits
  private readonly lines = new Map<KeyspaceId, Map<Key, Line<Command>>>()
  private readonly linesOf = new Map<string, Set<Line<Command>>>()
  private ready: Waiter<Command>[] = []
  private dead: Waiter<Command>[] = []
  private arrivals = 0
  private count = 0
  private byteCount = 0
  /** No waiter's deadline is before this. */
  private deadlineMs = Infinity

  constructor(limits: WaitLimits) {
    this.limits = limits
  }

  /** Commands in line. */
  get size(): number {
    return this.count
  }

  get bytes(): number {
    return this.byteCount
  }

  /** When `expire` may have something to do; `Infinity` = never. */
  get wakeAtMs(): number {
    return this.deadlineMs
  }

  /** Whom a newcomer to this key has to wait for although no lock is in its way; undefined = there is no line. */
  lineHolder(keyspace: KeyspaceId, key: Key): WaitHolder | undefined {
    return this.lines.get(keyspace)?.get(key)?.holder
  }

  /**
   * Puts a command into the line of the key at which `holder` stopped it: at the end, or, if it went on from this very
   * line before, at its old place. If the line waited for another holder, everyone in it is looked at again.
   */
  wait(waiter: Waiter<Command>, keyspace: KeyspaceId, key: Key, holder: WaitHolder): WaitVerdict {
    assert(!waiter.standing, () => `command ${waiter.id} waits in two lines`)
    // It holds nothing after all: a line that waited for it, other than this one, moves.
    this.release(waiter.id, this.lines.get(keyspace)?.get(key))
    const line = this.lineOf(keyspace, key, holder)
    const returns = waiter.keyspace === keyspace && waiter.key === key
    if (!returns && this.isFull(waiter)) return this.turnAway(line, 'overloaded')
    if (!returns) waiter.arrival = ++this.arrivals
    const before = returns ? placeOf(line, waiter) : line.tail
    const older = returns ? lastPrepareFrom(before) : line.lastPrepare
    if (mustDie(waiter, line.holder, older)) return this.turnAway(line, 'dies')
    waiter.keyspace = keyspace
    waiter.key = key
    this.insert(line, waiter, before)
    if (waiter !== line.tail) this.lookAgain(line)
    return 'waiting'
  }

  /**
   * A transaction holds nothing any more: it committed or aborted, or its prepare went on but took no hold (refused,
   * answered from the table, given up). The lines that waited for it move.
   */
  release(holderId: string, except?: Line<Command>): void {
    const lines = this.linesOf.get(holderId)
    if (lines === undefined) return
    const sizeBefore = this.ready.length
    let moved = 0
    for (const line of lines) {
      if (line === except) continue
      moved++
      this.move(line)
    }
    if (moved > 1) {
      const added = this.ready.splice(sizeBefore)
      this.ready.push(...added.sort((a, b) => a.arrival - b.arrival))
    }
  }

  /** Commands that go on, in order. Each is checked against the locks as if it had just come. */
  takeReady(): readonly Waiter<Command>[] {
    if (this.ready.length === 0) return NOBODY
    const { ready } = this
    this.ready = []
    return ready
  }

  /** Prepares that died in line: `RETRY`, as a hint, since nothing was logged. */
  takeDead(): readonly Waiter<Command>[] {
    if (this.dead.length === 0) return NOBODY
    const { dead } = this
    this.dead = []
    return dead
  }

  /** Removes and returns the commands whose deadline has come, oldest in line first. */
  expire(nowMs: number): readonly Waiter<Command>[] {
    if (nowMs < this.deadlineMs) return NOBODY
    const late: Waiter<Command>[] = []
    this.deadlineMs = Infinity
    for (const waiter of this.everyone()) {
      if (waiter.deadlineMs <= nowMs) late.push(waiter)
      else if (waiter.deadlineMs < this.deadlineMs) this.deadlineMs = waiter.deadlineMs
    }
    for (const waiter of late) this.leave(waiter)
    return late.sort((a, b) => a.arrival - b.arrival)
  }

  /** Takes a command out of its line, if it stands in one (its client went away). */
  cancel(waiter: Waiter<Command>): void {
    if (waiter.standing) this.leave(waiter)
  }

  /** Empties everything: this replica no longer leads, or the shard is being split. */
  drain(): readonly Waiter<Command>[] {
    const all = [...this.everyone(), ...this.ready, ...this.dead]
    for (const waiter of all) if (waiter.standing) this.leave(waiter)
    this.ready = []
    this.dead = []
    this.deadlineMs = Infinity
    return all.sort((a, b) => a.arrival - b.arrival)
  }

  private *everyone(): IterableIterator<Waiter<Command>> {
    for (const lines of this.lines.values()) {
      for (const line of lines.values()) {
        for (let waiter = line.head; waiter !== undefined; waiter = waiter.behind) yield waiter
      }
    }
  }

  private isFull(waiter: Waiter<Command>): boolean {
    const { waitersMax, bytesMax } = this.limits
    return this.count >= waitersMax || this.byteCount + waiter.bytes > bytesMax
  }

  private turnAway(line: Line<Command>, verdict: WaitVerdict): WaitVerdict {
    if (line.head === undefined) this.dissolve(line)
    return verdict
  }

  /** The key's line, waiting for `holder` from now on. */
  private lineOf(keyspace: KeyspaceId, key: Key, holder: WaitHolder): Line<Command> {
    let lines = this.lines.get(keyspace)
    if (lines === undefined) this.lines.set(keyspace, (lines = new Map<Key, Line<Command>>()))
    let line = lines.get(key)
    if (line === undefined) {
      line = { keyspace, key, holder, head: undefined, tail: undefined, lastPrepare: undefined }
      lines.set(key, line)
      this.index(line)
    } else if (line.holder.id !== holder.id) {
      this.changeHolder(line, holder)
      this.lookAgain(line)
    }
    return line
  }

  private insert(
    line: Line<Command>,
    waiter: Waiter<Command>,
    before: Waiter<Command> | undefined,
  ): void {
    const after = before === undefined ? line.head : before.behind
    waiter.ahead = before
    waiter.behind = after
    waiter.standing = true
    if (before === undefined) line.head = waiter
    else before.behind = waiter
    if (after === undefined) line.tail = waiter
    else after.ahead = waiter
    const { lastPrepare } = line
    if (
      waiter.age !== undefined &&
      (lastPrepare === undefined || lastPrepare.arrival < waiter.arrival)
    ) {
      line.lastPrepare = waiter
    }
    this.count++
    this.byteCount += waiter.bytes
    if (waiter.deadlineMs < this.deadlineMs) this.deadlineMs = waiter.deadlineMs
  }

  private unlink(line: Line<Command>, waiter: Waiter<Command>): void {
    const { ahead, behind } = waiter
    if (ahead === undefined) line.head = behind
    else ahead.behind = behind
    if (behind === undefined) line.tail = ahead
    else behind.ahead = ahead
    if (line.lastPrepare === waiter) line.lastPrepare = lastPrepareFrom(ahead)
    waiter.ahead = undefined
    waiter.behind = undefined
    waiter.standing = false
    this.count--
    this.byteCount -= waiter.bytes
  }

  private leave(waiter: Waiter<Command>): void {
    const line = this.lines.get(waiter.keyspace)?.get(waiter.key)
    assert(line !== undefined, () => `command ${waiter.id} stands in no line`)
    this.unlink(line, waiter)
    if (line.head === undefined) this.dissolve(line)
  }

  /** Lets the head go on, with all one-entry commands up to the first prepare. */
  private move(line: Line<Command>): void {
    for (let head = line.head; head !== undefined; head = line.head) {
      this.unlink(line, head)
      this.ready.push(head)
      if (head.age === undefined) continue
      if (line.head !== undefined) this.changeHolder(line, { id: head.id, age: head.age })
      break
    }
    if (line.head === undefined) this.dissolve(line)
  }

  /** Wait-die for everyone in line, after the holder changed or someone came back to the front. */
  private lookAgain(line: Line<Command>): void {
    let oldest: Waiter<Command> | undefined
    for (let waiter = line.head; waiter !== undefined;) {
      const { behind } = waiter
      if (waiter.age !== undefined) {
        if (mustDie(waiter, line.holder, oldest)) {
          this.unlink(line, waiter)
          this.dead.push(waiter)
        } else {
          oldest = waiter
        }
      }
      waiter = behind
    }
  }

  private changeHolder(line: Line<Command>, holder: WaitHolder): void {
    this.unindex(line)
    line.holder = holder
    this.index(line)
  }

  private index(line: Line<Command>): void {
    const lines = this.linesOf.get(line.holder.id)
    if (lines === undefined) this.linesOf.set(line.holder.id, new Set([line]))
    else lines.add(line)
  }

  private unindex(line: Line<Command>): void {
    const lines = this.linesOf.get(line.holder.id)
    lines?.delete(line)
    if (lines?.size === 0) this.linesOf.delete(line.holder.id)
  }

  private dissolve(line: Line<Command>): void {
    this.unindex(line)
    const lines = this.lines.get(line.keyspace)
    lines?.delete(line.key)
    if (lines?.size === 0) this.lines.delete(line.keyspace)
  }
}

const NOBODY: readonly never[] = []

/** Behind whom a waiter that comes back belongs; undefined = at the head. */
function placeOf<Command>(
  line: Line<Command>,
  waiter: Waiter<Command>,
): Waiter<Command> | undefined {
  let before: Waiter<Command> | undefined
  let next = line.head
  while (next !== undefined && next.arrival < waiter.arrival) {
    before = next
    next = next.behind
  }
  return before
}

/** The last prepare at or before `from` in its line: the oldest of those. */
function lastPrepareFrom<Command>(from: Waiter<Command> | undefined): Waiter<Command> | undefined {
  let waiter = from
  while (waiter !== undefined && waiter.age === undefined) waiter = waiter.ahead
  return waiter
}

/** Whether a prepare would wait for an older transaction. `ahead`: the oldest prepare before it in line. */
function mustDie<Command>(
  waiter: Waiter<Command>,
  holder: WaitHolder,
  ahead: Waiter<Command> | undefined,
): boolean {
  const { age, id } = waiter
  if (age === undefined) return false
  if (isOlder(holder.age, holder.id, age, id)) return true
  return ahead?.age !== undefined && isOlder(ahead.age, ahead.id, age, id)
}

/** Ages can be equal; the id decides then, the same way on every shard. */
function isOlder(ageA: Timestamp, idA: string, ageB: Timestamp, idB: string): boolean {
  return ageA < ageB || (ageA === ageB && idA < idB)
}
