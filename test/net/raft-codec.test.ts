import assert from 'node:assert/strict'
import fc from 'fast-check'
import { nodeId, replicaId, shardId } from '../../src/base/ids.ts'
import {
  decodeForwardAnswer,
  decodeForwardRequest,
  encodeForwardAnswer,
  encodeForwardRequest,
} from '../../src/net/forward-codec.ts'
import { encodeMessage, wire } from '../../src/net/protobuf.ts'
import { decodeBeat, encodeBeat } from '../../src/net/raft-beat-codec.ts'
import { decodeRaft, encodeRaft, MalformedMessage } from '../../src/net/raft-codec.ts'
import type { ForwardAnswer, NodeBeat, RaftEnvelope } from '../../src/net/transport.ts'
import { message, type Entry, type MessageType } from '../../src/raft/messages.ts'

const SENT_TYPES: readonly MessageType[] = [
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
  'MsgCommitted',
]

/** Records as programs make them, with a prototype. */
const record = <T>(fields: { [Key in keyof T]: fc.Arbitrary<T[Key]> }): fc.Arbitrary<T> =>
  fc.record(fields, { noNullPrototype: true })

const number = fc.maxSafeNat()
const replicas = fc.array(fc.integer({ min: 1, max: 99 }).map(replicaId), { maxLength: 4 })
const entry: fc.Arbitrary<Entry> = record({
  term: number,
  index: number,
  type: fc.constantFrom('normal', 'conf-change', 'conf-change-v2'),
  data: fc.uint8Array().map((raw) => Buffer.from(raw)),
})
const confState = record({
  voters: replicas,
  votersOutgoing: replicas,
  learners: replicas,
  learnersNext: replicas,
  autoLeave: fc.boolean(),
})
const snapshot = record({
  index: number,
  term: number,
  confState,
  data: fc.uint8Array().map((raw) => Buffer.from(raw)),
})
const envelope: fc.Arbitrary<RaftEnvelope> = record({
  shard: fc.nat().map(shardId),
  message: record({
    type: fc.constantFrom(...SENT_TYPES),
    from: fc.nat().map(replicaId),
    to: fc.nat().map(replicaId),
    term: number,
    logTerm: number,
    index: number,
    commit: number,
    reject: fc.boolean(),
    rejectHint: number,
    transfer: fc.boolean(),
    context: number,
    entries: fc.array(entry, { maxLength: 3 }),
    snapshot: fc.option(snapshot, { nil: undefined }),
  }).map(({ type, ...fields }) => message(type, fields)),
})

function sent(original: RaftEnvelope): RaftEnvelope {
  return decodeRaft(wire.RaftMessage.decode(encodeMessage(wire.RaftMessage, encodeRaft(original))))
}

describe('raft messages on the wire', () => {
  it('come back as they were', () => {
    fc.assert(fc.property(envelope, (original) => assert.deepEqual(sent(original), original)))
  })

  it("do not copy entries' bytes on the way in", () => {
    const data = Buffer.from('command')
    const entries: Entry[] = [{ term: 1, index: 2, type: 'normal', data }]
    const original = { shard: shardId(1), message: message('MsgApp', { entries }) }
    const frame = encodeMessage(wire.RaftMessage, encodeRaft(original))
    const received = decodeRaft(wire.RaftMessage.decode(frame)).message.entries[0]!.data
    assert.equal(received.buffer, frame.buffer)
  })

  it('refuse to send what is local to a node', () => {
    const local = { shard: shardId(1), message: message('MsgStorageAppend', {}) }
    assert.throws(() => encodeRaft(local), /MsgStorageAppend does not leave/)
  })

  it('refuse types that this version does not know', () => {
    assert.throws(() => decodeRaft({ type: 99 }), MalformedMessage)
    assert.throws(() => decodeRaft({}), MalformedMessage)
    assert.throws(() => decodeRaft({ type: 2, entries: [{ type: 7 }] }), MalformedMessage)
  })
})

const COLUMNS = {
  shards: [1, 2],
  from: [1, 1],
  to: [2, 3],
  terms: [4, 5],
  commits: [6, 7],
  rounds: [8, 9],
  asleep: [false, true],
  closed: [10, 11],
  closedIndexes: [12, 13],
}

describe('beats on the wire', () => {
  it('come back as they were, in few bytes', () => {
    const beat = { bootId: 'b', heartbeats: COLUMNS, answers: COLUMNS } as unknown as NodeBeat
    const bytes = encodeMessage(wire.RaftBeat, encodeBeat(beat))
    assert.deepEqual(decodeBeat(wire.RaftBeat.decode(bytes)), beat)
    assert.ok(bytes.length < 80, `${bytes.length} bytes for four heartbeats`)
  })

  it('are refused when their columns differ in length', () => {
    for (const name of Object.keys(COLUMNS)) {
      const heartbeats = { ...COLUMNS, [name]: [1] }
      assert.throws(() => decodeBeat({ heartbeats }), MalformedMessage, name)
    }
  })
})

describe('forwarded requests on the wire', () => {
  it('come back as they were', () => {
    const body = fc.uint8Array({ minLength: 1 }).map((raw) => Buffer.from(raw))
    const request = record({
      shard: fc.nat().map(shardId),
      rangeEpoch: number,
      timeoutMs: fc.integer({ min: 1, max: 60_000 }),
      command: fc.option(body, { nil: undefined }),
      read: fc.option(body, { nil: undefined }),
      log: fc.boolean(),
    })
    fc.assert(
      fc.property(request, (original) => {
        const frame = encodeMessage(wire.ForwardRequest, encodeForwardRequest(5, original))
        const decoded = wire.ForwardRequest.decode(frame)
        assert.equal(decoded.id, 5)
        assert.deepEqual(decodeForwardRequest(decoded), original)
      }),
    )
  })

  it('bring their answers back as they were, empty ones too', () => {
    const answers: ForwardAnswer[] = [
      { kind: 'reply', reply: Buffer.from('r') },
      { kind: 'reply', reply: Buffer.alloc(0) },
      { kind: 'read-reply', reply: Buffer.from('rr') },
      {
        kind: 'error',
        code: 1,
        message: 'elsewhere',
        retryAfterMs: 7,
        leader: nodeId(3),
        maybeLogged: true,
      },
    ]
    for (const answer of answers) {
      const frame = encodeMessage(wire.ForwardReply, encodeForwardAnswer(9, answer))
      assert.deepEqual(decodeForwardAnswer(wire.ForwardReply.decode(frame)), answer)
    }
  })

  it('take an answer that they do not understand as one that says nothing', () => {
    const answer = decodeForwardAnswer({ id: 1 })
    assert.ok(answer.kind === 'error' && answer.maybeLogged)
  })
})
