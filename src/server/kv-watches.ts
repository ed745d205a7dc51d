/**
 * Watchers of a shard, at its leader (05, "Watch"; docs/decisions/0013).
 *
 * Gateways *ask* for changes, again and again: a request names what is resolved and the number of the last answer that came, and
 * waits here until there is something to say. So nothing is ever pushed at somebody who cannot take it, an answer that is lost is
 * asked for again, and a leader that knows nothing of a watcher (a new one, or one that had to forget it) can do what every
 * leader can: look in heads and history for what is above the resolved timestamp (shard/changes.ts), and go on from there with
 * what apply tells of new versions.
 *
 * A shard that is watched sleeps like any other: requests that wait here are looked after by the node, and wake nothing. Only
 * where nothing was logged for long it is woken once, so that what is resolved moves on, and a leader that was deposed in its
 * sleep finds out.
 *
 * Nobody watches: apply tells nobody, and nothing here runs.
 */
import type { ByteBudget } from '../base/byte-budget.ts'
import { RingKvError } from '../base/errors.ts'
import type { Clock } from '../base/clock.ts'
import type { HybridClock } from '../base/hybrid-clock.ts'
import type { NodeId, Timestamp } from '../base/ids.ts'
import { bytesOfChange, type Change, type ChangesFilter } from '../shard/changes.ts'
import { rangeContains } from '../shard/descriptor.ts'
import type { ShardMachine } from '../shard/machine.ts'
import { readRowOf } from '../shard/read-rows.ts'
import type { Read } from '../shard/request.ts'
import type { Engine } from '../storage/engine.ts'
import { refused, type ReadCall, type Refused } from './calls.ts'
import { readChanges } from './changes-page.ts'
import { withoutRules, type ShardSettings } from './shard-settings.ts'
import { ShardWatcher } from './shard-watcher.ts'

export type ChangesRead = Extract<Read, { kind: 'changes' }>

/** A request without changes to tell is answered so late, if something is resolved since; and in any case so late. */
const PROGRESS_MS = 1_000
const ANSWER_MS = 10_000
/** A watcher that asks no more is forgotten. */
const SILENT_MS = 30_000
/** A search without finds says that it is under way. */
const SEARCH_MS = 2_000
/** Shard time of a watched shard stands still for no longer. */
const STILL_MS = 30_000
/** What a watcher costs besides its buffer. */
const WATCHER_BYTES = 512

export interface WatchLimits {
  /** Of what waits to be sent to one watcher. */
  readonly watcherBytes: number
}

export interface KvWatchesOptions {
  readonly machine: ShardMachine
  readonly engine: Engine
  readonly clock: HybridClock
  readonly monotonic: Clock
  readonly settings: () => ShardSettings
  readonly watchLimits: WatchLimits
  /** Of all watchers of shards that are led on this node. */
  readonly watchBudget: ByteBudget
  readonly leaderNode: () => NodeId | 0
  /** Gets an entry logged. */
  readonly raiseCeiling: (at: Timestamp) => void
  /** The first watcher came, or the last one went. */
  readonly watched: (isWatched: boolean) => void
  readonly fatal: (error: unknown) => void
}

export class KvWatches {
  private readonly options: KvWatchesOptions
  private readonly watchers = new Map<string, ShardWatcher>()
  /** Those that wait for an answer and have changes. */
  private readonly ready = new Set<ShardWatcher>()
  /** Of the shard when the first watcher came. */
  private rangeEpoch = 0
  /** Shard time as it was seen last, and since when it is that. */
  private stillAt: Timestamp | undefined
  private stillSinceMs = 0

  constructor(options: KvWatchesOptions) {
    this.options = options
  }

  get count(): number {
    return this.watchers.size
  }

  /** The caller has made sure that this replica serves. */
  ask(call: ReadCall, read: ChangesRead): void {
    const { settings } = this.options
    if (!settings().keyspaces.has(read.keyspace)) {
      call.readAnswered(withoutRules(settings(), read.keyspace))
      return
    }
    const watcher = this.find(read) ?? this.admit(call, read)
    if (watcher === undefined) return
    watcher.call?.readAnswered(refused('DEADLINE', 'the watcher asked again'))
    watcher.call = call
    watcher.askedMs = this.options.monotonic.monotonicMs()
    // Whoever begins is told at once from where.
    if (watcher.live && watcher.sent === 0) this.answer(watcher, [], read.maxBytes)
    else this.serve(watcher)
  }

  /** An entry was applied. */
  applied(): void {
    if (this.watchers.size === 0) return
    if (this.options.machine.descriptor.epoch.range !== this.rangeEpoch) {
      this.dropAll(refused('STALE_EPOCH', 'the shard has another range now'))
      return
    }
    if (this.ready.size === 0) return
    const ready = [...this.ready]
    this.ready.clear()
    for (const watcher of ready) this.serve(watcher)
  }

  /** Now and then, also while the shard sleeps. */
  tick(nowMs: number): void {
    const { resolved } = this.options.machine
    for (const watcher of this.watchers.values()) {
      const silentMs = nowMs - watcher.askedMs
      const { call } = watcher
      if (call === undefined) {
        if (silentMs >= SILENT_MS) this.remove(watcher)
        continue
      }
      if (watcher.reading || !watcher.live) continue
      const due = resolved > watcher.resolved ? PROGRESS_MS : ANSWER_MS
      if (silentMs >= due) this.answer(watcher, [], maxBytesOf(call))
    }
    this.moveOn(nowMs)
  }

  /** By the monotonic clock: where a wall clock has jumped, stamps are ahead of it for long. */
  private moveOn(nowMs: number): void {
    const { machine, clock, raiseCeiling } = this.options
    if (machine.lastStamp !== this.stillAt) {
      this.stillAt = machine.lastStamp
      this.stillSinceMs = nowMs
    } else if (this.watchers.size > 0 && nowMs - this.stillSinceMs >= STILL_MS) {
      raiseCeiling(clock.peek())
    }
  }

  /** Leadership is lost. */
  abandon(): void {
    const leader = this.options.leaderNode()
    this.dropAll(refused('NOT_LEADER', 'the shard has another leader', { leader }))
  }

  private find({ watcher: id, at, received }: ChangesRead): ShardWatcher | undefined {
    const watcher = this.watchers.get(id)
    if (watcher === undefined) return undefined
    if (watcher.sent === received && watcher.resolved === at) return watcher
    // An answer did not arrive: what it said is looked for again.
    this.remove(watcher, refused('DEADLINE', 'the watcher began again'))
    return undefined
  }

  private admit(call: ReadCall, read: ChangesRead): ShardWatcher | undefined {
    const { machine, watchBudget, watchLimits } = this.options
    const { range } = machine.descriptor
    if (!rangeContains(range, read.range.start as Parameters<typeof rangeContains>[1])) {
      call.readAnswered(refused('STALE_EPOCH', 'what is watched is not in this shard any more'))
      return undefined
    }
    if (!watchBudget.take(WATCHER_BYTES)) {
      call.readAnswered(
        refused('OVERLOADED', 'the node has as many watchers as it can remember; try again', {
          retryAfterMs: PROGRESS_MS,
        }),
      )
      return undefined
    }
    const { keyspace, start, end, at } = read
    const filter: ChangesFilter = {
      keyspace,
      start,
      end,
      range: { start: read.range.start, end: Math.min(read.range.end, range.end) },
    }
    const live = at === 0 || machine.nothingSince(at)
    const since = at === 0 ? machine.resolved : at
    const { watcherBytes } = watchLimits
    const watcher = new ShardWatcher(read.watcher, filter, since, live, watcherBytes, watchBudget)
    if (this.watchers.size === 0) this.begin()
    this.watchers.set(watcher.id, watcher)
    return watcher
  }

  private begin(): void {
    const { machine, watched } = this.options
    this.rangeEpoch = machine.descriptor.epoch.range
    machine.watch((entry, version) => {
      for (const watcher of this.watchers.values()) {
        const isReady = watcher.changed(entry, version) && watcher.call !== undefined
        if (isReady && !watcher.reading) this.ready.add(watcher)
      }
    })
    watched(true)
  }

  private serve(watcher: ShardWatcher): void {
    const { call } = watcher
    if (call === undefined || watcher.reading) return
    if (!watcher.live) {
      this.search(watcher, call).catch((error: unknown) => this.failed(error))
    } else if (watcher.hasChanges) this.answer(watcher, [], maxBytesOf(call))
  }

  /** Reads pages until there is something to say. */
  private async search(watcher: ShardWatcher, call: ReadCall): Promise<void> {
    const { engine, machine, monotonic } = this.options
    const maxBytes = maxBytesOf(call)
    watcher.reading = true
    const untilMs = monotonic.monotonicMs() + SEARCH_MS
    for (;;) {
      const plan = machine.planChanges(watcher.filter, watcher.resolved, watcher.position)
      if (plan.kind === 'too-old') {
        this.remove(watcher, tooOld(watcher.resolved, plan.gcPoint))
        return
      }
      const { searches } = watcher
      const snapshot = engine.snapshot()
      const { changes, next } = await readChanges(plan, snapshot, maxBytes).finally(() =>
        snapshot.close(),
      )
      if (this.watchers.get(watcher.id) !== watcher) return
      // If the buffer overflowed meanwhile, the search begins again.
      const counts = watcher.searches === searches
      if (counts) watcher.searched(next)
      const found = counts ? changes : []
      const isLate = monotonic.monotonicMs() >= untilMs
      if (found.length === 0 && !watcher.live && !watcher.hasChanges && !isLate) continue
      watcher.reading = false
      this.answer(watcher, found, maxBytes)
      return
    }
  }

  /** `found` by the search, and what is in the buffer, behind it. */
  private answer(watcher: ShardWatcher, found: readonly Change[], maxBytes: number): void {
    const { machine } = this.options
    const { call } = watcher
    if (call === undefined) return
    let bytes = 0
    for (const change of found) bytes += bytesOfChange(change)
    const changes = [...found, ...watcher.take(maxBytes - bytes, found.length === 0)]
    if (watcher.live) watcher.resolved = watcher.resolvable(machine.resolved)
    watcher.sent++
    watcher.call = undefined
    const { filter, sent, resolved } = watcher
    const { incarnation } = machine.descriptor
    call.readAnswered({
      kind: 'read',
      reply: {
        kind: 'changes',
        rows: changes.map(({ key, version }) =>
          readRowOf(filter.keyspace, key, version, incarnation),
        ),
        readAt: resolved,
        sent,
        end: filter.range.end,
      },
    })
  }

  private dropAll(why: Refused): void {
    for (const watcher of [...this.watchers.values()]) this.remove(watcher, why)
  }

  private remove(watcher: ShardWatcher, why?: Refused): void {
    const { watchBudget, machine, watched } = this.options
    this.watchers.delete(watcher.id)
    this.ready.delete(watcher)
    watcher.clear()
    watchBudget.giveBack(WATCHER_BYTES)
    if (this.watchers.size === 0) {
      machine.watch(undefined)
      watched(false)
    }
    if (why !== undefined) watcher.call?.readAnswered(why)
    watcher.call = undefined
  }

  /** The engine refuses reads while the node stops; anything else is the environment failing. */
  private failed(error: unknown): void {
    if (error instanceof RingKvError && error.code === 'SHUTTING_DOWN') return
    this.options.fatal(error)
  }
}

function maxBytesOf({ read }: ReadCall): number {
  return (read as ChangesRead).maxBytes
}

function tooOld(since: Timestamp, gcPoint: Timestamp): Refused {
  return refused(
    'SNAPSHOT_TOO_OLD',
    `what changed since ${since} is not all kept any more, only what changed since ${gcPoint}: watch from now on, then scan for what there is`,
  )
}
