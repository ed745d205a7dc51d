/**
 * Versions whose dot the store makes (04, "Counters never restart"): the counter is the stamp, or one above everything
 * in the key's clock where an offline edit or pruning has put something higher there.
 */
import { assert } from '../base/assert.ts'
import type { Timestamp } from '../base/ids.ts'
import { storeActor } from './actor.ts'
import { StoreEvent } from './store-event.ts'
import type { Value } from './value.ts'
import { advanceClock, greatestCounter } from './vector-clock.ts'
import type { Dot, VectorClock, Version } from './version.ts'

/** The store's next dot on a key with `clock`. */
export function nextStoreDot(clock: VectorClock, stamp: Timestamp, incarnation: string): Dot {
  const counter = Math.max(stamp, greatestCounter(clock) + 1)
  return { actor: storeActor(incarnation), counter }
}

/** The version that follows `clock` by one event of the store. `clock` undefined = the key has none yet. */
export function storeVersion(
  clock: VectorClock | undefined,
  stamp: Timestamp,
  incarnation: string,
  author: string,
  expiry: Timestamp,
  value: Value | undefined,
): Version {
  const store = storeActor(incarnation)
  if (clock === undefined || (clock instanceof StoreEvent && clock.actor === store)) {
    const counter = clock === undefined ? stamp : Math.max(stamp, clock.counter + 1)
    const event = new StoreEvent(store, counter)
    return { timestamp: stamp, clock: event, dot: event, author, expiry, value }
  }
  const dot = nextStoreDot(clock, stamp, incarnation)
  const next = advanceClock(clock, dot.actor, dot.counter)
  return { timestamp: stamp, clock: next, dot, author, expiry, value }
}

/**
 * A transaction's version at commit: it was made at the prepare stamp and counts as written at `at`, the commit
 * timestamp (05, step 3). A dot of the store moves along; one that the writer brought, or that won, stays.
 * @param at not below the version's timestamp
 */
export function restamp(
  version: Version,
  at: Timestamp,
  storeDot: boolean,
  incarnation: string,
): Version {
  const { clock, dot, author, expiry, value } = version
  assert(at >= version.timestamp, () => `commit at ${at} of a version of ${version.timestamp}`)
  // The dot already is above everything else in the clock, so the greater of both is what it would be if made now.
  if (!storeDot || at <= dot.counter) return { timestamp: at, clock, dot, author, expiry, value }
  assert(dot.actor === storeActor(incarnation), () => `dot of ${dot.actor} is not the store's`)
  if (clock instanceof StoreEvent) {
    const event = new StoreEvent(dot.actor, at)
    return { timestamp: at, clock: event, dot: event, author, expiry, value }
  }
  const moved = { actor: dot.actor, counter: at }
  const advanced = advanceClock(clock, dot.actor, at)
  return { timestamp: at, clock: advanced, dot: moved, author, expiry, value }
}
