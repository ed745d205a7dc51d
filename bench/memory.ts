/**
 * What a node needs for many clients: one `kvd` with all defaults and 32 shards, and a thousand clients, each with a session of its
 * own, which put, read, delete and increment keys of every shard, in a keyspace of which hardly any history is kept.
 * Run with `tsx bench/memory.ts [SECONDS] [CLIENTS] [PORT]`; prints the node's resident memory as it goes on, and its heap's limit.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { getHeapStatistics } from 'node:v8'
import { AdminClient } from '../src/client/admin.ts'
import { RingKv, RingKvError, type RingKvClient } from '../src/client/index.ts'

const SECONDS = Number(process.argv[2] ?? 60)
const CLIENTS = Number(process.argv[3] ?? 1000)
const PORT = Number(process.argv[4] ?? 7639)
const SHARDS = 32
const KEYS = 100_000
const VALUE = 'x'.repeat(256)
const KEYSPACE = 'brief'
const RETENTION_MS = 60_000
const MIB = 2 ** 20

const address = `127.0.0.1:${PORT}`
const data = mkdtempSync(join(tmpdir(), 'ringkv-memory-'))
const flags = {
  'node-id': '1',
  'cluster-id': 'memory',
  members: `1=${address}`,
  listen: address,
  data,
  replicas: '1',
  'initial-shards': String(SHARDS),
  'log-level': 'warn',
}
const node = spawn(
  process.execPath,
  [
    '--import',
    'tsx',
    'src/cli/kvd.ts',
    '--insecure',
    ...Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value]),
  ],
  { stdio: 'inherit' },
)

/** Resident memory of the node, now and at most, in MiB. */
function resident(): { readonly now: number; readonly most: number } {
  const status = readFileSync(`/proc/${node.pid!}/status`, 'utf8')
  const of = (name: string): number =>
    Math.round((Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) * 1024) / MIB)
  return { now: of('VmRSS'), most: of('VmHWM') }
}

async function connected(): Promise<RingKvClient> {
  for (;;) {
    try {
      return await RingKv.connect([address], { keyspace: KEYSPACE, timeoutMs: 30_000 })
    } catch {
      await pause(500)
    }
  }
}

async function makeKeyspace(): Promise<void> {
  const admin = new AdminClient([address], { timeoutMs: 10_000 })
  for (let tries = 0; ; tries++) {
    try {
      await admin.createKeyspace({ name: KEYSPACE, retentionMs: RETENTION_MS })
      admin.close()
      return
    } catch (error) {
      if (tries === 20) throw error
      await pause(500)
    }
  }
}

const counts = { done: 0, refused: 0 }
let active = true

async function work(kv: RingKvClient, client: number): Promise<void> {
  for (let round = 0; active; round++) {
    const key = `key-${(client * 7919 + round * 104_729) % KEYS}`
    try {
      if (round % 8 === 7) await kv.delete(key)
      else if (round % 8 === 6) await kv.increment(`counter-${client}`)
      else if (round % 8 === 5) await kv.get(key)
      else await kv.put(key, VALUE)
      counts.done++
    } catch (error) {
      if (!(error instanceof RingKvError)) throw error
      counts.refused++
      await pause(100)
    }
  }
}

try {
  const first = await connected()
  await makeKeyspace()
  console.log(`idle       ${resident().now} MiB`)
  const clients = [first]
  while (clients.length < CLIENTS) clients.push(await connected())
  console.log(`${CLIENTS} clients, ${SHARDS} shards  ${resident().now} MiB`)
  const workers = clients.map((kv, client) => work(kv, client))
  for (let second = 10; second <= SECONDS; second += 10) {
    await pause(10_000)
    const { now, most } = resident()
    console.log(`${second} s: ${counts.done} done, ${counts.refused} refused, ${now} MiB (${most})`)
  }
  active = false
  await Promise.all(workers)
  await Promise.all(clients.map((kv) => kv.close()))
  await pause(5_000)
  const limit = Math.round(getHeapStatistics().heap_size_limit / MIB)
  const { now, most } = resident()
  console.log(
    `afterwards ${now} MiB, at most ${most}; Node's heap may have ${limit} MiB by default`,
  )
} finally {
  node.kill()
  await new Promise((resolve) => node.once('exit', resolve))
  rmSync(data, { recursive: true, force: true })
}
