/**
 * What a row of an engine batch costs, by the size of the batch: heads and history of 10 000 keys in 32 segments, as puts of 256
 * bytes make them. The processor time is of the whole process: making the rows, the call into RocksDB, its write, its flushes and
 * compactions behind it.
 * Run with `tsx bench/engine-cost.ts [VALUE_BYTES]`; prints microseconds a row.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { keyOfText, keyspaceId, segment, timestamp } from '../src/base/ids.ts'
import { SeededRandom } from '../src/base/random.ts'
import { headKey, historyKey } from '../src/shard/keys.ts'
import type { Engine } from '../src/storage/engine.ts'
import { openRocksEngine } from '../src/storage/rocks-engine.ts'
import { WriteBatch } from '../src/storage/write-batch.ts'

const VALUE_BYTES = Number(process.argv[2] ?? 290)
const ROWS = 600_000
const BATCH_SIZES = [150, 600, 1500, 3000]
const SEGMENTS = 32
const KEYS_PER_SEGMENT = 312
const KEYSPACE = keyspaceId(1)
const PAUSE_MS = 3

const random = new SeededRandom(1)
let now = 1_700_000_000_000_000

function batchOf(rows: number): WriteBatch {
  const batch = new WriteBatch()
  for (let i = 0; i < rows; i += 2) {
    const place = segment(random.integer(1, SEGMENTS))
    const number = random.integer(0, KEYS_PER_SEGMENT - 1)
    const key = keyOfText(`key-${number}`)
    const token = (number * 13_765_432) % 2 ** 32
    const value = Buffer.allocUnsafe(VALUE_BYTES).fill(i)
    batch.put(headKey(place, KEYSPACE, token, key), value)
    batch.put(historyKey(place, KEYSPACE, token, key, timestamp(now++)), value)
  }
  return batch
}

async function costOf(engine: Engine, rows: number): Promise<number> {
  const before = process.cpuUsage()
  for (let written = 0; written < ROWS; written += rows) {
    await engine.write(batchOf(rows))
    await pause(PAUSE_MS)
  }
  const { user, system } = process.cpuUsage(before)
  return (user + system) / ROWS
}

for (const rows of BATCH_SIZES) {
  const path = mkdtempSync(join(tmpdir(), 'ringkv-engine-'))
  const engine = await openRocksEngine({ path, createIfMissing: true })
  const cost = await costOf(engine, rows)
  console.log(`${String(rows).padStart(5)} rows a batch  ${cost.toFixed(2)} µs a row`)
  await engine.close()
  rmSync(path, { recursive: true })
}
