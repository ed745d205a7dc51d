/** The Admin service: what operators ask of any node. Answers come from this node's copy of the cluster state. */
import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js'
import { asRingKvError, encodeError, statusOfError } from '../net/error-codec.ts'
import type { wire } from '../net/protobuf.ts'
import { ADMIN_SERVICE, type Handlers } from '../net/services.ts'
import { listHolds, releaseHold, renewHold, takeHold } from './hold-admin.ts'
import {
  alterKeyspace,
  createKeyspace,
  dropKeyspace,
  listKeyspaces,
  showKeyspace,
} from './keyspace-admin.ts'
import type { Node } from './node.ts'
import { VERSION } from './node.ts'
import { splitShard } from './split-admin.ts'

type Unary<In, Out> = (call: ServerUnaryCall<In, Out>, callback: sendUnaryData<Out>) => void

/** The implementation to add to a server together with `ADMIN_SERVICE`. */
export function adminService(node: Node): Handlers<typeof ADMIN_SERVICE> {
  return {
    Status: unary(() => clusterStatus(node)),
    ListNodes: unary(async () => ({ nodes: await listNodes(node) })),
    ListShards: unary(async () => ({ shards: await listShards(node) })),
    SplitShard: unary((request: wire.SplitShardRequest) => splitShard(node, request)),
    ListKeyspaces: unary(async () => ({ keyspaces: await listKeyspaces(node) })),
    CreateKeyspace: unary((request: wire.CreateKeyspaceRequest) => createKeyspace(node, request)),
    AlterKeyspace: unary((request: wire.AlterKeyspaceRequest) => alterKeyspace(node, request)),
    ShowKeyspace: unary((request: wire.ShowKeyspaceRequest) => showKeyspace(node, request)),
    DropKeyspace: unary((request: wire.DropKeyspaceRequest) => dropKeyspace(node, request)),
    TakeHold: unary((request: wire.TakeHoldRequest) => takeHold(node, request)),
    RenewHold: unary((request: wire.RenewHoldRequest) => renewHold(node, request)),
    ReleaseHold: unary((request: wire.ReleaseHoldRequest) => releaseHold(node, request)),
    ListHolds: unary(() => ({ holds: listHolds(node) })),
  }
}

function unary<In, Out>(answer: (request: In) => Out | Promise<Out>): Unary<In, Out> {
  return (call, callback) => {
    Promise.resolve()
      .then(() => answer(call.request))
      .then(
        (response) => callback(null, response),
        (error: unknown) => {
          const known = encodeError(asRingKvError(error))
          callback({ ...statusOfError(known), name: 'RingKvError', message: known.message ?? '' })
        },
      )
  }
}

function clusterStatus(node: Node): wire.StatusResponse.$Properties {
  const { view } = node.cluster
  const nodes = view.nodes()
  let led = 0
  let underReplicated = 0
  const isUp = new Set(nodes.filter(({ state }) => state === 'up').map(({ id }) => id))
  for (const slot of view.shards.overlapping({ start: 0, end: 2 ** 32 })) {
    const { shard, replicas } = view.shards.descriptorAt(slot)
    if (node.router.leaderOf(shard) !== undefined) led++
    if (replicas.some((replica) => !isUp.has(replica.node))) underReplicated++
  }
  return {
    clusterId: node.clusterId,
    nodeId: node.self,
    version: VERSION,
    nodes: nodes.length,
    nodesUp: isUp.size,
    shards: view.shards.size,
    shardsWithLeader: led,
    replicasWanted: node.replicasWanted,
    underReplicated,
    placementLeader: node.placementLeader ?? 0,
    clock: node.clock.peek(),
    closedLagMs: node.closedLagMs(),
  }
}

async function listNodes(node: Node): Promise<wire.NodeInfo.$Properties[]> {
  const reports = await node.clusterReports()
  const reported = new Map(reports.nodes.map((report) => [report.node, report]))
  const { view } = node.cluster
  const replicas = new Map<number, number>()
  const leaders = new Map<number, number>()
  const count = (map: Map<number, number>, id: number) => map.set(id, (map.get(id) ?? 0) + 1)
  for (const slot of view.shards.overlapping({ start: 0, end: 2 ** 32 })) {
    const descriptor = view.shards.descriptorAt(slot)
    for (const place of descriptor.replicas) count(replicas, place.node)
    const leader = node.router.leaderOf(descriptor.shard)
    if (leader !== undefined) count(leaders, leader)
  }
  return view.nodes().map(({ id, addresses, labels, state, version }) => {
    const report = reported.get(id)
    return {
      id,
      address: addresses.rpc,
      labels,
      state,
      version,
      replicas: replicas.get(id) ?? 0,
      leaders: leaders.get(id) ?? 0,
      diskFreeBytes: report?.diskFreeBytes ?? 0,
      diskTotalBytes: report?.diskTotalBytes ?? 0,
      memoryBytes: report?.memoryBytes ?? 0,
      uptimeSeconds: report?.uptimeSeconds ?? 0,
    }
  })
}

async function listShards(node: Node): Promise<wire.ShardInfo.$Properties[]> {
  const reports = await node.clusterReports()
  const sizes = new Map(reports.shards.map((size) => [size.shard, size.approximateBytes]))
  const { shards } = node.cluster.view
  return shards.overlapping({ start: 0, end: 2 ** 32 }).map((slot) => {
    const { shard, range, epoch, replicas } = shards.descriptorAt(slot)
    return {
      shard,
      start: range.start,
      end: range.end,
      leader: node.router.leaderOf(shard) ?? 0,
      configEpoch: epoch.config,
      rangeEpoch: epoch.range,
      replicas: replicas.map((place) => ({
        replica: place.replica,
        node: place.node,
        learner: place.role === 'learner',
      })),
      appliedIndex: node.appliedIndexOf(shard) ?? 0,
      approximateBytes: sizes.get(shard) ?? 0,
    }
  })
}
