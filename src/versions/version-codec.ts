/**
 * Bytes of a version (the value of a row in heads and history, an intent in a prepare record):
 *
 * | part | when | form |
 * | --- | --- | --- |
 * | flags | always | 1 byte: 1 tombstone, 2 expiry, 4 author, 8 plain |
 * | timestamp | always | 8 bytes, big-endian |
 * | expiry | flag 2 | varint |
 * | author | flag 4 | varint length, UTF-8 |
 * | clock | not flag 8 | see below |
 * | dot | not flag 8 | varint place in the clock + 1, or 0 and the actor; varint counter |
 * | value | not flag 1 | value-codec.ts |
 *
 * Clock: varint count, per entry the actor (varint length, UTF-8; empty = the store) and a varint counter, then varint
 * `dropped`. *Plain* is the usual case, a key that only the store has written: the clock is the store's one entry, equal
 * to the timestamp, so neither it nor the dot takes a byte.
 *
 * Rows say "the store" and not its name: whoever reads passes the shard's present incarnation. After a restore or a
 * quorum recovery the events of the earlier history thus count as the new one's own, which is what it inherits;
 * contexts of the earlier history are told apart by the incarnation that they carry (context.ts).
 */
import { MalformedBytes, type ByteReader, type ByteWriter } from '../base/bytes.ts'
import { timestamp, type Timestamp } from '../base/ids.ts'
import { storeActor } from './actor.ts'
import { StoreEvent } from './store-event.ts'
import { readValue, writeValue } from './value-codec.ts'
import { clockProblem } from './vector-clock.ts'
import type { Dot, VectorClock, Version } from './version.ts'

const FLAG_TOMBSTONE = 1
const FLAG_EXPIRY = 2
const FLAG_AUTHOR = 4
const FLAG_PLAIN = 8
const FLAGS_ALL = 15

const NEVER = timestamp(0)

/** Appends `version`, of a shard whose history is `incarnation`. */
export function writeVersion(writer: ByteWriter, version: Version, incarnation: string): void {
  const { clock, dot, author, expiry, value } = version
  const plain = isPlain(version, incarnation)
  writer.u8(
    (value === undefined ? FLAG_TOMBSTONE : 0) |
      (expiry === 0 ? 0 : FLAG_EXPIRY) |
      (author === '' ? 0 : FLAG_AUTHOR) |
      (plain ? FLAG_PLAIN : 0),
  )
  writer.u64be(version.timestamp)
  if (expiry !== 0) writer.varint(expiry)
  if (author !== '') writer.utf8(author)
  if (!plain) {
    writeClock(writer, clock, incarnation)
    writeDot(writer, dot, clock, incarnation)
  }
  if (value !== undefined) writeValue(writer, value)
}

/**
 * Reads what `writeVersion` wrote. Long byte strings are views of the reader's buffer (value-codec.ts).
 * @throws MalformedBytes when the bytes are no version
 */
export function readVersion(reader: ByteReader, incarnation: string): Version {
  const flags = reader.u8()
  if (flags > FLAGS_ALL) throw new MalformedBytes(`version flags ${flags}`)
  const at = timestamp(reader.u64be())
  const expiry = (flags & FLAG_EXPIRY) === 0 ? NEVER : timestamp(reader.varint())
  const author = (flags & FLAG_AUTHOR) === 0 ? '' : reader.utf8()
  const plain = (flags & FLAG_PLAIN) !== 0
  const event = plain ? plainClock(at, incarnation) : undefined
  const clock = event ?? readClock(reader, incarnation)
  const dot = event ?? readDot(reader, clock, incarnation)
  const value = (flags & FLAG_TOMBSTONE) === 0 ? readValue(reader) : undefined
  return { timestamp: at, clock, dot, author, expiry, value }
}

/** Whether clock and dot are what the store makes of the timestamp on a key that nobody else writes. */
function isPlain(version: Version, incarnation: string): boolean {
  const { clock, dot, timestamp: at } = version
  return (
    isPlainClock(clock, at, incarnation) &&
    dot.counter === at &&
    dot.actor === storeActor(incarnation)
  )
}

/** Whether `clock` is one event of the store, at `at`. */
export function isPlainClock(clock: VectorClock, at: Timestamp, incarnation: string): boolean {
  if (clock instanceof StoreEvent) {
    return clock.counter === at && clock.actor === storeActor(incarnation)
  }
  return (
    clock.actors.length === 1 &&
    clock.counters[0] === at &&
    clock.dropped === 0 &&
    clock.actors[0] === storeActor(incarnation)
  )
}

/** The clock of one event of the store, at `at`. */
export function plainClock(at: Timestamp, incarnation: string): StoreEvent {
  return new StoreEvent(storeActor(incarnation), at)
}

export function writeClock(writer: ByteWriter, clock: VectorClock, incarnation: string): void {
  const { actors, counters, dropped } = clock
  const store = storeActor(incarnation)
  writer.varint(actors.length)
  for (let i = 0; i < actors.length; i++) {
    const actor = actors[i]!
    writer.utf8(actor === store ? '' : actor).varint(counters[i]!)
  }
  writer.varint(dropped)
}

/** @throws MalformedBytes when the bytes are no clock, or one that breaks a clock's invariants */
export function readClock(reader: ByteReader, incarnation: string): VectorClock {
  const count = reader.varint()
  if (count > reader.remaining) throw new MalformedBytes(`clock of ${count} actors`)
  const actors: string[] = []
  const counters: number[] = []
  for (let i = 0; i < count; i++) {
    actors.push(reader.utf8() || storeActor(incarnation))
    counters.push(reader.varint())
  }
  const clock = { actors, counters, dropped: reader.varint() }
  const problem = clockProblem(clock)
  if (problem !== undefined) throw new MalformedBytes(`clock: ${problem}`)
  const store = storeActor(incarnation)
  const isStoreOnly = count === 1 && actors[0] === store && clock.dropped === 0
  return isStoreOnly ? new StoreEvent(store, counters[0]!) : clock
}

function writeDot(writer: ByteWriter, dot: Dot, clock: VectorClock, incarnation: string): void {
  // A dot outside its own clock is possible: pruning may drop it at once.
  const place = clock.actors.indexOf(dot.actor) + 1
  writer.varint(place)
  if (place === 0) writer.utf8(dot.actor === storeActor(incarnation) ? '' : dot.actor)
  writer.varint(dot.counter)
}

function readDot(reader: ByteReader, clock: VectorClock, incarnation: string): Dot {
  const place = reader.varint()
  if (place > clock.actors.length) throw new MalformedBytes(`dot of actor ${place}`)
  const actor = place === 0 ? reader.utf8() || storeActor(incarnation) : clock.actors[place - 1]!
  const counter = reader.varint()
  const isClock = clock instanceof StoreEvent && clock.actor === actor && clock.counter === counter
  return isClock ? clock : { actor, counter }
}
