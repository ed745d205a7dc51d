/**
 * The dependencies between transactions (Adya, 1999), as edges of a graph whose nodes are the participants:
 * - `ww` U appended to a key next after T did;
 * - `wr` U found T's append as the last;
 * - `rw` U appended next after what T found, so T comes before U ("anti-dependency");
 * - `process` T ended before U started, in one process; `realtime` the same in any.
 * All other dependencies of these kinds are paths of these edges.
 *
 * Order in time, and readers of a list's end against those who appended later, would make edges of each with each. Instead such
 * edges share *relay* nodes: the way from T over relays to U is one edge of the kind with which it leaves T.
 */
import { unreachable } from '../../../src/base/assert.ts'
import { groupBy } from '../group-by.ts'
import { EdgeList } from './digraph.ts'
import type { KeyOrder } from './key-order.ts'
import type { Participant } from './observation.ts'

const EDGE_KINDS = ['ww', 'wr', 'rw', 'process', 'realtime', 'relay'] as const
export type EdgeKind = (typeof EDGE_KINDS)[number]

/** Which order in time must be respected, beyond what was read and written. */
export const TIME_ORDERS = ['none', 'process', 'realtime'] as const
export type TimeOrder = (typeof TIME_ORDERS)[number]

/** The kind of an edge in its label; the rest of the label is the number of the key order that it comes from. */
const KIND_BITS = 3

export function edgeKind(label: number): EdgeKind {
  return EDGE_KINDS[label & ((1 << KIND_BITS) - 1)]!
}

/** Index of the key order that an edge of kind `ww`, `wr` or `rw` comes from. */
export function edgeOrder(label: number): number {
  return label >> KIND_BITS
}

export function edgeLabel(kind: EdgeKind, order = 0): number {
  return (order << KIND_BITS) | EDGE_KINDS.indexOf(kind)
}

export interface Dependencies {
  readonly edges: EdgeList
  /** Participants first, by their numbers; relays after them. */
  readonly nodeCount: number
}

export function dependencies(
  participants: readonly Participant[],
  orders: readonly KeyOrder[],
  time: TimeOrder,
): Dependencies {
  const builder = new Builder(participants.length)
  for (const [index, order] of orders.entries()) builder.addKey(order, index)
  switch (time) {
    case 'none':
      break
    case 'process':
      for (const ofProcess of groupBy(participants, ({ transaction }) => transaction.process)) {
        builder.addTime(ofProcess[1], 'process')
      }
      break
    case 'realtime':
      builder.addTime(participants, 'realtime')
      break
    default:
      unreachable(time)
  }
  return { edges: builder.edges, nodeCount: builder.nodeCount }
}

class Builder {
  readonly edges = new EdgeList()
  nodeCount: number

  constructor(participantCount: number) {
    this.nodeCount = participantCount
  }

  addKey(order: KeyOrder, index: number): void {
    const { blocks, readers, unread } = order
    const label = (kind: EdgeKind): number => edgeLabel(kind, index)
    // The chain of all whose place is known; `ends[i]` is how many elements were found up to the end of writer i.
    const writers = blocks.map(({ writer }) => writer.number)
    const positions = blocks.map(({ position }) => position)
    if (order.successor !== undefined) {
      writers.push(order.successor.participant.number)
      positions.push(order.longest.length)
    }
    for (let i = 1; i < writers.length; i++) {
      this.add(writers[i - 1]!, writers[i]!, label('ww'))
    }
    const last = writers.at(-1)
    for (const { participant } of unread) {
      if (last !== undefined) this.add(last, participant.number, label('ww'))
    }
    const ofTheEnd: number[] = []
    for (const { participant, use } of readers) {
      const next = firstAtLeast(positions, use.found!.length)
      if (next > 0) this.add(writers[next - 1]!, participant.number, label('wr'))
      if (next < writers.length) this.add(participant.number, writers[next]!, label('rw'))
      else ofTheEnd.push(participant.number)
    }
    this.addEach(
      ofTheEnd,
      unread.map(({ participant }) => participant.number),
      index,
    )
  }

  /** `rw` from each to each. Where somebody is both (a lost update) no relay will do: it would lead back to him. */
  private addEach(readers: readonly number[], writers: readonly number[], index: number): void {
    if (readers.length === 0 || writers.length === 0) return
    const writing = new Set(writers)
    const relayed = readers.filter((reader) => !writing.has(reader))
    for (const reader of readers) {
      if (!writing.has(reader)) continue
      // Each of two such refutes all models, so a few edges are enough to name it.
      for (const writer of writers.slice(0, LOST_UPDATE_EDGES_MAX)) {
        this.add(reader, writer, edgeLabel('rw', index))
      }
    }
    if (relayed.length === 0) return
    if (relayed.length === 1 || writers.length === 1) {
      for (const reader of relayed) {
        for (const writer of writers) this.add(reader, writer, edgeLabel('rw', index))
      }
      return
    }
    const relay = this.nodeCount++
    for (const reader of relayed) this.add(reader, relay, edgeLabel('rw', index))
    for (const writer of writers) this.add(relay, writer, edgeLabel('relay'))
  }

  /** From each to each that started after its end. One relay per end; each leads on to the next. */
  addTime(participants: readonly Participant[], kind: 'process' | 'realtime'): void {
    const ended = participants
      .filter(({ transaction }) => transaction.status === 'ok')
      .sort((one, other) => one.transaction.end - other.transaction.end)
    if (ended.length === 0 || participants.length < 2) return
    const ends = ended.map(({ transaction }) => transaction.end)
    const firstRelay = this.nodeCount
    this.nodeCount += ended.length
    for (const [index, { number }] of ended.entries()) {
      this.add(number, firstRelay + index, edgeLabel(kind))
      if (index > 0) this.add(firstRelay + index - 1, firstRelay + index, edgeLabel('relay'))
    }
    for (const { number, transaction } of participants) {
      const before = firstAtLeast(ends, transaction.start)
      if (before > 0) this.add(firstRelay + before - 1, number, edgeLabel('relay'))
    }
  }

  private add(from: number, to: number, label: number): void {
    if (from !== to) this.edges.add(from, to, label)
  }
}

const LOST_UPDATE_EDGES_MAX = 8

/** Index of the first of the rising `numbers` that is at least `bound`; their count if there is none. */
function firstAtLeast(numbers: readonly number[], bound: number): number {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (numbers[middle]! >= bound) high = middle
    else low = middle + 1
  }
  return low
}
