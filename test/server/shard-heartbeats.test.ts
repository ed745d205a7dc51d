import assert from 'node:assert/strict'
import sinon from 'sinon'
import { nodeId, replicaId, shardId } from '../../src/base/ids.ts'
import type { HeartbeatColumns, NodeBeat } from '../../src/net/transport.ts'
import { message } from '../../src/raft/index.ts'
import { ELECTION_TICKS } from '../raft/test-replica.ts'
import { HEARTBEAT_TICKS, onTheirWay, SLEEP_AFTER_BEATS, SleepyCluster } from './sleepy-node.ts'
import type { SentBeat } from './sleepy-node.ts'

const NOTHING: HeartbeatColumns = {
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

/** Columns of one element, for shard 1. */
const one = (
  from: number,
  to: number,
  term: number,
  round: number,
  asleep: boolean,
  commit = 0,
): HeartbeatColumns => ({
  shards: [shardId(1)],
  from: [replicaId(from)],
  to: [replicaId(to)],
  terms: [term],
  commits: [commit],
  rounds: [round],
  asleep: [asleep],
  closed: [0],
  closedIndexes: [0],
})

const beat = (bootId: string, parts: Partial<NodeBeat>): NodeBeat => ({
  bootId,
  heartbeats: NOTHING,
  answers: NOTHING,
  ...parts,
})

function led(shards = 1): SleepyCluster {
  const cluster = new SleepyCluster(shards)
  cluster.elect()
  return cluster
}

function sleeping(shards = 1): SleepyCluster {
  const cluster = led(shards)
  cluster.untilAsleep()
  return cluster
}

/** Ticks until the leader's next beats are on their way. */
function nextBeats(cluster: SleepyCluster): SentBeat[] {
  do cluster.tick()
  while (cluster.beats.length === 0)
  return cluster.beats.filter(({ from }) => from === 1)
}

describe('heartbeats of the shards of a node', () => {
  it('travel in one beat per peer and interval, and so do their answers', () => {
    const cluster = led(50)
    const beats = nextBeats(cluster)
    assert.deepEqual(
      beats.map(({ to }) => to),
      [2, 3],
    )
    for (const { beat: sent } of beats) {
      assert.equal(sent.heartbeats.shards.length, 50)
      assert.equal(sent.bootId, '1.1')
    }
    const [first] = cluster.beats.splice(0)
    cluster.deliver(first!)
    const answers = cluster.beats.splice(0)
    assert.equal(answers.length, 1)
    assert.equal(answers[0]!.beat.answers.shards.length, 50)
    assert.deepEqual(cluster.messages, [], 'no message of its own for any of them')
  })

  it('say what the leader has closed, complete with all that it has proposed', () => {
    const cluster = led()
    const { raft } = cluster.node(1).group()
    cluster.node(1).group().closes = 700
    raft.node.propose(Buffer.from('not committed'))
    const [first] = nextBeats(cluster)
    const { closed, closedIndexes, commits } = first!.beat.heartbeats
    assert.deepEqual([closed, closedIndexes], [[700], [raft.node.lastIndex]])
    assert.ok(commits[0]! < closedIndexes[0]!)
    cluster.deliver(first!)
    sinon.assert.calledOnceWithExactly(
      cluster.node(first!.to).group().closed,
      700,
      raft.node.lastIndex,
    )
  })

  it('reach every peer that there is, with or without shards', () => {
    const cluster = new SleepyCluster(0)
    cluster.tick()
    cluster.tick()
    assert.equal(cluster.beats.length, 6)
    cluster.beats.length = 0
    cluster.tick()
    assert.equal(cluster.beats.length, 0, 'not more often than the interval')
  })

  it('renew the lease of every shard with one exchange', () => {
    const cluster = led(5)
    cluster.run(HEARTBEAT_TICKS)
    for (const { raft } of cluster.node(1).groups.values()) {
      assert.equal(raft.node.hasLease(cluster.nowMs), true)
    }
  })

  it('carry the rounds of reads at the end of their turn, not at the next interval', () => {
    const cluster = led(3)
    const group = cluster.node(1).group(2)
    assert.equal(group.raft.node.readIndex(77, cluster.nowMs), true)
    cluster.node(1).touch(2)
    for (const { beat: sent } of cluster.beats) assert.deepEqual(sent.heartbeats.shards, [2])
    assert.equal(cluster.beats.length, 2)
    cluster.exchange()
    assert.deepEqual(group.raft.reads, [{ context: 77, index: 1 }])
  })

  it('bring lost commits to followers, and what these lack', () => {
    const cluster = led()
    const { raft } = cluster.node(1).group()
    raft.node.propose(Buffer.from('x'))
    cluster.node(1).touch()
    cluster.exchange(({ to }) => to === 3)
    cluster.run(4 * HEARTBEAT_TICKS)
    for (const id of [1, 2, 3]) assert.equal(cluster.node(id).group().raft.applied.length, 2)
  })

  it('for replicas that are not here go to the owner, as the messages that they are', () => {
    const cluster = led()
    const stranger = { ...one(9, 7, 3, 4, false, 5), shards: [shardId(1)] }
    cluster.node(2).heartbeats.received(nodeId(1), beat('1.1', { heartbeats: stranger }))
    cluster
      .node(2)
      .heartbeats.received(
        nodeId(1),
        beat('1.1', { answers: { ...stranger, shards: [shardId(44)] } }),
      )
    const [heartbeat, answer] = cluster.node(2).unknown
    assert.deepEqual(heartbeat, {
      shard: 1,
      message: message('MsgHeartbeat', {
        from: replicaId(9),
        to: replicaId(7),
        term: 3,
        context: 4,
        commit: 5,
      }),
    })
    assert.equal(answer!.message.type, 'MsgHeartbeatResp')
  })

  it('of a new leader make followers of whoever has another one, and are answered', () => {
    const cluster = led()
    const next = cluster.node(2).group()
    for (let term = 0; term < 2; term++) cluster.run(ELECTION_TICKS)
    cluster.deaf.add(nodeId(1))
    cluster.run(4 * ELECTION_TICKS)
    const leader = [2, 3].find((id) => cluster.node(id).group().raft.node.isLeader)!
    cluster.deaf.delete(nodeId(1))
    cluster.run(2 * HEARTBEAT_TICKS)
    assert.equal(cluster.node(1).group().raft.node.leader, leader)
    assert.ok(next.raft.node.term > 1)
  })
})

describe('a shard with nothing to do', () => {
  it('sleeps everywhere, the leader last, and is not ticked any more', () => {
    const cluster = led()
    let followersSlept = 0
    for (let ticks = 0; cluster.node(1).heartbeats.awakeCount > 0; ticks++) {
      assert.ok(ticks < 40)
      followersSlept = [2, 3].filter((id) => cluster.node(id).group().rest.asleep).length
      cluster.run()
    }
    assert.equal(followersSlept, 2)
    for (const id of [1, 2, 3]) cluster.node(id).group().ticked.resetHistory()
    cluster.run(100)
    for (const id of [1, 2, 3]) {
      sinon.assert.notCalled(cluster.node(id).group().ticked)
      assert.equal(cluster.node(id).heartbeats.awakeCount, 0)
    }
    assert.equal(cluster.node(1).group().raft.node.term, 1)
  })

  it('is left alone for a while first', () => {
    const cluster = led()
    cluster.run(HEARTBEAT_TICKS * SLEEP_AFTER_BEATS)
    for (const id of [1, 2, 3]) assert.equal(cluster.node(id).group().rest.asleep, false)
  })

  it('never sleeps where that is switched off', () => {
    const cluster = new SleepyCluster(1, 0)
    cluster.elect()
    cluster.run(500)
    for (const id of [1, 2, 3]) assert.equal(cluster.node(id).heartbeats.awakeCount, 1)
  })

  for (const [what, disturb] of [
    ['the replica has business of its own', (group) => (group.mayRest = false)],
    ['something is under way in the log', (group) => (group.isSettled = false)],
  ] as [string, (group: ReturnType<ReturnType<SleepyCluster['node']>['group']>) => void][]) {
    it(`does not sleep while ${what}`, () => {
      const cluster = led()
      disturb(cluster.node(1).group())
      for (let beats = 0; beats < 4; beats++) cluster.run(HEARTBEAT_TICKS)
      for (const id of [1, 2, 3]) assert.equal(cluster.node(id).group().rest.asleep, false)
    })
  }

  it('does not sleep while a follower is away: it could lack something', () => {
    const cluster = led()
    cluster.deaf.add(nodeId(3))
    cluster.run(200)
    assert.equal(cluster.node(1).group().rest.asleep, false)
    cluster.deaf.delete(nodeId(3))
    cluster.untilAsleep()
  })

  it('begins its quiet time anew with everything that happens', () => {
    const cluster = led()
    for (let i = 0; i < 20; i++) {
      cluster.run(HEARTBEAT_TICKS * SLEEP_AFTER_BEATS)
      cluster.node(1).touch()
    }
    for (const id of [1, 2, 3]) assert.equal(cluster.node(id).group().rest.asleep, false)
  })
})

describe('words about sleep', () => {
  it('that are lost on the way to a follower are said again, and the leader waits', () => {
    const cluster = led()
    for (let ticks = 0; ticks < 40; ticks++) {
      cluster.tick()
      cluster.exchange(
        (sent) => 'beat' in sent && sent.to === 3 && sent.beat.heartbeats.asleep.includes(true),
      )
    }
    assert.equal(cluster.node(2).group().rest.asleep, true)
    assert.equal(cluster.node(1).group().rest.asleep, false)
    cluster.untilAsleep()
  })

  it('that are lost on the way back are said again, and the leader waits', () => {
    const cluster = led()
    for (let ticks = 0; ticks < 12; ticks++) {
      cluster.tick()
      cluster.exchange((sent) => 'beat' in sent && sent.beat.answers.asleep.includes(true))
    }
    assert.equal(cluster.node(2).group().rest.asleep, true)
    assert.equal(cluster.node(1).group().rest.asleep, false)
    cluster.untilAsleep()
  })

  it('that come twice wake nobody', () => {
    const cluster = led()
    const copies: SentBeat[] = []
    for (let ticks = 0; ticks < 40; ticks++) {
      cluster.tick()
      cluster.exchange((sent) => {
        if ('beat' in sent && sent.beat.answers.asleep.includes(true)) copies.push(sent)
        return false
      })
    }
    assert.ok(copies.length >= 2)
    for (const copy of copies) cluster.deliver(copy)
    for (const id of [1, 2, 3]) assert.equal(cluster.node(id).group().rest.asleep, true)
  })

  it('of an earlier time do not count when the leader asks again', () => {
    const cluster = led()
    const old: SentBeat[] = []
    for (let ticks = 0; old.length === 0; ticks++) {
      cluster.tick()
      cluster.exchange((sent) => {
        if (!('beat' in sent) || sent.from !== 3 || !sent.beat.answers.asleep.includes(true)) {
          return false
        }
        old.push(sent)
        return true
      })
    }
    // Something happens meanwhile that wakes everybody, and then replica 3 hears no further word about sleep.
    cluster.node(1).group().raft.node.propose(Buffer.from('x'))
    cluster.node(1).touch()
    cluster.exchange()
    for (let ticks = 0; ticks < 40; ticks++) {
      cluster.tick()
      cluster.exchange(
        (sent) => 'beat' in sent && sent.to === 3 && sent.beat.heartbeats.asleep.includes(true),
      )
      cluster.deliver(old[0]!)
    }
    assert.equal(cluster.node(3).group().rest.asleep, false)
    assert.equal(cluster.node(1).group().rest.asleep, false)
  })

  it('are taken back by a follower that wakes before the leader sleeps', () => {
    const cluster = led()
    while (!cluster.node(2).group().rest.asleep) cluster.run()
    assert.equal(cluster.node(1).group().rest.asleep, false)
    cluster.node(2).touch()
    cluster.exchange()
    cluster.run(HEARTBEAT_TICKS)
    assert.equal(cluster.node(1).group().rest.asleep, false, 'it counts its quiet beats anew')
    cluster.untilAsleep()
  })

  it('are not for who lacks an entry, whoever says them', () => {
    const cluster = led()
    const heartbeats = one(1, 2, 1, 99, true, 0)
    cluster.node(2).heartbeats.received(nodeId(1), beat('1.1', { heartbeats }))
    assert.equal(cluster.node(2).group().rest.asleep, false)
    const [answer] = cluster.beats
    assert.deepEqual(answer!.beat.answers.asleep, [false])
  })

  it('are not for who follows another leader', () => {
    const cluster = led()
    const heartbeats = one(3, 2, 1, 99, true, 1)
    cluster.node(2).heartbeats.received(nodeId(3), beat('3.1', { heartbeats }))
    assert.equal(cluster.node(2).group().rest.asleep, false)
  })
})

describe('a sleeping shard', () => {
  it('wakes everywhere for a command', () => {
    const cluster = sleeping()
    cluster.node(1).group().raft.node.propose(Buffer.from('x'))
    cluster.node(1).touch()
    cluster.exchange()
    for (const id of [1, 2, 3]) assert.equal(cluster.node(id).heartbeats.awakeCount, 1)
    cluster.run(HEARTBEAT_TICKS)
    for (const id of [1, 2, 3]) assert.equal(cluster.node(id).group().raft.applied.length, 2)
    cluster.untilAsleep()
  })

  it('wakes at a follower that is asked, which tells its leader', () => {
    const cluster = sleeping()
    cluster.node(2).touch()
    assert.equal(cluster.node(2).group().rest.asleep, false)
    cluster.exchange()
    assert.equal(cluster.node(1).group().rest.asleep, false)
    assert.equal(cluster.node(3).group().rest.asleep, true, 'it has not heard yet')
    cluster.run(HEARTBEAT_TICKS)
    assert.equal(cluster.node(3).group().rest.asleep, false)
    assert.equal(cluster.node(1).group().raft.node.term, 1)
  })

  it('whose follower woke alone, its word being lost, has no election: it asks for votes in vain', () => {
    const cluster = sleeping()
    cluster.node(2).touch()
    cluster.exchange((sent) => 'beat' in sent)
    for (let ticks = 0; ticks < 2 * ELECTION_TICKS; ticks++) {
      cluster.tick()
      cluster.exchange()
    }
    assert.equal(cluster.node(1).group().raft.node.isLeader, true)
    assert.equal(cluster.node(2).group().raft.node.leader, 1)
    for (const id of [1, 2, 3]) assert.equal(cluster.node(id).group().raft.node.term, 1)
    cluster.untilAsleep()
  })

  it('grants no vote because it has slept: a vote request wakes it, and it tells its leader', () => {
    const cluster = sleeping()
    cluster.nowMs += 3_600_000
    const request = message('MsgVote', {
      from: replicaId(3),
      to: replicaId(2),
      term: 2,
      index: 1,
      logTerm: 1,
    })
    cluster.node(2).receive(nodeId(3), { shard: shardId(1), message: request })
    assert.deepEqual(onTheirWay(cluster, 'MsgVoteResp'), [])
    assert.equal(cluster.node(2).group().raft.node.term, 1)
    assert.equal(cluster.node(2).group().rest.asleep, false)
    cluster.exchange()
    assert.equal(cluster.node(1).group().rest.asleep, false)
  })

  it('has no lease, and its leader earns one with the first round', () => {
    const cluster = sleeping()
    const { node } = cluster.node(1).group().raft
    assert.equal(node.hasLease(cluster.nowMs), false)
    assert.equal(node.readIndex(5, cluster.nowMs), true)
    cluster.node(1).touch()
    assert.equal(node.hasLease(cluster.nowMs), false)
    cluster.exchange()
    assert.equal(node.hasLease(cluster.nowMs), true)
    assert.deepEqual(cluster.node(1).group().raft.reads, [{ context: 5, index: 1 }])
  })
})

describe('a node', () => {
  it('that is silent is dead: what it led wakes with that silence counted, what it followed sleeps on', () => {
    const cluster = sleeping(3)
    // Shard 3 is led by node 2.
    cluster.node(1).group(3).raft.node.transferLeader(replicaId(2))
    cluster.node(1).touch(3)
    cluster.exchange()
    cluster.untilAsleep()
    cluster.deaf.add(nodeId(1))
    cluster.run(ELECTION_TICKS - 1)
    assert.equal(cluster.node(2).heartbeats.awakeCount, 0, 'not yet')
    cluster.run(2)
    assert.equal(cluster.node(2).group(1).rest.asleep, false)
    assert.equal(cluster.node(2).group(3).rest.asleep, true)
    cluster.run(ELECTION_TICKS + 2)
    const leaders = [2, 3].filter((id) => cluster.node(id).group(1).raft.node.isLeader)
    assert.equal(leaders.length, 1, 'within one election timeout from there')
  })

  it('that comes back with another boot id was dead, however short its silence', () => {
    const cluster = sleeping(2)
    cluster.restart(1)
    cluster.run(HEARTBEAT_TICKS)
    for (const id of [2, 3]) assert.equal(cluster.node(id).heartbeats.awakeCount, 2)
    cluster.run(ELECTION_TICKS + 2)
    assert.ok([2, 3].some((id) => cluster.node(id).group(1).raft.node.isLeader))
  })

  it('that comes back hears of its leaders at once', () => {
    const cluster = sleeping()
    const restarted = cluster.restart(3)
    cluster.run(2 * HEARTBEAT_TICKS)
    assert.equal(restarted.group().raft.node.leader, 1)
    assert.equal(cluster.node(1).group().raft.node.term, 1)
    cluster.untilAsleep()
  })

  it('that was stopped itself takes nobody for dead', () => {
    const cluster = sleeping()
    cluster.deaf.add(nodeId(2))
    cluster.run(20 * ELECTION_TICKS)
    cluster.deaf.delete(nodeId(2))
    cluster.run(3 * ELECTION_TICKS)
    assert.equal(cluster.node(2).group().rest.asleep, true)
    assert.equal(cluster.node(1).group().raft.node.term, 1)
  })

  it('that is heard in one direction only wakes who does not hear it, and stays leader', () => {
    const cluster = sleeping()
    for (let ticks = 0; ticks < 10 * ELECTION_TICKS; ticks++) {
      cluster.tick()
      cluster.exchange(({ from, to }) => from === 1 && to === 2)
    }
    assert.equal(cluster.node(2).group().rest.asleep, false)
    assert.equal(cluster.node(1).group().raft.node.isLeader, true)
    assert.equal(cluster.node(1).group().raft.node.term, 1)
    cluster.untilAsleep()
  })

  it('that removes a group forgets it', () => {
    const cluster = led()
    const node = cluster.node(1)
    node.heartbeats.remove(node.group())
    node.groups.clear()
    cluster.run(10)
    assert.equal(node.heartbeats.awakeCount, 0)
    assert.ok(node.unknown.length === 0)
  })
})
