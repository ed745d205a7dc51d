import assert from 'node:assert/strict'
import sinon from 'sinon'
import {
  nodeId,
  replicaId,
  segment,
  shardId,
  type NodeId,
  type ShardId,
} from '../../src/base/ids.ts'
import type { RaftEnvelope } from '../../src/net/transport.ts'
import type { RawNode, Ready } from '../../src/raft/index.ts'
import {
  APPEND_THREAD,
  APPLY_THREAD,
  message,
  type Entry,
  type Message,
  type MessageType,
  type Snapshot,
} from '../../src/raft/messages.ts'
import { RaftDriver } from '../../src/server/raft-driver.ts'
import type { Replica } from '../../src/server/raft-group.ts'
import type { ReplicatedState } from '../../src/server/replicated-state.ts'
import { MemoryStore } from '../../src/storage/memory-engine.ts'
import { MemoryDisk } from '../../src/storage/memory-files.ts'
import { RaftLog, type LogItem } from '../../src/storage/raft-log.ts'
import { FakeTime } from '../client/fake-time.ts'
import { hard, openLog, start } from '../storage/log-fixture.ts'
import { deferred, promisesSettle, type Deferred } from './deferred.ts'

const SELF = replicaId(1)
const PEER = replicaId(2)

/** A core that plays a script: each `ready` call hands out the next piece of work. */
class ScriptedCore {
  readonly stepped: Message[] = []
  readonly term = 1
  readonly vote = SELF
  readonly commit = 0
  readonly tick = sinon.fake()
  readonly roundToTake = 0
  private readonly script: Ready[] = []

  work(...messages: Message[]): void {
    this.script.push({
      softState: undefined,
      hardState: undefined,
      readStates: [],
      entries: [],
      snapshot: undefined,
      committedEntries: [],
      messages,
      mustSync: false,
    })
  }

  hasReady(): boolean {
    return this.script.length > 0
  }

  ready(): Ready {
    return this.script.shift()!
  }

  step(incoming: Message): undefined {
    this.stepped.push(incoming)
  }
}

class CountingState implements ReplicatedState {
  appliedIndex = 1
  sealedIndex = 1
  readonly unsealedVersions = 1
  mayLag = false

  foresee(): undefined {
    return undefined
  }

  apply(entry: Entry): undefined {
    this.appliedIndex = entry.index
  }

  seal(): void {
    this.sealedIndex = this.appliedIndex
  }

  written(): void {
    // It keeps nothing.
  }

  beforeCheckpoint(): void {
    // It keeps nothing.
  }
}

function replicaOf(shard: ShardId, core: ScriptedCore) {
  return {
    shard,
    replica: SELF,
    node: core as unknown as RawNode,
    state: new CountingState(),
    nodeOf: (replica: number) => nodeId(replica),
    closeBatch: sinon.fake(),
    roleChanged: sinon.fake(),
    readsConfirmed: sinon.fake(),
    applied: sinon.fake(),
    applyConfChange: sinon.fake(),
    tick: sinon.fake(),
    mayRest: () => true,
    closesUpTo: () => 0,
    leaderClosed: sinon.fake(),
    durablyApplied: sinon.fake(),
    close: sinon.fake(),
  } satisfies Replica
}

function entries(first: number, count: number): Entry[] {
  return Array.from({ length: count }, (_, i) => ({
    term: 1,
    index: first + i,
    type: 'normal' as const,
    data: Buffer.from(`${first + i}`),
  }))
}

const toPeer = (type: MessageType, index = 0): Message =>
  message(type, { from: SELF, to: PEER, term: 1, index })

const toSelf = (index: number): Message =>
  message('MsgStorageAppendResp', { from: APPEND_THREAD, to: SELF, term: 1, index })

/** Work for the log. Term 0: no hard state. */
function append(
  fields: Partial<Pick<Message, 'term' | 'vote' | 'commit' | 'entries' | 'snapshot'>>,
  ...responses: Message[]
): Message {
  return message('MsgStorageAppend', { from: SELF, to: APPEND_THREAD, responses, ...fields })
}

/** Entry `index` is to be applied. */
function applied(index: number): Message {
  return message('MsgStorageApply', { from: SELF, to: APPLY_THREAD, entries: entries(index, 1) })
}

describe('the Raft driver', () => {
  const shard = shardId(1)
  let time: FakeTime
  let core: ScriptedCore
  let replica: ReturnType<typeof replicaOf>
  let driver: RaftDriver
  let sent: string[]
  let appends: { readonly items: readonly LogItem[]; readonly done: Deferred }[]
  let fatal: sinon.SinonSpy<[unknown], unknown>
  let unknownReplica: sinon.SinonSpy<[NodeId, RaftEnvelope], unknown>
  let snapshotOffered: sinon.SinonSpy<[NodeId, Replica, Message], unknown>
  let installSnapshot: sinon.SinonStub<[Replica, Snapshot], Promise<Replica>>

  beforeEach(() => {
    time = new FakeTime()
    core = new ScriptedCore()
    sent = []
    appends = []
    fatal = sinon.fake()
    unknownReplica = sinon.fake()
    snapshotOffered = sinon.fake()
    installSnapshot = sinon.stub<[Replica, Snapshot], Promise<Replica>>()
    const raftLog = sinon.createStubInstance(RaftLog)
    raftLog.shard.returns({
      initialState: () => ({ hardState: hard(1, 0, 1) }),
    } as unknown as ReturnType<RaftLog['shard']>)
    raftLog.append.callsFake((items) => {
      const done = deferred()
      appends.push({ items, done })
      return done.promise
    })
    driver = driverOver(raftLog)
    replica = replicaOf(shard, core)
    driver.add(replica)
  })

  function driverOver(raftLog: RaftLog): RaftDriver {
    return new RaftDriver({
      clock: time,
      scheduler: time,
      transport: {
        sendRaft: (to, { message: { type, index } }) => sent.push(`${type} ${index} to ${to}`),
        sendBeat: () => undefined,
      },
      raftLog,
      engine: new MemoryStore().open(),
      self: nodeId(1),
      bootId: 'boot',
      peers: () => [],
      heartbeatTicks: 2,
      electionTicks: 10,
      sleepAfterBeats: 0,
      maxUnsealedBytes: 1 << 20,
      engineWriteDelayMs: 10,
      checkpointBytes: 1 << 20,
      unknownReplica,
      snapshotOffered,
      snapshotSegment: () => segment(9),
      installSnapshot,
      snapshotSent: () => undefined,
      fatal,
    })
  }

  it('sends nothing that promises something before the write behind it is durable', async () => {
    core.work(
      toPeer('MsgApp', 2),
      append({ entries: entries(2, 1) }, toPeer('MsgAppResp', 2), toSelf(2)),
      append({ term: 2, vote: PEER, commit: 1 }, toPeer('MsgVoteResp')),
    )
    driver.touch(shard)
    await time.settle()
    assert.deepEqual(sent, ['MsgApp 2 to 2'], 'a leader’s append may leave at once')
    assert.deepEqual(core.stepped, [])
    assert.equal(appends.length, 1, 'one write a turn')
    appends[0]!.done.resolve()
    await time.settle()
    assert.deepEqual(sent.slice(1), ['MsgAppResp 2 to 2', 'MsgVoteResp 0 to 2'])
    assert.deepEqual(
      core.stepped.map(({ index }) => index),
      [2],
    )
  })

  it('writes what all groups of a turn have in one append', async () => {
    const other = new ScriptedCore()
    driver.add(replicaOf(shardId(2), other))
    core.work(append({ entries: entries(2, 1) }))
    other.work(append({ entries: entries(2, 3) }))
    driver.touch(shard)
    driver.touch(shardId(2))
    await time.settle()
    assert.deepEqual(
      appends.map(({ items }) => items.map((item) => item.entries?.length)),
      [[1, 3]],
    )
  })

  it('keeps the order of acknowledgements over several appends in flight', async () => {
    for (const index of [2, 3, 4]) {
      core.work(append({ entries: entries(index, 1) }, toPeer('MsgAppResp', index)))
      driver.touch(shard)
      await time.settle()
    }
    assert.equal(appends.length, 3)
    for (const { done } of appends) done.resolve()
    await time.settle()
    assert.deepEqual(sent, ['MsgAppResp 2 to 2', 'MsgAppResp 3 to 2', 'MsgAppResp 4 to 2'])
  })

  it('lets an acknowledgement without a write of its own wait for the writes before it', async () => {
    core.work(append({ entries: entries(2, 1) }, toPeer('MsgAppResp', 2)))
    driver.touch(shard)
    await time.settle()
    core.work(append({}, toPeer('MsgAppResp', 99)))
    driver.touch(shard)
    await time.settle()
    assert.deepEqual(sent, [])
    assert.equal(appends.length, 1)
    appends[0]!.done.resolve()
    await time.settle()
    assert.deepEqual(sent, ['MsgAppResp 2 to 2', 'MsgAppResp 99 to 2'])
  })

  it('writes nothing for a commit index alone, and acknowledges at once', async () => {
    core.work(append({ term: 1, vote: replicaId(0), commit: 7 }, toPeer('MsgAppResp', 7)))
    driver.touch(shard)
    await time.settle()
    assert.equal(appends.length, 0)
    assert.deepEqual(sent, ['MsgAppResp 7 to 2'])
  })

  it('writes a vote once, and again when it changes', async () => {
    for (const vote of [SELF, SELF, PEER]) core.work(append({ term: 2, vote, commit: 1 }))
    driver.touch(shard)
    await time.settle()
    assert.deepEqual(
      appends.flatMap(({ items }) => items.map((item) => item.hardState?.vote)),
      [SELF, PEER],
    )
  })

  it('takes a failed append for fatal and acknowledges nothing that stood behind it', async () => {
    core.work(append({ entries: entries(2, 1) }, toPeer('MsgAppResp', 2)))
    driver.touch(shard)
    await time.settle()
    core.work(append({}, toPeer('MsgAppResp', 2)))
    driver.touch(shard)
    await time.settle()
    appends[0]!.done.reject(new Error('EIO'))
    await time.settle()
    sinon.assert.called(fatal)
    assert.deepEqual(sent, [])
    assert.deepEqual(core.stepped, [])
  })

  it('acknowledges nothing any more after a real log has failed', async () => {
    let broken = false
    const disk = new MemoryDisk({
      fault: (operation) => (broken && operation === 'write' ? 'EIO' : undefined),
    })
    const raftLog = await openLog(disk, { onFatal: fatal })
    await raftLog.append([start(shard, 1, 1), { shard, hardState: hard(1, 0, 1) }])
    driver = driverOver(raftLog)
    driver.add(replica)
    broken = true
    for (const index of [2, 3]) {
      core.work(append({ entries: entries(index, 1) }, toPeer('MsgAppResp', index), toSelf(index)))
      driver.touch(shard)
    }
    await time.settle()
    broken = false
    core.work(append({ entries: entries(4, 1) }, toPeer('MsgAppResp', 4)))
    driver.touch(shard)
    await time.settle()
    await promisesSettle()
    sinon.assert.called(fatal)
    assert.deepEqual(sent, [])
    assert.deepEqual(core.stepped, [])
  })

  it('applies committed entries in the turn that brings them, and acknowledges to the core', async () => {
    const done = message('MsgStorageApplyResp', { from: APPLY_THREAD, to: SELF })
    core.work(
      message('MsgStorageApply', {
        from: SELF,
        to: APPLY_THREAD,
        entries: entries(2, 2),
        responses: [done],
      }),
    )
    driver.touch(shard)
    await time.settle()
    assert.equal(replica.state.appliedIndex, 3)
    assert.deepEqual(core.stepped, [done])
    sinon.assert.callCount(replica.applied, 2)
  })

  it('installs a snapshot when its mark is durable, and answers after that', async () => {
    const snapshot: Snapshot = {
      index: 50,
      term: 1,
      confState: {
        voters: [],
        votersOutgoing: [],
        learners: [],
        learnersNext: [],
        autoLeave: false,
      },
      data: Buffer.alloc(0),
    }
    const next = replicaOf(shard, core)
    next.state.appliedIndex = next.state.sealedIndex = 50
    const installed = deferred()
    installSnapshot.callsFake(async () => {
      await installed.promise
      return next
    })
    core.work(append({ snapshot }, toPeer('MsgAppResp', 50)))
    driver.touch(shard)
    await time.settle()
    sinon.assert.notCalled(installSnapshot)
    const [item] = appends[0]!.items
    assert.deepEqual(item?.snapshotMark, { segment: segment(9), index: 50, term: 1 })
    assert.notEqual(item.hardState, undefined, 'they share a frame')
    appends[0]!.done.resolve()
    await time.settle()
    sinon.assert.calledOnce(installSnapshot)
    assert.deepEqual(sent, [])
    installed.resolve()
    await time.settle()
    assert.deepEqual(sent, ['MsgAppResp 50 to 2'])
    assert.equal(driver.replica(shard), next)
  })

  it('does not stop while a snapshot is being installed', async () => {
    const snapshot: Snapshot = {
      index: 50,
      term: 1,
      confState: {
        voters: [],
        votersOutgoing: [],
        learners: [],
        learnersNext: [],
        autoLeave: false,
      },
      data: Buffer.alloc(0),
    }
    const next = replicaOf(shard, core)
    next.state.appliedIndex = next.state.sealedIndex = 50
    const installed = deferred()
    installSnapshot.callsFake(async () => {
      await installed.promise
      return next
    })
    core.work(append({ snapshot }))
    driver.touch(shard)
    await time.settle()
    appends[0]!.done.resolve()
    await time.settle()
    sinon.assert.calledOnce(installSnapshot)
    const over = sinon.fake()
    const stopped = driver.stop().then(over)
    await time.settle()
    sinon.assert.notCalled(over)
    installed.resolve()
    await stopped
  })

  it('gives messages for replicas that are not here to the owner', async () => {
    const strange = message('MsgHeartbeat', { from: PEER, to: replicaId(7), term: 1 })
    const elsewhere = message('MsgHeartbeat', { from: PEER, to: SELF, term: 1 })
    driver.receive(nodeId(2), [
      { shard, message: strange },
      { shard: shardId(77), message: elsewhere },
    ])
    await time.settle()
    sinon.assert.calledTwice(unknownReplica)
    assert.deepEqual(core.stepped, [])
  })

  it('applies what has gathered when somebody asks for a replica that a split may have made', async () => {
    replica.state.mayLag = true
    core.work(applied(2))
    driver.touch(shard)
    await time.settle()
    assert.equal(replica.state.appliedIndex, 1)
    const vote = message('MsgPreVote', { from: PEER, to: SELF, term: 1 })
    driver.receive(nodeId(2), [{ shard: shardId(77), message: vote }])
    await time.settle()
    assert.equal(replica.state.appliedIndex, 2)
    core.work(applied(3))
    driver.touch(shard)
    driver.receive(nodeId(2), [{ shard: shardId(77), message: vote }])
    await time.settle()
    assert.equal(replica.state.appliedIndex, 3)
  })

  it('does not let a snapshot’s offer into the core before its rows are here', () => {
    const offer = message('MsgSnap', { from: PEER, to: SELF, term: 1 })
    driver.receive(nodeId(2), [{ shard, message: offer }])
    sinon.assert.calledOnceWithExactly(snapshotOffered, nodeId(2), replica, offer)
    assert.deepEqual(core.stepped, [])
    driver.step(shard, offer)
    assert.deepEqual(core.stepped, [offer])
  })

  it('sends and steps nothing for a replica that has been removed', async () => {
    core.work(append({ entries: entries(2, 1) }, toPeer('MsgAppResp', 2), toSelf(2)))
    driver.touch(shard)
    await time.settle()
    driver.remove(shard)
    appends[0]!.done.resolve()
    await time.settle()
    assert.deepEqual(sent, [])
    assert.deepEqual(core.stepped, [])
    sinon.assert.calledOnce(replica.close)
  })

  it('goes on in later turns with what keeps coming up, and then rests', async () => {
    let left = 9
    replica.closeBatch = sinon.fake(() => {
      if (--left > 0) driver.touch(shard)
    })
    driver.touch(shard)
    await time.settle()
    assert.equal(left, 0)
  })

  it('runs no turn after it was stopped', async () => {
    core.work(append({ entries: entries(2, 1) }, toPeer('MsgAppResp', 2)))
    driver.touch(shard)
    await time.settle()
    const stopped = driver.stop()
    core.work(toPeer('MsgApp', 3))
    driver.touch(shard)
    appends[0]!.done.resolve()
    await time.settle()
    await stopped
    assert.deepEqual(sent, [])
    sinon.assert.calledOnce(replica.close)
  })
})
