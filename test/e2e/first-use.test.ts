/** A newcomer's first half hour: a cluster by one command, the commands of the README, ctrl-C, and starting it again. */
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Child, isAlive } from './harness/child.ts'
import { eventually } from './harness/eventually.ts'
import { freeBasePort } from './harness/ports.ts'
import { kvctlProgram } from './harness/program.ts'

const READY_TIMEOUT_MS = 30_000
const EXIT_NOT_FOUND = 3
const EXIT_CONFLICT = 4

describe('first use', () => {
  let directory = ''
  let basePort = 0
  let dev: Child

  before(async () => {
    directory = mkdtempSync(join(tmpdir(), 'ringkv-first-use-'))
    basePort = await freeBasePort([1, 2, 3, 101, 102, 103])
    dev = await startDev()
  })

  after(async () => {
    if (dev.running) await stopDev()
    rmSync(directory, { recursive: true, force: true })
  })

  afterEach(function () {
    if (this.currentTest?.state === 'failed') process.stderr.write(dev.stdout + dev.stderr)
  })

  async function startDev(): Promise<Child> {
    const startedAt = performance.now()
    const child = new Child(kvctlProgram(), ['dev', '--base-port', String(basePort)], {
      cwd: directory,
      ownGroup: true,
    })
    const ready = () => child.stdout.includes('RingKV is running: 3 nodes')
    await eventually('kvctl dev is ready', ready, READY_TIMEOUT_MS)
    console.log(`      ready after ${Math.round(performance.now() - startedAt)} ms`)
    return child
  }

  /** As ctrl-C does: to all processes of the group. */
  async function stopDev(): Promise<void> {
    dev.signal('SIGINT')
    const { code } = await dev.exit()
    assert.equal(code, 0, dev.stdout + dev.stderr)
  }

  async function kvctl(...args: string[]): Promise<string> {
    const { code, stdout, stderr } = await run(args)
    assert.equal(code, 0, stderr)
    return stdout
  }

  async function run(
    args: readonly string[],
    input = '',
  ): Promise<{ code: number | null; stdout: string; stderr: string }> {
    const child = new Child(kvctlProgram(), args, { cwd: directory })
    child.endInput(input)
    const { code } = await child.exit()
    return { code, stdout: child.stdout, stderr: child.stderr }
  }

  function nodePids(): number[] {
    return [...dev.stdout.matchAll(/^ {2}node \d .* pid (\d+)$/gm)].map((match) => Number(match[1]))
  }

  it('says where the nodes are and what to type next', () => {
    assert.equal(nodePids().length, 3)
    assert.match(dev.stdout, /kvctl put greeting hello/)
    assert.equal(dev.stderr, '')
  })

  it('puts and gets', async () => {
    assert.equal(await kvctl('put', 'greeting', 'hello'), 'OK\n')
    assert.equal(await kvctl('get', 'greeting'), 'hello\n')
    const missing = await run(['get', 'nothing'])
    assert.deepEqual([missing.code, missing.stdout], [EXIT_NOT_FOUND, ''])
    assert.match(missing.stderr, /^[^\n]*"nothing" has no value\n$/)
  })

  it('counts', async () => {
    assert.equal(await kvctl('incr', 'hits'), '1\n')
    assert.equal(await kvctl('incr', 'hits', '41'), '42\n')
    assert.equal(await kvctl('incr', 'hits', '--', '-2'), '40\n')
  })

  it('edits lists', async () => {
    assert.equal(await kvctl('list', 'append', 'todo', 'milk', 'bread'), 'OK 2 elements\n')
    assert.equal(await kvctl('list', 'prepend', 'todo', 'eggs'), 'OK 3 elements\n')
    assert.equal(await kvctl('list', 'remove', 'todo', 'milk'), 'OK 2 elements\n')
    assert.equal(await kvctl('list', 'show', 'todo'), 'eggs\nbread\n')
  })

  it('does several things at once, or nothing', async () => {
    assert.match(
      await kvctl('txn', 'put a 1 --int', 'incr b 5', 'get greeting'),
      /^committed at \d+/,
    )
    assert.equal(await kvctl('get', 'b'), '5\n')
    const refused = await run(['txn', 'incr b 5', '--if', 'a > 1 --int'])
    assert.equal(refused.code, EXIT_CONFLICT)
    assert.equal(await kvctl('get', 'b'), '5\n')
  })

  it('explains a conflict', async () => {
    await kvctl('put', 'doc', 'first')
    const { context } = JSON.parse(await kvctl('get', 'doc', '-o', 'json')) as { context: string }
    await kvctl('put', 'doc', 'second')
    const refused = await run(['put', 'doc', 'third', '--context', context])
    assert.equal(refused.code, EXIT_CONFLICT)
    assert.match(refused.stderr, /second/)
    assert.match(refused.stderr, /third/)
    assert.equal(await kvctl('get', 'doc'), 'second\n')
  })

  it('scans', async () => {
    await kvctl('put', 'user:1', 'Ada')
    await kvctl('put', 'user:2', 'Grace')
    const rows = await kvctl('scan', 'user:', '-o', 'json')
    assert.deepEqual(rows.trim().split('\n').toSorted(), [
      '{"key":"user:1","value":"Ada"}',
      '{"key":"user:2","value":"Grace"}',
    ])
  })

  it('shows the cluster', async () => {
    const status = await kvctl('status')
    assert.match(status, /healthy/)
    assert.match(status, /nodes +3 of 3 up/)
    assert.match(status, /shards +32 of 32 with a leader, 0 under-replicated \(3 replicas each\)/)
    const shards = JSON.parse(await kvctl('shard', 'list', '-o', 'json')) as unknown[]
    assert.equal(shards.length, 32)
    assert.equal((await kvctl('node', 'list', '-o', 'name')).trim(), '1\n2\n3')
  })

  it('lets a node be killed and started again by one key', async () => {
    const [pid] = nodePids()
    process.kill(pid!, 'SIGKILL')
    await eventually('it is noticed', () => dev.stdout.includes('node 1 died: killed by SIGKILL'))
    assert.equal(await kvctl('get', 'greeting'), 'hello\n')
    dev.type('r\n')
    await eventually('it is back', async () => {
      const { nodesUp } = JSON.parse(await kvctl('status', '-o', 'json')) as { nodesUp: number }
      return nodesUp === 3 && dev.stdout.includes('node 1 started again')
    })
  })

  it('refuses to start twice', async () => {
    const twice = await run(['dev', '--base-port', String(basePort)])
    assert.equal(twice.code, 1)
    assert.match(twice.stderr, /the port is in use/)
  })

  it('stops everything at ctrl-C, and finds the data when it starts again', async () => {
    const pids = nodePids()
    await stopDev()
    assert.match(dev.stdout, /stopped\n$/)
    assert.deepEqual(pids.filter(isAlive), [])
    const nobody = await run(['get', 'greeting'])
    assert.notEqual(nobody.code, 0)
    assert.match(nobody.stderr, /^error: [^\n]*Is the cluster running/)
    dev = await startDev()
    assert.equal(await kvctl('get', 'greeting'), 'hello\n')
    assert.equal(await kvctl('get', 'hits'), '40\n')
    assert.equal(await kvctl('list', 'show', 'todo'), 'eggs\nbread\n')
  })
})
