/**
 * Beats between nodes, as columns on both sides: a heartbeat costs a few bytes in each list, and no object.
 */
import type { ReplicaId, ShardId } from '../base/ids.ts'
import type { wire } from './protobuf.ts'
import { MalformedMessage } from './raft-codec.ts'
import type { HeartbeatColumns, NodeBeat } from './transport.ts'

const EMPTY: HeartbeatColumns = {
  shards: [],
  from: [],
  to: [],
  terms: [],
  commits: [],
  rounds: [],
  asleep: [],
  closed: [],
  closedIndexes: [],
}

export function encodeBeat({ bootId, heartbeats, answers }: NodeBeat): wire.RaftBeat.$Properties {
  return { bootId, heartbeats: encodeColumns(heartbeats), answers: encodeColumns(answers) }
}

/** @throws MalformedMessage */
export function decodeBeat(beat: wire.RaftBeat.$Properties): NodeBeat {
  return {
    bootId: beat.bootId ?? '',
    heartbeats: decodeColumns(beat.heartbeats),
    answers: decodeColumns(beat.answers),
  }
}

function encodeColumns(columns: HeartbeatColumns): wire.RaftHeartbeats.$Properties | null {
  if (columns.shards.length === 0) return null
  // The encoder only reads.
  return columns as { [Name in keyof HeartbeatColumns]: HeartbeatColumns[Name][number][] }
}

function decodeColumns(
  columns: wire.RaftHeartbeats.$Properties | null | undefined,
): HeartbeatColumns {
  if (columns === null || columns === undefined) return EMPTY
  const { shards, from, to, terms, commits, rounds, asleep, closed, closedIndexes } = columns
  const count = shards?.length ?? 0
  for (const column of [from, to, terms, commits, rounds, asleep]) {
    if (column?.length !== count) throw new MalformedMessage('columns of different lengths')
  }
  for (const column of [closed, closedIndexes]) {
    // Answers have none.
    const length = column?.length ?? 0
    if (length !== 0 && length !== count) {
      throw new MalformedMessage('columns of different lengths')
    }
  }
  return {
    shards: shards as ShardId[],
    from: from as ReplicaId[],
    to: to as ReplicaId[],
    terms: terms!,
    commits: commits!,
    rounds: rounds!,
    asleep: asleep!,
    closed: closed ?? [],
    closedIndexes: closedIndexes ?? [],
  }
}
