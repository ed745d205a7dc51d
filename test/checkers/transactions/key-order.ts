/**
 * The order of each key's elements. A list shows its whole past, so the longest one that was found under a key is the beginning
 * of the order of all its elements, and what else was found there must be a beginning of it too.
 *
 * Elements that nobody found come after all that somebody did (or they would have been found with them), in an order among
 * themselves that nothing tells, with one exception: who found the longest list and appended to it comes directly after it. (Under
 * every model checked here: whoever else had come in between would make it a lost update.)
 */
import type { Element } from '../history.ts'
import type { KeyUse, Observation, Participant } from './observation.ts'

/** A participant who found (and thus read) a key, or appended to it. */
export interface User {
  readonly participant: Participant
  readonly use: KeyUse
}

/** Elements that came in one after the other from one transaction. */
interface Block {
  readonly writer: Participant
  readonly elements: readonly Element[]
  /** How many elements, of whomever, come before the block. */
  readonly position: number
}

export interface KeyOrder {
  readonly key: string
  /** The longest list found. */
  readonly longest: readonly Element[]
  /** Who found it; `undefined` if nobody read the key. */
  readonly longestReader: User | undefined
  /** `longest` by who appended it; elements of nobody and of failed transactions are left out. */
  readonly blocks: readonly Block[]
  /** Who found the longest list and appended to it, so that the append follows directly. At most one. */
  readonly successor: User | undefined
  /** All who appended something that nobody found, but the successor. Their order is not known. */
  readonly unread: readonly User[]
  readonly readers: readonly User[]
  readonly writers: readonly User[]
}

export function keyOrders(observation: Observation): readonly KeyOrder[] {
  const users = new Map<string, User[]>()
  for (const participant of observation.participants) {
    for (const [key, use] of participant.uses) {
      const ofKey = users.get(key)
      if (ofKey === undefined) users.set(key, [{ participant, use }])
      else ofKey.push({ participant, use })
    }
  }
  return [...users].map(([key, ofKey]) => keyOrder(observation, key, ofKey))
}

function keyOrder(observation: Observation, key: string, users: readonly User[]): KeyOrder {
  const readers = users.filter(({ use }) => use.found !== undefined)
  const writers = users.filter(({ use }) => use.appended.length > 0)
  let longestReader: User | undefined
  for (const reader of readers) {
    if (reader.use.found!.length > (longestReader?.use.found!.length ?? -1)) longestReader = reader
  }
  const longest = longestReader?.use.found ?? []
  const found = new Set(longest)
  const unread = writers.filter(({ use }) => use.appended.some((element) => !found.has(element)))
  const successors = unread.filter(({ use }) => use.found?.length === longest.length)
  const successor = successors.length === 1 ? successors[0] : undefined
  return {
    key,
    longest,
    longestReader,
    blocks: blocksOf(observation, key, longest, writers),
    successor,
    unread: unread.filter((writer) => writer !== successor),
    readers,
    writers,
  }
}

function blocksOf(
  observation: Observation,
  key: string,
  longest: readonly Element[],
  writers: readonly User[],
): readonly Block[] {
  const participants = new Map(
    writers.map(({ participant }) => [participant.transaction, participant]),
  )
  const blocks: { writer: Participant; elements: Element[]; position: number }[] = []
  for (const [position, element] of longest.entries()) {
    const appender = observation.appenders.get(key)?.get(element)
    const writer = appender && participants.get(appender.transaction)
    if (writer === undefined) continue
    const last = blocks.at(-1)
    if (last?.writer === writer) last.elements.push(element)
    else blocks.push({ writer, elements: [element], position })
  }
  return blocks
}
