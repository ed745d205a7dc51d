/** Ways in which a node must not start: each ends at once with its own exit code and one line that says why. */
import assert from 'node:assert/strict'
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AdminClient } from '../../src/client/admin.ts'
import { FATAL_EXIT_CODES, type FatalKind } from '../../src/base/errors.ts'
import type { Child } from './harness/child.ts'
import { useCluster } from './harness/cluster.ts'
import { eventually } from './harness/eventually.ts'
import { freePorts } from './harness/ports.ts'

describe('bad starts', () => {
  const cluster = useCluster()

  /** That it ends for this reason, says so in one line, and that the cluster does not notice. */
  async function refuses(child: Child, kind: FatalKind, reason: RegExp): Promise<void> {
    const { code } = await child.exit()
    assert.equal(code, FATAL_EXIT_CODES[kind], child.stderr)
    assert.match(child.stderr, /^kvd: [^\n]*\n$/, 'not one line')
    assert.match(child.stderr, reason)
    const kv = await cluster.current.connect()
    await kv.put('unharmed', kind)
    assert.equal((await kv.get('unharmed'))?.value, kind)
    for (const node of cluster.current.nodes) assert(node.running)
  }

  it('on a data directory that another process uses', async () => {
    const { pid } = cluster.current.node(1).process!
    const child = cluster.current.node(1).spawn()
    await refuses(child, 'data-directory-locked', new RegExp(`in use .*${pid}`))
  })

  it("on another cluster's data directory", async () => {
    const child = cluster.current.node(1).spawn(['--cluster-id', 'another'])
    await refuses(child, 'data-directory-foreign', /belongs to node 1 of cluster e2e-/)
  })

  it("on another node's data directory", async () => {
    const child = cluster.current.node(1).spawn(['--node-id', '2'])
    await refuses(child, 'data-directory-foreign', /belongs to node 1/)
  })

  it('on a port that is in use', async () => {
    const data = join(cluster.current.directory, 'port-in-use')
    const child = cluster.current.node(1).spawn(['--data', data])
    await refuses(child, 'address-in-use', /cannot listen on 127\.0\.0\.1:\d+/)
  })

  it('on an HTTP port that is in use', async () => {
    const data = join(cluster.current.directory, 'http-port-in-use')
    const [port] = await freePorts(1)
    const child = cluster.current
      .node(1)
      .spawn([
        ...['--data', data],
        ...['--listen', `127.0.0.1:${port}`],
        ...['--http', cluster.current.node(2).listen],
      ])
    await refuses(child, 'address-in-use', /cannot serve HTTP/)
  })

  it('on a data directory that cannot be one', async () => {
    const file = join(cluster.current.directory, 'file')
    writeFileSync(file, 'not a directory')
    const child = cluster.current.node(1).spawn(['--data', join(file, 'data')])
    await refuses(child, 'data-directory-unusable', /cannot be used.*not a directory/i)
  })

  it('on a data directory that has lost its log', async () => {
    const node = cluster.current.node(3)
    await node.kill()
    const [log, kept] = [join(node.data, 'raft'), join(node.data, 'kept')]
    renameSync(log, kept)
    const child = node.spawn()
    const { code } = await child.exit()
    renameSync(kept, log)
    assert.equal(code, FATAL_EXIT_CODES['data-directory-unusable'])
    assert.match(child.stderr, /^kvd: [^\n]*raft is missing[^\n]*\n$/)
  })

  const wrongSettings: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['a setting out of range', ['--replicas', '9'], /replicas/],
    ['an address that is none', ['--listen', 'here'], /listen: expected HOST:PORT/],
    ['a port beyond the last', ['--listen', '127.0.0.1:70000'], /listen/],
    ['settings that do not fit together', ['--raft-election', '100ms'], /raft-election/],
    ['a node id that is no member', ['--node-id', '77'], /77 is not among/],
    ['plaintext for strangers', ['--listen', '0.0.0.0:7000'], /loopback/],
    ['a file that is not there', ['--config', '/nowhere/ringkv.yaml'], /cannot read/],
    ['a flag that does not exist', ['--colour', 'red'], /--colour/],
  ]
  for (const [what, flags, reason] of wrongSettings) {
    it(`with ${what}`, async () => {
      const child = cluster.current.node(1).spawn(flags)
      await refuses(child, 'bad-configuration', reason)
    })
  }

  it('with a file that is wrong, naming file and line', async () => {
    const directory = join(cluster.current.directory, 'config')
    mkdirSync(directory)
    const file = join(directory, 'ringkv.yaml')
    writeFileSync(file, 'raftTick: 50ms\nraftHeartbeat: [\n')
    const broken = cluster.current.node(1).spawn(['--config', file])
    await refuses(broken, 'bad-configuration', /ringkv\.yaml:\d/)
    writeFileSync(file, 'raftTock: 50ms\n')
    const unknown = cluster.current.node(1).spawn(['--config', file])
    await refuses(unknown, 'bad-configuration', /raftTock/)
  })

  it("keeps another cluster's node out, even at a member's address", async () => {
    const { current } = cluster
    const away = current.node(3)
    const kv = await current.connect()
    await kv.put('whose', 'ours')
    await away.kill()
    const stranger = away.spawn([
      ...['--cluster-id', 'another'],
      ...['--data', join(current.directory, 'stranger')],
      ...['--log-file', join(current.directory, 'stranger.log')],
    ])
    const admin = new AdminClient([away.listen], { timeoutMs: 2000 })
    try {
      const status = await eventually('the stranger listens', () => admin.status())
      assert.equal(status.clusterId, 'another')
      await eventually('the others take node 3 for dead', async () => {
        const { nodesUp } = await current.node(1).admin.status()
        return nodesUp === 2
      })
      await kv.put('whose', 'still ours')
      const strange = await admin.status()
      assert.deepEqual([strange.shards, strange.shardsWithLeader], [0, 0])
      assert(stranger.running)
    } finally {
      admin.close()
      stranger.signal('SIGKILL')
      await stranger.exited
    }
    away.start()
    await current.whole()
    assert.equal((await kv.get('whose'))?.value, 'still ours')
  })
})
