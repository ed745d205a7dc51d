/**
 * Raft messages between the core and the wire. Entries' bytes are copied once, into the outgoing frame; on the way in they
 * are views into the frame, which the log keeps alive as long as it keeps the entry.
 *
 * Only messages that replicas send each other travel: local ones (`MsgHup`, storage messages) have no number here.
 */
import { assert } from '../base/assert.ts'
import { replicaId, shardId, type ReplicaId } from '../base/ids.ts'
import type {
  ConfState,
  Entry,
  EntryType,
  Message,
  MessageType,
  Snapshot,
} from '../raft/messages.ts'
import type { wire } from './protobuf.ts'
import type { RaftEnvelope } from './transport.ts'

/** Index = number on the wire. Append only. */
const TYPES: readonly (MessageType | undefined)[] = [
  undefined,
  'MsgProp',
  'MsgApp',
  'MsgAppResp',
  'MsgVote',
  'MsgVoteResp',
  'MsgPreVote',
  'MsgPreVoteResp',
  'MsgSnap',
  'MsgHeartbeat',
  'MsgHeartbeatResp',
  'MsgTransferLeader',
  'MsgTimeoutNow',
  'MsgReadIndex',
  'MsgReadIndexResp',
  'MsgForgetLeader',
  'MsgUnreachable',
  'MsgSnapStatus',
  'MsgCommitted',
]

const NUMBERS = new Map(TYPES.map((type, number) => [type, number]))

/** Index = number on the wire. Append only. */
const ENTRY_TYPES: readonly EntryType[] = ['normal', 'conf-change', 'conf-change-v2']

const NO_ENTRIES: readonly Entry[] = []
const NO_MESSAGES: readonly Message[] = []
const NO_BYTES = new Uint8Array(0)

/** Bytes that are no message of this version; the sender is at fault. */
export class MalformedMessage extends Error {
  override readonly name = 'MalformedMessage'
}

export function encodeRaft(envelope: RaftEnvelope): wire.RaftMessage.$Properties {
  const { message } = envelope
  const type = NUMBERS.get(message.type)
  assert(type !== undefined, () => `${message.type} does not leave its node`)
  return {
    shard: envelope.shard,
    type,
    from: message.from,
    to: message.to,
    term: message.term,
    logTerm: message.logTerm,
    index: message.index,
    commit: message.commit,
    reject: message.reject,
    rejectHint: message.rejectHint,
    transfer: message.transfer,
    context: message.context,
    entries: message.entries.length === 0 ? null : message.entries.map(encodeEntry),
    snapshot: message.snapshot === undefined ? null : encodeSnapshot(message.snapshot),
  }
}

/** @throws MalformedMessage */
export function decodeRaft(encoded: wire.RaftMessage.$Properties): RaftEnvelope {
  const type = TYPES[encoded.type ?? 0]
  if (type === undefined) throw new MalformedMessage(`raft message type ${encoded.type ?? 0}`)
  const { entries, snapshot } = encoded
  return {
    shard: shardId(encoded.shard ?? 0),
    message: {
      type,
      from: replicaId(encoded.from ?? 0),
      to: replicaId(encoded.to ?? 0),
      term: encoded.term ?? 0,
      logTerm: encoded.logTerm ?? 0,
      index: encoded.index ?? 0,
      commit: encoded.commit ?? 0,
      vote: replicaId(0),
      reject: encoded.reject ?? false,
      rejectHint: encoded.rejectHint ?? 0,
      transfer: encoded.transfer ?? false,
      entries:
        entries === null || entries === undefined || entries.length === 0
          ? NO_ENTRIES
          : entries.map(decodeEntry),
      snapshot: snapshot === null || snapshot === undefined ? undefined : decodeSnapshot(snapshot),
      context: encoded.context ?? 0,
      responses: NO_MESSAGES,
    },
  }
}

function encodeEntry(entry: Entry): wire.RaftEntry.$Properties {
  const type = ENTRY_TYPES.indexOf(entry.type)
  return { term: entry.term, index: entry.index, type, data: entry.data }
}

function decodeEntry(entry: wire.RaftEntry.$Properties): Entry {
  const type = ENTRY_TYPES[entry.type ?? 0]
  if (type === undefined) throw new MalformedMessage(`raft entry type ${entry.type ?? 0}`)
  return { term: entry.term ?? 0, index: entry.index ?? 0, type, data: entry.data ?? NO_BYTES }
}

function encodeSnapshot(snapshot: Snapshot): wire.RaftSnapshot.$Properties {
  return {
    index: snapshot.index,
    term: snapshot.term,
    confState: encodeConfState(snapshot.confState),
    data: snapshot.data,
  }
}

function decodeSnapshot(snapshot: wire.RaftSnapshot.$Properties): Snapshot {
  return {
    index: snapshot.index ?? 0,
    term: snapshot.term ?? 0,
    confState: decodeConfState(snapshot.confState),
    data: snapshot.data ?? NO_BYTES,
  }
}

export function encodeConfState(state: ConfState): wire.RaftConfState.$Properties {
  return {
    voters: [...state.voters],
    votersOutgoing: [...state.votersOutgoing],
    learners: [...state.learners],
    learnersNext: [...state.learnersNext],
    autoLeave: state.autoLeave,
  }
}

export function decodeConfState(
  state: wire.RaftConfState.$Properties | null | undefined,
): ConfState {
  return {
    voters: decodeReplicas(state?.voters),
    votersOutgoing: decodeReplicas(state?.votersOutgoing),
    learners: decodeReplicas(state?.learners),
    learnersNext: decodeReplicas(state?.learnersNext),
    autoLeave: state?.autoLeave ?? false,
  }
}

function decodeReplicas(replicas: readonly number[] | null | undefined): readonly ReplicaId[] {
  return (replicas ?? []).map(replicaId)
}
