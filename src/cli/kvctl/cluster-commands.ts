/** The commands about the cluster: status, node list, shard list and split. */
import type { Command } from 'commander'
import type { wire } from '../../net/protobuf.ts'
import type { Output } from './output.ts'
import type { RunCommand } from './session.ts'
import { addSplitCommand } from './split-command.ts'
import { formatBytes, formatSeconds } from './values.ts'

type Status = wire.StatusResponse.$Properties
type Node = wire.NodeInfo.$Properties
type Shard = wire.ShardInfo.$Properties

export function addClusterCommands(program: Command, run: RunCommand): void {
  program
    .command('status')
    .description('is the cluster well?')
    .action((_flags: object, self: Command) =>
      run(self, async (session) => {
        const status = await session.admin().status()
        const nodes = await session.admin().listNodes()
        printStatus(session.output, status, nodes)
      }),
    )
  const node = program.command('node').description('nodes of the cluster')
  node
    .command('list')
    .description('list the nodes')
    .action((_flags: object, self: Command) =>
      run(self, async (session) => printNodes(session.output, await session.admin().listNodes())),
    )
  const shard = program.command('shard').description('shards of the ring')
  shard
    .command('list')
    .description('list the shards with their leaders and replicas')
    .action((_flags: object, self: Command) =>
      run(self, async (session) => printShards(session.output, await session.admin().listShards())),
    )
  addSplitCommand(shard, run)
}

// ---- status ------------------------------------------------------------------------------------------------------

/** What is wrong, as phrases; empty = the cluster is well. */
export function problemsOf(status: Status): string[] {
  const problems: string[] = []
  const nodesDown = (status.nodes ?? 0) - (status.nodesUp ?? 0)
  const leaderless = (status.shards ?? 0) - (status.shardsWithLeader ?? 0)
  const under = status.underReplicated ?? 0
  if (nodesDown > 0) problems.push(`${nodesDown} ${nodesDown === 1 ? 'node is' : 'nodes are'} down`)
  if (leaderless > 0) {
    problems.push(`${leaderless} ${leaderless === 1 ? 'shard has' : 'shards have'} no leader`)
  }
  if (under > 0) {
    problems.push(`${under} ${under === 1 ? 'shard has' : 'shards have'} too few replicas alive`)
  }
  if ((status.placementLeader ?? 0) === 0) problems.push('the placement service has no leader')
  return problems
}

function printStatus(output: Output, status: Status, nodes: readonly Node[]): void {
  if (output.structured) {
    output.data({ ...statusData(status), nodes: nodes.map(nodeData) })
    return
  }
  if (output.format === 'name') {
    output.line(status.clusterId ?? '')
    return
  }
  const problems = problemsOf(status)
  const health =
    problems.length === 0
      ? output.paint('green', 'healthy')
      : output.paint('yellow', problems.join(', '))
  const rows: [string, string][] = [
    ['cluster', `${status.clusterId ?? ''}  ${health}`],
    ['nodes', `${status.nodesUp ?? 0} of ${status.nodes ?? 0} up`],
    [
      'shards',
      `${status.shardsWithLeader ?? 0} of ${status.shards ?? 0} with a leader, ${status.underReplicated ?? 0} under-replicated (${status.replicasWanted ?? 0} replicas each)`,
    ],
    ['placement', `led by node ${status.placementLeader || 'unknown'}`],
    [
      'stale reads',
      `trail by at most ${status.closedLagMs ?? 0} ms here, where shards are written`,
    ],
    ['answered by', `node ${status.nodeId ?? 0}, version ${status.version ?? ''}`],
  ]
  for (const [name, text] of rows) output.line(`${output.paint('dim', name.padEnd(11))} ${text}`)
  printNodes(output, nodes)
}

function statusData(status: Status): object {
  return {
    cluster: status.clusterId,
    healthy: problemsOf(status).length === 0,
    problems: problemsOf(status),
    nodesUp: status.nodesUp,
    nodesTotal: status.nodes,
    shards: status.shards,
    shardsWithLeader: status.shardsWithLeader,
    underReplicated: status.underReplicated,
    replicasWanted: status.replicasWanted,
    placementLeader: status.placementLeader,
    answeredBy: status.nodeId,
    version: status.version,
    clock: status.clock,
    closedLagMs: status.closedLagMs,
  }
}

// ---- nodes -------------------------------------------------------------------------------------------------------

function printNodes(output: Output, nodes: readonly Node[]): void {
  output.list({
    rows: [...nodes].sort((left, right) => (left.id ?? 0) - (right.id ?? 0)),
    columns: [
      { title: 'node', text: (node) => String(node.id), right: true },
      { title: 'address', text: (node) => node.address ?? '' },
      { title: 'state', text: (node) => node.state ?? '' },
      { title: 'leaders', text: (node) => String(node.leaders ?? 0), right: true },
      { title: 'replicas', text: (node) => String(node.replicas ?? 0), right: true },
      { title: 'memory', text: (node) => formatBytes(node.memoryBytes ?? 0), right: true },
      { title: 'disk free', text: (node) => formatBytes(node.diskFreeBytes ?? 0), right: true },
      { title: 'up for', text: (node) => formatSeconds(node.uptimeSeconds ?? 0), right: true },
      { title: 'version', text: (node) => node.version ?? '', wide: true },
      { title: 'labels', text: (node) => labelsText(node.labels), wide: true },
    ],
    data: nodeData,
    name: (node) => String(node.id),
    empty: 'no nodes',
  })
}

function labelsText(labels: Node['labels']): string {
  return Object.entries(labels ?? {})
    .map(([name, value]) => `${name}=${value}`)
    .join(',')
}

function nodeData(node: Node): object {
  return {
    id: node.id,
    address: node.address,
    state: node.state,
    version: node.version,
    labels: { ...node.labels },
    leaders: node.leaders,
    replicas: node.replicas,
    memoryBytes: node.memoryBytes,
    diskFreeBytes: node.diskFreeBytes,
    diskTotalBytes: node.diskTotalBytes,
    uptimeSeconds: node.uptimeSeconds,
  }
}

// ---- shards ------------------------------------------------------------------------------------------------------

function printShards(output: Output, shards: readonly Shard[]): void {
  output.list({
    rows: [...shards].sort((left, right) => (left.start ?? 0) - (right.start ?? 0)),
    columns: [
      { title: 'shard', text: (shard) => String(shard.shard), right: true },
      { title: 'tokens', text: (shard) => `${token(shard.start)}–${token((shard.end ?? 1) - 1)}` },
      { title: 'leader', text: (shard) => String(shard.leader || 'none'), right: true },
      { title: 'nodes', text: nodesText },
      { title: 'applied', text: (shard) => String(shard.appliedIndex ?? 0), right: true },
      { title: 'size', text: (shard) => formatBytes(shard.approximateBytes ?? 0), right: true },
      { title: 'epoch', text: epochText, right: true, wide: true },
    ],
    data: shardData,
    name: (shard) => String(shard.shard),
    empty: 'no shards',
  })
}

function token(value: number | null | undefined): string {
  return (value ?? 0).toString(16).padStart(8, '0')
}

/** The nodes of the replicas; learners in brackets. */
function nodesText(shard: Shard): string {
  return (shard.replicas ?? [])
    .map(({ node, learner }) => (learner === true ? `(${node ?? 0})` : String(node)))
    .join(' ')
}

function epochText(shard: Shard): string {
  return `${shard.configEpoch ?? 0}/${shard.rangeEpoch ?? 0}`
}

function shardData(shard: Shard): object {
  return {
    shard: shard.shard,
    start: shard.start,
    end: shard.end,
    leader: shard.leader,
    configEpoch: shard.configEpoch,
    rangeEpoch: shard.rangeEpoch,
    replicas: (shard.replicas ?? []).map(({ replica, node, learner }) => ({
      replica,
      node,
      learner,
    })),
    appliedIndex: shard.appliedIndex,
    approximateBytes: shard.approximateBytes,
  }
}
