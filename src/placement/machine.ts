/**
 * The placement group's replicated state machine (shard 0): registry, keyspaces, settings, shard map, operators. Every
 * replica applies the same commands at the same indexes and reaches the same state, the same replies and, byte for
 * byte, the same snapshot. A command that is refused changes nothing.
 *
 * `version` is the index of the last entry that changed something gateways know; each entry's `changes` is pushed to
 * them, and `deltaSince` serves those that missed some.
 */
import { assert, unreachable } from '../base/assert.ts'
import type { KeyspaceId } from '../base/ids.ts'
import { bootstrap, createInitialShards, setSettings } from './apply-cluster.ts'
import { releaseHold, renewHold, takeHold } from './apply-holds.ts'
import { alterKeyspace, createKeyspace, dropKeyspace, judgeQuota } from './apply-keyspaces.ts'
import { registerNode, setNodeState } from './apply-nodes.ts'
import { addOperator, advance, cancel, updateDescriptors } from './apply-shards.ts'
import { ChangeLog } from './change-log.ts'
import { commandProblem } from './command-check.ts'
import type { PlacementCommand, PlacementReply } from './command.ts'
import { parseRecord, requireVersion } from './command.ts'
import type { Operator } from './operator.ts'
import type { ClusterRecord, EntityChanges, Outcome, PlacementState } from './state.ts'
import { refuse } from './state.ts'
import { ClusterView } from './view.ts'
import type { MapDelta } from './view.ts'

const SNAPSHOT_VERSION = 1

/** A snapshot as JSON: every list in a fixed order. */
interface SnapshotRecord {
  readonly version: number
  readonly appliedIndex: number
  readonly cluster: ClusterRecord | undefined
  readonly next: PlacementState['next']
  readonly operators: readonly Operator[]
  readonly view: MapDelta
}

export class PlacementMachine {
  private readonly state: PlacementState
  private index: number
  private readonly log: ChangeLog

  /** An empty machine. (Others come from `fromSnapshot`.) */
  constructor(snapshot?: SnapshotRecord) {
    const view = new ClusterView()
    if (snapshot !== undefined) view.apply(snapshot.view)
    this.state = {
      view,
      cluster: snapshot?.cluster,
      next: { node: 1, keyspace: 1, shard: 1, operator: 1, hold: 1, ...snapshot?.next },
      operators: new Map(snapshot?.operators.map((operator) => [operator.id, operator])),
    }
    this.index = snapshot?.appliedIndex ?? 0
    this.log = new ChangeLog(view.version)
  }

  /** Index of the last applied entry. */
  get appliedIndex(): number {
    return this.index
  }

  /** Index of the last entry that changed the view. */
  get version(): number {
    return this.state.view.version
  }

  /** Undefined before bootstrap. */
  get cluster(): ClusterRecord | undefined {
    return this.state.cluster
  }

  /** The machine's own view: read it, never change it. */
  get view(): ClusterView {
    return this.state.view
  }

  /** Running ones and the last few hundred that have ended, in order of id. */
  operators(): readonly Operator[] {
    return [...this.state.operators.values()]
  }

  operator(id: number): Operator | undefined {
    return this.state.operators.get(id)
  }

  /**
   * Applies the entry at `index`, which must be above all before it. `changes` is what gateways must learn: an empty
   * delta (`since` = `version`) if nothing.
   */
  apply(index: number, command: PlacementCommand): { reply: PlacementReply; changes: MapDelta } {
    assert(index > this.index, () => `entry ${index} comes after entry ${this.index}`)
    this.index = index
    const { reply, changes } = this.evaluate(command)
    const delta = deltaOf(this.version, changes === undefined ? this.version : index, changes ?? {})
    if (changes !== undefined) {
      this.log.record(index, changes)
      assert(this.state.view.apply(delta), () => `the delta of entry ${index} does not follow`)
    }
    return { reply, changes: delta }
  }

  /** What changed after `version`; everything, if that is too long ago to know. */
  deltaSince(version: number): MapDelta {
    const { view } = this.state
    if (version >= view.version) return deltaOf(view.version, view.version, {})
    const names = version === 0 ? undefined : this.log.since(version)
    if (names === undefined) return view.toDelta()
    const keyspaces = [...names.keyspaces].sort((a, b) => a - b)
    const isRemembered = (id: KeyspaceId): boolean =>
      view.keyspace(id) !== undefined || view.dropped(id) !== undefined
    if (!keyspaces.every(isRemembered)) return view.toDelta()
    const isDefined = <T>(value: T | undefined): value is T => value !== undefined
    return deltaOf(version, view.version, {
      descriptors: [...names.shards].map((shard) => view.shards.byShard(shard)).filter(isDefined),
      nodes: [...names.nodes].map((node) => view.node(node)).filter(isDefined),
      keyspaces: keyspaces.map((id) => view.keyspace(id)).filter(isDefined),
      droppedKeyspaces: keyspaces.map((id) => view.dropped(id)).filter(isDefined),
      ...(names.hasSettings ? { settings: view.settings } : {}),
      ...(names.hasHolds ? { holds: view.holds } : {}),
    })
  }

  /** The whole state as JSON in UTF-8; equal states give equal bytes. */
  toSnapshot(): Buffer {
    const record: SnapshotRecord = {
      version: SNAPSHOT_VERSION,
      appliedIndex: this.index,
      cluster: this.state.cluster,
      next: this.state.next,
      operators: this.operators(),
      view: this.state.view.toDelta(),
    }
    return Buffer.from(JSON.stringify(record), 'utf8')
  }

  /**
   * The machine that wrote `bytes`.
   * @throws FatalError `format-unsupported` on a snapshot of a newer format
   * @throws MalformedBytes on bytes that no `toSnapshot` wrote
   */
  static fromSnapshot(bytes: Uint8Array): PlacementMachine {
    const parsed = parseRecord(bytes, 'placement snapshot')
    requireVersion('placement snapshot', parsed['version'], SNAPSHOT_VERSION)
    return new PlacementMachine(parsed as unknown as SnapshotRecord)
  }

  private evaluate(command: PlacementCommand): Outcome {
    const problem = commandProblem(command)
    if (problem !== undefined) return refuse('INVALID_ARGUMENT', problem)
    const { state } = this
    if (command.kind === 'bootstrap') return bootstrap(state, command)
    if (state.cluster === undefined) {
      return refuse('NOT_FOUND', 'the cluster has not been bootstrapped yet')
    }
    switch (command.kind) {
      case 'register-node':
        return registerNode(state, command)
      case 'set-node-state':
        return setNodeState(state, command)
      case 'create-initial-shards':
        return createInitialShards(state, state.cluster)
      case 'create-keyspace':
        return createKeyspace(state, command)
      case 'alter-keyspace':
        return alterKeyspace(state, command)
      case 'drop-keyspace':
        return dropKeyspace(state, command)
      case 'take-hold':
        return takeHold(state, command)
      case 'renew-hold':
        return renewHold(state, command)
      case 'release-hold':
        return releaseHold(state, command)
      case 'judge-quota':
        return judgeQuota(state, command)
      case 'set-settings':
        return setSettings(state, command)
      case 'operator-add':
        return addOperator(state, command)
      case 'operator-advance':
        return advance(state, command)
      case 'operator-cancel':
        return cancel(state, command)
      case 'update-descriptor':
        return updateDescriptors(state, command)
      default:
        return unreachable(command)
    }
  }
}

/** Lists in order of id, so that deltas are the same wherever they are made. */
function deltaOf(since: number, version: number, changes: EntityChanges): MapDelta {
  return {
    since,
    version,
    full: false,
    descriptors: [...(changes.descriptors ?? [])].sort((a, b) => a.shard - b.shard),
    nodes: [...(changes.nodes ?? [])].sort((a, b) => a.id - b.id),
    keyspaces: changes.keyspaces ?? [],
    droppedKeyspaces: changes.droppedKeyspaces ?? [],
    settings: changes.settings,
    holds: changes.holds,
  }
}
