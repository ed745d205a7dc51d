/**
 * Who may talk to whom between nodes. Every stream begins with the cluster's id, the caller, and who is meant: two clusters
 * that share an address by mistake must not exchange a single message, and a node that took over another one's address
 * must not answer in its name.
 */
import { status } from '@grpc/grpc-js'
import type { NodeId } from '../base/ids.ts'
import type { NetLog } from './net-log.ts'

export interface Identity {
  readonly clusterId: string
  readonly node: NodeId
}

export interface Introduction {
  readonly clusterId: string
  /** 0 = not said: anyone is meant. */
  readonly to: number
}

/** What is wrong with a caller, as the status to refuse the call with; undefined if nothing is. */
export function refuseStranger(
  own: Identity,
  caller: Introduction,
  peer: string,
  log: NetLog,
): { readonly code: status; readonly details: string } | undefined {
  if (caller.clusterId !== own.clusterId) {
    log({ kind: 'foreign-cluster', peer, clusterId: caller.clusterId })
    return {
      code: status.FAILED_PRECONDITION,
      details: `this node belongs to cluster ${own.clusterId}, not to ${caller.clusterId.slice(0, 64)}`,
    }
  }
  if (caller.to !== 0 && caller.to !== own.node) {
    return {
      code: status.FAILED_PRECONDITION,
      details: `this is node ${own.node}, not node ${caller.to}`,
    }
  }
  return undefined
}
