/**
 * Version vectors (04, "A version"): which events a version has seen, as actor → greatest counter.
 *
 * Counters are hybrid timestamps and never restart. A clock is bounded: beyond its limit the entries with the smallest
 * counters go, and the greatest counter that went is kept as `dropped`. So a clock with `dropped` = d knows everything
 * about events above d and nothing about those at or below it. Invariants (`clockProblem` checks them on bytes that
 * came from outside): actors are unique and sorted, every counter is above `dropped`.
 *
 * All functions are pure; clocks share arrays where nothing changed.
 */
import { assert } from '../base/assert.ts'
import type { Dot, VectorClock } from './version.ts'
import { compareActors } from './actor.ts'

export const EMPTY_CLOCK: VectorClock = { actors: [], counters: [], dropped: 0 }

/** The greatest counter of `actor`; 0 if the clock has none. */
export function counterOf(clock: VectorClock, actor: string): number {
  const at = clock.actors.indexOf(actor)
  return at < 0 ? 0 : clock.counters[at]!
}

/** The greatest counter in the clock, dropped ones included; 0 for the empty clock. */
export function greatestCounter(clock: VectorClock): number {
  let greatest = clock.dropped
  for (const counter of clock.counters) if (counter > greatest) greatest = counter
  return greatest
}

/** The clock after the event `(actor, counter)`, which must be new to it. */
export function advanceClock(clock: VectorClock, actor: string, counter: number): VectorClock {
  const { actors, counters, dropped } = clock
  const at = actors.indexOf(actor)
  if (at >= 0) {
    assert(
      counter > counters[at]!,
      () => `counter ${counter} of ${actor} is not above ${counters[at]!}`,
    )
    return { actors, counters: counters.with(at, counter), dropped }
  }
  assert(counter > dropped, () => `counter ${counter} of ${actor} is not above dropped ${dropped}`)
  let place = 0
  while (place < actors.length && actors[place]! < actor) place++
  return {
    actors: actors.toSpliced(place, 0, actor),
    counters: counters.toSpliced(place, 0, counter),
    dropped,
  }
}

/**
 * The clock with at most `limit` (≥ 2) entries, one of them reserved for the store, whose next event must always find
 * room. Entries with the smallest counters are dropped, and whatever is not above them.
 */
export function pruneClock(clock: VectorClock, limit: number, store: string): VectorClock {
  assert(limit >= 2, () => `a clock needs room for two actors, not ${limit}`)
  const { actors, counters } = clock
  if (actors.length < limit) return clock
  const named = counters.filter((_, at) => actors[at] !== store).sort((a, b) => a - b)
  const excess = named.length - (limit - 1)
  return excess <= 0 ? clock : dropThrough(clock, named[excess - 1]!)
}

/** The clock without its knowledge of events with counters up to `counter`, which is one of its own. */
function dropThrough(clock: VectorClock, counter: number): VectorClock {
  const kept = (_: unknown, at: number): boolean => clock.counters[at]! > counter
  return {
    actors: clock.actors.filter(kept),
    counters: clock.counters.filter(kept),
    dropped: counter,
  }
}

export function clocksEqual(a: VectorClock, b: VectorClock): boolean {
  if (a === b) return true
  if (a.actors.length !== b.actors.length || a.dropped !== b.dropped) return false
  for (let at = 0; at < a.actors.length; at++) {
    if (a.counters[at] !== b.counters[at] || a.actors[at] !== b.actors[at]) return false
  }
  return true
}

/** Total order of events: by counter, then by the actor's bytes. The greater one is the *higher* version's. */
export function compareDots(a: Dot, b: Dot): number {
  return a.counter - b.counter || compareActors(a.actor, b.actor)
}

/** Which invariant a clock breaks, as a phrase; undefined when it keeps them all. */
export function clockProblem(clock: VectorClock): string | undefined {
  const { actors, counters, dropped } = clock
  for (let at = 0; at < actors.length; at++) {
    if (counters[at]! <= dropped) return `counter ${counters[at]!} is not above dropped ${dropped}`
    if (at > 0 && actors[at - 1]! >= actors[at]!) return `actors are not sorted at ${at}`
  }
  return undefined
}
