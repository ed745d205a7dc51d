/**
 * What the placement machine holds, and the shape in which the parts that apply commands hand back what they did. They read
 * the view but never change it: their changes come back as values, become the entry's delta, and reach the view and
 * every gateway by the same code. Counters, operators and the cluster record are changed in place, last of all, after
 * every check has passed.
 */
import type { ErrorCode } from '../base/errors.ts'
import type { NodeId, Timestamp } from '../base/ids.ts'
import type { PlacementRefusal, PlacementReply } from './command.ts'
import type { Operator } from './operator.ts'
import type { ClusterView, MapDelta } from './view.ts'

/** What the bootstrap command fixed. */
export interface ClusterRecord {
  readonly id: string
  /** Replicas that each shard should have. */
  readonly replicas: number
  readonly initialShards: number
  readonly members: readonly NodeId[]
  readonly createdAt: Timestamp
}

export interface PlacementState {
  readonly view: ClusterView
  cluster: ClusterRecord | undefined
  /** The next ids to allot; none is ever allotted twice. */
  readonly next: {
    node: number
    keyspace: number
    shard: number
    operator: number
    hold: number
  }
  /** By id, in the order in which they were made. */
  readonly operators: Map<number, Operator>
}

/** Present state of the entities that a command changed. */
export type EntityChanges = Partial<
  Pick<MapDelta, 'descriptors' | 'nodes' | 'keyspaces' | 'droppedKeyspaces' | 'settings' | 'holds'>
>

export interface Outcome {
  readonly reply: PlacementReply
  /** Undefined when no entity changed. */
  readonly changes?: EntityChanges
}

export const DONE: Outcome = { reply: { kind: 'done' } }

export function refuse(error: ErrorCode, message: string): { readonly reply: PlacementRefusal } {
  return { reply: { kind: 'error', error, message } }
}
