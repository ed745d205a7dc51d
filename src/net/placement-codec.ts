/** What nodes and the placement service tell each other, on the wire. Field for field the types of transport.ts. */
import { keyspaceId, nodeId, shardId } from '../base/ids.ts'
import type { KeyspaceUse } from '../shard/usage.ts'
import type { wire } from './protobuf.ts'
import type {
  ClusterReports,
  HeartbeatAnswer,
  MapUpdate,
  NodeHeartbeat,
  PlacementAnswer,
} from './transport.ts'

export function encodeHeartbeat(
  clusterId: string,
  heartbeat: NodeHeartbeat,
): wire.HeartbeatRequest.$Properties {
  const { clockOffsetMs, labels, shards, ...plain } = heartbeat
  return {
    ...plain,
    clusterId,
    labels: { ...labels },
    shards: shards.map(encodeShard),
    clockOffsetMs: clockOffsetMs ?? 0,
    clockKnown: clockOffsetMs !== undefined,
  }
}

export function decodeHeartbeat(request: wire.HeartbeatRequest): NodeHeartbeat {
  return {
    node: nodeId(request.node),
    identity: request.identity,
    address: request.address,
    httpAddress: request.httpAddress,
    labels: { ...request.labels },
    capacity: request.capacity,
    version: request.version,
    bootId: request.bootId,
    diskFreeBytes: request.diskFreeBytes,
    diskTotalBytes: request.diskTotalBytes,
    memoryBytes: request.memoryBytes,
    uptimeSeconds: request.uptimeSeconds,
    shards: request.shards.map((report) => ({
      shard: shardId(report.shard ?? 0),
      leading: report.leading ?? false,
      term: report.term ?? 0,
      appliedIndex: report.appliedIndex ?? 0,
      approximateBytes: report.approximateBytes ?? 0,
      configEpoch: report.configEpoch ?? 0,
      rangeEpoch: report.rangeEpoch ?? 0,
      usage: (report.usage ?? []).map(decodeUse),
    })),
    full: request.full,
    clockOffsetMs: request.clockKnown ? request.clockOffsetMs : undefined,
  }
}

export function decodeHeartbeatAnswer(response: wire.HeartbeatResponse): HeartbeatAnswer {
  return {
    notLeader: response.notLeader,
    leader: nodeId(response.leader),
    wantFull: response.wantFull,
    certain: response.certain,
    identity: response.identity,
    wallMicros: response.wallMicros,
    skewedNodes: response.skewedNodes.map(nodeId),
    mapVersion: response.mapVersion,
  }
}

export function encodeHeartbeatAnswer(answer: HeartbeatAnswer): wire.HeartbeatResponse.$Properties {
  return { ...answer, skewedNodes: [...answer.skewedNodes] }
}

export function decodePlacementAnswer(response: wire.PlacementResponse): PlacementAnswer {
  return {
    reply: response.reply,
    notLeader: response.notLeader,
    leader: nodeId(response.leader),
  }
}

export function encodeMapUpdate(update: MapUpdate): wire.MapUpdate.$Properties {
  return { version: update.version, delta: update.delta, leaders: [...update.leaders] }
}

export function decodeMapUpdate(update: wire.MapUpdate): MapUpdate {
  return {
    version: update.version,
    delta: update.delta,
    leaders: update.leaders.map((hint) => ({
      shard: shardId(hint.shard ?? 0),
      leader: nodeId(hint.leader ?? 0),
      term: hint.term ?? 0,
    })),
  }
}

export function encodePlacementAnswer(answer: PlacementAnswer): wire.PlacementResponse.$Properties {
  return { reply: answer.reply, notLeader: answer.notLeader, leader: answer.leader }
}

export function encodeReports(reports: ClusterReports): wire.ReportsResponse.$Properties {
  return { ...reports, nodes: [...reports.nodes], shards: reports.shards.map(encodeShard) }
}

export function decodeReports(response: wire.ReportsResponse): ClusterReports {
  return {
    notLeader: response.notLeader,
    leader: nodeId(response.leader),
    nodes: response.nodes.map((report) => ({
      node: nodeId(report.node ?? 0),
      diskFreeBytes: report.diskFreeBytes ?? 0,
      diskTotalBytes: report.diskTotalBytes ?? 0,
      memoryBytes: report.memoryBytes ?? 0,
      uptimeSeconds: report.uptimeSeconds ?? 0,
    })),
    shards: response.shards.map((size) => ({
      shard: shardId(size.shard ?? 0),
      approximateBytes: size.approximateBytes ?? 0,
      usage: (size.usage ?? []).map(decodeUse),
    })),
  }
}

function encodeShard<Shard extends { readonly usage: readonly KeyspaceUse[] }>(
  shard: Shard,
): Shard & { usage: KeyspaceUse[] } {
  return { ...shard, usage: [...shard.usage] }
}

function decodeUse(use: wire.KeyspaceUse.$Properties): KeyspaceUse {
  return {
    keyspace: keyspaceId(use.keyspace ?? 0),
    keys: use.keys ?? 0,
    bytes: use.bytes ?? 0,
    historyBytes: use.historyBytes ?? 0,
  }
}
