/**
 * What one put costs a replica between log and engine, without Raft, disk or network: decode the entry, find its rows, apply it,
 * seal the rows, clean up. Thirty-two shards take turns over keys that fit the cache, as in `kvbench put`.
 * Run with `tsx bench/apply-cost.ts [COMMANDS_PER_ENTRY] [ENTRIES_PER_SEAL]`; prints microseconds of this process per put, for each stage.
 */
import {
  keyOfText,
  keyspaceId,
  nodeId,
  replicaId,
  segment,
  shardId,
  timestamp,
} from '../src/base/ids.ts'
import { decodeBatch, encodeBatch, encodeCommand } from '../src/shard/command-codec.ts'
import { EVALUATION_VERSION, type KeyspaceRules, type Limits } from '../src/shard/command.ts'
import { SeededRandom } from '../src/base/random.ts'
import { HeadCacheBudget } from '../src/shard/head-cache.ts'
import { ShardMachine } from '../src/shard/machine.ts'
import { WriteBatch } from '../src/storage/write-batch.ts'

const SHARDS = 32
const KEYS_PER_SHARD = 312
const ENTRIES = 100_000
const VALUE_BYTES = 256
/** A client's operations that are under way at a time, per shard. */
const IN_FLIGHT = 8
const COMMANDS = Number(process.argv[2] ?? 4)
/** 80 is what a delay of 50 ms makes of it under full load, 400 one of 250 ms. */
const ENTRIES_PER_SEAL = Number(process.argv[3] ?? 400)

const LIMITS: Limits = {
  keyBytes: 4096,
  valueBytes: 1 << 20,
  clockActors: 16,
  transactionOperations: 1024,
  transactionBytes: 1 << 22,
  transactionParticipants: 64,
  clockMaxAheadMicros: 500_000,
}
const RULES: KeyspaceRules = {
  id: keyspaceId(1),
  partition: { kind: 'key' },
  policy: 'auto',
  retentionMicros: 3_600_000_000,
  full: undefined,
}

const random = new SeededRandom(1)
const budget = new HeadCacheBudget(64 << 20)
const machines = Array.from({ length: SHARDS }, (_, i) =>
  ShardMachine.empty(
    {
      segment: segment(i + 1),
      descriptor: {
        shard: shardId(i + 1),
        range: { start: 0, end: 2 ** 32 },
        epoch: { config: 1, range: 1 },
        replicas: [{ replica: replicaId(1), node: nodeId(1), role: 'voter' }],
        incarnation: 'bench',
        nextReplica: replicaId(2),
      },
      confState: {
        voters: [replicaId(1)],
        votersOutgoing: [],
        learners: [],
        learnersNext: [],
        autoLeave: false,
      },
      appliedIndex: 0,
      appliedTerm: 0,
    },
    budget,
  ),
)

let now = 1_700_000_000_000_000
const sequences = machines.map(() => 0)
const value = Buffer.alloc(VALUE_BYTES, 'v')

/** Bytes of the next entry of a shard, as a leader would propose it. */
function nextEntry(shard: number): Buffer {
  const commands: Buffer[] = []
  for (let i = 0; i < COMMANDS; i++) {
    const sequence = ++sequences[shard]!
    commands.push(
      encodeCommand({
        kind: 'write',
        id: { client: '0123456789abcdef', sequence, expiry: timestamp(now + 60_000_000) },
        lowWater: Math.max(0, sequence - IN_FLIGHT),
        author: '',
        write: {
          op: 'put',
          keyspace: RULES.id,
          key: keyOfText(`key-${shard}-${random.integer(0, KEYS_PER_SHARD - 1)}`),
          value: { type: 'bytes', value },
          expiry: timestamp(0),
          context: Buffer.alloc(0),
          ownDots: [],
          policy: undefined,
          ifAbsent: false,
        },
      }),
    )
  }
  now += 1000
  return encodeBatch(
    {
      stamp: timestamp(now),
      ceiling: timestamp(now + 100_000),
      rangeEpoch: 1,
      evaluationVersion: EVALUATION_VERSION,
      limits: LIMITS,
      keyspaces: [RULES],
    },
    commands,
  )
}

const spent = { decode: 0, foresee: 0, apply: 0, seal: 0, clean: 0 }
let rows = 0
let rowBytes = 0
let sealNumber = 0

function timed<Result>(stage: keyof typeof spent, run: () => Result): Result {
  const began = process.hrtime.bigint()
  const result = run()
  spent[stage] += Number(process.hrtime.bigint() - began)
  return result
}

function seal(): void {
  sealNumber++
  const batch = new WriteBatch()
  timed('seal', () => {
    for (const machine of machines) if (machine.hasUnsealed) machine.seal(sealNumber, batch)
  })
  rows += batch.size
  rowBytes += batch.byteSize
  timed('clean', () => {
    for (const machine of machines) machine.cleanUpTo(sealNumber)
  })
}

function run(entries: number): void {
  for (let done = 0; done < entries; done++) {
    const shard = done % SHARDS
    const machine = machines[shard]!
    const bytes = nextEntry(shard)
    const batch = timed('decode', () => decodeBatch(bytes))
    const missing = timed('foresee', () => machine.missingHeads(batch))
    if (missing !== undefined)
      machine.fill(
        missing,
        missing.keys.map(() => undefined),
        [],
      )
    const result = timed('apply', () => machine.apply(machine.appliedIndex + 1, 1, batch))
    if (result.kind !== 'applied') throw new Error('a row is missing')
    if (done % ENTRIES_PER_SEAL === 0) seal()
  }
}

run(ENTRIES / 4)
for (const stage of Object.keys(spent) as (keyof typeof spent)[]) spent[stage] = 0
rows = rowBytes = 0
const before = process.cpuUsage()
run(ENTRIES)
const { user, system } = process.cpuUsage(before)
const puts = ENTRIES * COMMANDS
for (const [stage, nanos] of Object.entries(spent)) {
  console.log(`${stage.padEnd(10)} ${(nanos / 1000 / puts).toFixed(2)} µs per put`)
}
console.log(`process    ${((user + system) / puts).toFixed(2)} µs per put, with making the entries`)
console.log(`rows       ${(rows / puts).toFixed(2)} per put, ${(rowBytes / puts).toFixed(0)} bytes`)
