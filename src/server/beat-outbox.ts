/** Beats that are being filled, one for each peer; `flush` sends them. Nothing here waits for longer than a turn. */
import type { NodeId, ReplicaId, ShardId } from '../base/ids.ts'
import type { HeartbeatColumns, Transport } from '../net/transport.ts'

class Columns implements HeartbeatColumns {
  readonly shards: ShardId[] = []
  readonly from: ReplicaId[] = []
  readonly to: ReplicaId[] = []
  readonly terms: number[] = []
  readonly commits: number[] = []
  readonly rounds: number[] = []
  readonly asleep: boolean[] = []
  readonly closed: number[] = []
  readonly closedIndexes: number[] = []

  add(
    shard: ShardId,
    from: ReplicaId,
    to: ReplicaId,
    term: number,
    commit: number,
    round: number,
    asleep: boolean,
  ): void {
    this.shards.push(shard)
    this.from.push(from)
    this.to.push(to)
    this.terms.push(term)
    this.commits.push(commit)
    this.rounds.push(round)
    this.asleep.push(asleep)
  }

  /** Of the element added last. */
  addClosed(at: number, index: number): void {
    this.closed.push(at)
    this.closedIndexes.push(index)
  }
}

interface OpenBeat {
  readonly bootId: string
  readonly heartbeats: Columns
  readonly answers: Columns
}

export class BeatOutbox {
  private readonly transport: Pick<Transport, 'sendBeat'>
  private readonly bootId: string
  private readonly open = new Map<NodeId, OpenBeat>()

  constructor(transport: Pick<Transport, 'sendBeat'>, bootId: string) {
    this.transport = transport
    this.bootId = bootId
  }

  /** The beat for this peer: it will leave at the next flush, even if nothing is put in. */
  to(peer: NodeId): OpenBeat {
    let beat = this.open.get(peer)
    if (beat === undefined) {
      beat = { bootId: this.bootId, heartbeats: new Columns(), answers: new Columns() }
      this.open.set(peer, beat)
    }
    return beat
  }

  flush(): void {
    if (this.open.size === 0) return
    for (const [peer, beat] of this.open) this.transport.sendBeat(peer, beat)
    this.open.clear()
  }
}
