/**
 * A group of replicas, a network that loses, repeats and reorders, crashes, partitions and membership changes, all
 * drawn from one seed; and the invariants of Raft (figure 3), checked at every step.
 */
import assert from 'node:assert/strict'
import { replicaId, type ReplicaId } from '../../src/base/ids.ts'
import { SeededRandom } from '../../src/base/random.ts'
import {
  message,
  type RawNode,
  type ConfChangeSingle,
  type ConfChangeTransition,
  type Entry,
  type Message,
  type RaftConfig,
  type ReadState,
} from '../../src/raft/index.ts'
import { isVoter } from '../../src/raft/membership.ts'
import { NO_CONF } from './memory-storage.ts'
import { SimReplica, type SimObserver } from './sim-replica.ts'
import { conf, TICK_MS, testConfig } from './test-replica.ts'

const REPLICAS = 6
const NO_BYTES = Buffer.alloc(0)

export class SimGroup implements SimObserver {
  nowMs = 0
  readonly replicas: readonly SimReplica[]
  /** Faults are switched off for the end of a run. */
  faulty = true
  reads = 0
  leases = 0
  elections = 0
  confChanges = 0
  private readonly random: SeededRandom
  private readonly overrides: Partial<RaftConfig>
  private network: Message[] = []
  private readonly blocked = new Set<string>()
  private readonly nextTickMs = new Map<ReplicaId, number>()
  /** Until then these replicas are not ticked. */
  private readonly asleepUntilMs = new Map<ReplicaId, number>()
  /** Until then these replicas' disks take nothing. */
  private readonly stalledUntilMs = new Map<ReplicaId, number>()
  /** By term. Elected once more after a restart, a replica would be another leader. */
  private readonly leaders = new Map<number, RawNode>()
  private readonly entries = new Map<string, { data: string; previousTerm: number | undefined }>()
  private readonly committed = new Map<number, Entry>()
  private readonly readFloors = new Map<number, number>()
  private highestCommit = 0
  private highestLeaderTerm = 0
  private proposals = 0

  constructor(seed: number) {
    this.random = new SeededRandom(seed)
    const lease = this.chance(0.5)
    const preVote = this.chance(0.7)
    this.overrides = {
      preVote,
      // With neither, a removed replica that campaigns can leave learners at a term that their leader never reaches.
      checkQuorum: lease || !preVote || this.chance(0.5),
      readMode: lease ? 'lease' : 'read-index',
      asyncStorageWrites: true,
      lazyCommitNotice: this.chance(0.5),
      coalescedHeartbeats: this.chance(0.5),
      maxMessageBytes: this.chance(0.5) ? 60 : 1 << 20,
      maxInflightMessages: this.chance(0.5) ? 2 : 100,
      maxCommittedBytesPerReady: this.chance(0.5) ? 40 : Infinity,
    }
    const confState = conf({ voters: [1, 2, 3] })
    // The first membership is in no log entry, so that a new member must begin with a snapshot.
    const origin = { index: 1, term: 1, confState, data: NO_BYTES }
    const nothing = { index: 0, term: 0, confState: NO_CONF, data: NO_BYTES }
    this.replicas = Array.from({ length: REPLICAS }, (_, i) => {
      const id = replicaId(i + 1)
      return new SimReplica(id, confState.voters.includes(id) ? origin : nothing, this)
    })
    for (const replica of this.replicas) this.start(replica, false)
  }

  /** One millisecond, and what happens in it. */
  step(): void {
    this.nowMs++
    this.tickDue()
    this.deliverSome()
    for (const replica of this.replicas) {
      const isStalled = (this.stalledUntilMs.get(replica.id) ?? 0) > this.nowMs
      if (isStalled && this.chance(0.005)) this.restart(replica)
      else if (!isStalled && this.chance(0.5)) this.send(replica.processAppend(this.nowMs))
      if (this.chance(0.5)) replica.processApply(this.nowMs)
      if (this.chance(0.05)) replica.flush()
      if (this.chance(0.01)) replica.compact(this.random.integer(0, 5))
    }
    if (this.chance(0.3)) this.clientRequest()
    if (this.faulty) this.misfortune()
    for (const replica of this.replicas) this.send(replica.drain())
    for (const { node } of this.replicas) if (node !== undefined) this.takeRound(node)
    this.checkInvariants()
  }

  /** No more faults: everybody runs, but for who was removed and may be gone for good, and the network delivers. */
  heal(): void {
    this.faulty = false
    this.blocked.clear()
    this.stalledUntilMs.clear()
    for (const { id } of this.replicas) this.wake(id)
    for (const replica of this.replicas) {
      if (replica.node === undefined) this.start(replica, true)
    }
    if (this.chance(0.5)) this.dismissRemoved()
  }

  /**
   * Whoever is in no membership any more stops. By design only once a voter that stays knows that (what only the removed know of is
   * lost with them), and not while a change is under way that might add them again: real replicas come back under new ids.
   */
  private dismissRemoved(): void {
    const newest = this.replicas
      .filter(({ id, confState }) => isVoter(confState, id))
      .sort((a, b) => b.appliedIndex - a.appliedIndex)[0]
    if (newest === undefined) return
    const { appliedIndex, confState } = newest
    if (this.replicas.some((replica) => replica.hasConfChangeAfter(appliedIndex))) return
    for (const replica of this.replicas) {
      if (!isVoter(confState, replica.id) && !confState.learners.includes(replica.id)) {
        replica.crash()
      }
    }
  }

  /** Whether every member of the newest membership has applied everything up to `index`. */
  hasApplied(index: number): boolean {
    const node = this.leader?.node
    if (node === undefined) return false
    const { voters, votersOutgoing, learners } = node.confState
    const members = [...voters, ...votersOutgoing, ...learners]
    return members.every((id) => this.replicas[id - 1]!.appliedIndex >= index)
  }

  /** The running leader of the highest term. */
  get leader(): SimReplica | undefined {
    return this.replicas
      .filter(({ node }) => node?.isLeader)
      .sort((a, b) => b.node!.term - a.node!.term)[0]
  }

  /** Proposes to the leader. Returns the index, or why there is none. */
  propose(): number | string {
    const proposed = this.leader?.node!.propose(Buffer.from(`p${++this.proposals}`))
    return typeof proposed === 'object' ? proposed.index : (proposed ?? 'no leader')
  }

  stored(entry: Entry, previousTerm: number | undefined): void {
    const key = `${entry.term}/${entry.index}`
    const data = `${entry.type} ${Buffer.from(entry.data).toString('hex')}`
    const known = this.entries.get(key)
    assert.equal(known?.data ?? data, data, `log matching: entry ${key}`)
    if (known?.previousTerm !== undefined && previousTerm !== undefined) {
      assert.equal(known.previousTerm, previousTerm, `log matching: entry before ${key}`)
    }
    this.entries.set(key, { data, previousTerm: previousTerm ?? known?.previousTerm })
  }

  applied(entry: Entry): void {
    const known = this.committed.get(entry.index)
    if (known === undefined) {
      this.committed.set(entry.index, entry)
    } else {
      assert.deepEqual(entry, known, `state machine safety: entry ${entry.index}`)
    }
    if (entry.type !== 'normal') this.confChanges++
  }

  read(_replica: SimReplica, { context, index }: ReadState): void {
    const floor = this.readFloors.get(context)
    assert.ok(floor !== undefined && index >= floor, `read ${context} at ${index} misses ${floor}`)
    this.reads++
  }

  private start(replica: SimReplica, ranBefore: boolean): void {
    const { id } = replica
    replica.start(
      testConfig(id, {
        ...this.overrides,
        random: this.random.fork(),
        voteAfterStartWait: ranBefore,
      }),
    )
    this.nextTickMs.set(id, this.nowMs + this.random.integer(1, TICK_MS))
  }

  /** Behind a stalled disk, where there is much to lose; so quickly that the others still wait for it. */
  private restart(replica: SimReplica): void {
    if (replica.node === undefined) return
    this.stalledUntilMs.delete(replica.id)
    replica.crash()
    this.start(replica, true)
  }

  private tickDue(): void {
    for (const { id, node } of this.replicas) {
      if (node === undefined || this.nextTickMs.get(id)! > this.nowMs) continue
      this.nextTickMs.set(id, this.nowMs + TICK_MS)
      if (this.asleepUntilMs.has(id)) {
        if (this.asleepUntilMs.get(id)! <= this.nowMs) this.wake(id)
        continue
      }
      node.tick(this.nowMs)
      if (this.overrides.coalescedHeartbeats) node.beginRound(this.nowMs)
    }
  }

  /** The caller's part of coalesced heartbeats, with a message for each, so that they share the others' fate. */
  private takeRound(node: RawNode): void {
    const { id: from, term, roundToTake: context } = node
    if (!this.overrides.coalescedHeartbeats || context === 0) return
    node.takeHeartbeats({
      heartbeat: (to, commit) =>
        this.network.push(message('MsgHeartbeat', { from, to, term, commit, context })),
    })
  }

  /** Returns whether the message was a coalesced heartbeat, or an answer, of the usual kind. */
  private receiveCoalesced(node: RawNode, incoming: Message): boolean {
    const { type, from, term, commit, context } = incoming
    if (!this.overrides.coalescedHeartbeats) return false
    if (type === 'MsgHeartbeatResp') {
      return node.receiveHeartbeatAnswer(from, term, context, this.nowMs)
    }
    if (type !== 'MsgHeartbeat') return false
    if (!node.receiveHeartbeat(from, term, commit, this.nowMs)) return false
    this.network.push(
      message('MsgHeartbeatResp', { from: node.id, to: from, term: node.term, context }),
    )
    return true
  }

  /** Whatever a replica is told about the silence of its leader must harm nobody. */
  private wake(id: ReplicaId): void {
    if (!this.asleepUntilMs.delete(id)) return
    this.replicas[id - 1]!.node?.wakeUp(this.chance(0.5) ? 0 : this.random.integer(1, 20))
  }

  private deliverSome(): void {
    const capacity = this.faulty ? this.random.integer(0, 8) : 40
    for (let count = 0; count < capacity && this.network.length > 0; count++) {
      // Mostly in order; sometimes anything overtakes anything.
      const at = this.faulty && this.chance(0.3) ? this.pick(this.network.length) : 0
      const [next] = this.network.splice(at, 1)
      const isLost =
        this.blocked.has(`${next!.from}>${next!.to}`) || (this.faulty && this.chance(0.05))
      if (this.faulty && this.chance(0.05)) this.network.push(next!)
      this.deliver(next!, isLost)
    }
    // What nobody takes is lost, as in a bounded queue.
    if (this.network.length <= 300) return
    for (const lost of this.network.splice(0, 200)) this.deliver(lost, true)
  }

  private deliver(incoming: Message, isLost: boolean): void {
    const receiver = this.replicas[incoming.to - 1]!.node
    if (!isLost && receiver !== undefined && !this.receiveCoalesced(receiver, incoming)) {
      receiver.step(incoming, this.nowMs)
    }
    if (incoming.type !== 'MsgSnap') return
    const sender = this.replicas[incoming.from - 1]!.node
    sender?.reportSnapshot(incoming.to, !isLost && receiver !== undefined)
  }

  private clientRequest(): void {
    const { leader } = this
    const node = leader?.node
    if (node === undefined) return
    const kind = this.random.float()
    if (kind < 0.6) {
      this.propose()
    } else if (kind < 0.9) {
      const context = this.readFloors.size + 1
      this.readFloors.set(context, this.highestCommit)
      node.readIndex(context, this.nowMs)
    } else if (kind < 0.97 && this.faulty) {
      this.proposeConfChange(leader!)
    } else if (this.faulty) {
      node.transferLeader(replicaId(this.random.integer(1, REPLICAS)))
    }
  }

  private proposeConfChange({ node }: SimReplica): void {
    const { votersOutgoing } = node!.confState
    const isJoint = votersOutgoing.length > 0
    const transition: ConfChangeTransition = isJoint
      ? 'auto'
      : (['auto', 'implicit', 'explicit'] as const)[this.pick(3)]!
    const changes: ConfChangeSingle[] = []
    for (let count = isJoint ? 0 : this.random.integer(1, 3); count > 0; count--) {
      const kind = (['add-voter', 'add-learner', 'remove'] as const)[this.pick(3)]!
      changes.push({ kind, id: replicaId(this.random.integer(1, REPLICAS)) })
    }
    node!.proposeConfChange({ transition, changes, context: NO_BYTES })
  }

  private misfortune(): void {
    const kind = this.random.float()
    const victim = this.replicas[this.pick(REPLICAS)]!
    if (kind < 0.004) victim.crash()
    else if (kind < 0.02 && victim.node === undefined) this.start(victim, true)
    else if (kind < 0.03) this.blocked.add(`${victim.id}>${this.random.integer(1, REPLICAS)}`)
    else if (kind < 0.032) this.isolate(victim)
    else if (kind < 0.036) this.blocked.clear()
    else if (kind < 0.04) victim.node?.campaign(this.nowMs)
    else if (kind < 0.045) {
      victim.node?.reportUnreachable(replicaId(this.random.integer(1, REPLICAS)))
    } else if (kind < 0.05 && victim.node !== undefined) {
      victim.node.fallAsleep()
      this.asleepUntilMs.set(victim.id, this.nowMs + this.random.integer(1, 300))
    } else if (kind < 0.06) {
      this.stalledUntilMs.set(victim.id, this.nowMs + this.random.integer(1, 300))
    }
  }

  private isolate(victim: SimReplica): void {
    for (const { id } of this.replicas) {
      this.blocked.add(`${victim.id}>${id}`)
      this.blocked.add(`${id}>${victim.id}`)
    }
  }

  private checkInvariants(): void {
    for (const { id, node } of this.replicas) {
      if (node === undefined) continue
      this.highestCommit = Math.max(this.highestCommit, node.commit)
      if (!node.isLeader) continue
      const known = this.leaders.get(node.term)
      if (known === undefined) this.elected(this.replicas[id - 1]!, node)
      else {
        const both = `${known.id} and ${id}`
        assert(known === node, `election safety: ${both} were elected in term ${node.term}`)
      }
    }
    for (const { id, node } of this.replicas) {
      if (node?.hasLease(this.nowMs) !== true) continue
      this.leases++
      assert.ok(
        node.term >= this.highestLeaderTerm,
        `lease of ${id} in term ${node.term} though term ${this.highestLeaderTerm} has a leader`,
      )
    }
  }

  private elected({ id, storage }: SimReplica, node: RawNode): void {
    const { term } = node
    this.leaders.set(term, node)
    this.elections++
    this.highestLeaderTerm = Math.max(this.highestLeaderTerm, term)
    if (term < this.highestLeaderTerm) return
    for (const [index, entry] of this.committed) {
      if (index < storage.firstIndex()) continue
      assert.equal(
        storage.term(index),
        entry.term,
        `leader completeness: ${id} in term ${term} lacks entry ${index}`,
      )
    }
  }

  private send(messages: readonly Message[]): void {
    this.network.push(...messages)
  }

  private chance(probability: number): boolean {
    return this.random.float() < probability
  }

  private pick(count: number): number {
    return this.random.integer(0, count - 1)
  }
}
