/** Many keys in one call: reads grouped by the node that leads them, writes each on its own and all under way at once. */
import { RingKvError } from '../base/errors.ts'
import { keyBytes, type Key } from '../base/ids.ts'
import type { ClientCore } from './core.ts'
import { decodeRow, decodeWritten, type Entry, type WriteResult } from './entries.ts'
import { toKey, type KeyInput } from './keys.ts'
import { putRequest } from './operations.ts'
import {
  anyReplicaOf,
  readTime,
  type KeyspaceOptions,
  type PutOptions,
  type ReadOptions,
} from './options.ts'
import type { ValueInput } from './values.ts'

/** Keys in one request; more are split, which keeps frames and a node's turns short. */
const KEYS_PER_REQUEST = 256

/** One put of a batch. */
export interface BatchEntry extends Omit<PutOptions, 'timeoutMs' | 'signal' | 'keyspace'> {
  readonly key: KeyInput
  readonly value: ValueInput
}

interface Group {
  readonly keys: Key[]
  /** Where each key's answer goes. */
  readonly positions: number[]
}

/** See `RingKv.getMany`. */
export async function getMany(
  core: ClientCore,
  keys: readonly KeyInput[],
  options: ReadOptions,
): Promise<(Entry | undefined)[]> {
  const keyspace = options.keyspace ?? core.defaults.keyspace
  const deadlineMs = core.deadline(options)
  const results = new Array<Entry | undefined>(keys.length).fill(undefined)
  const consistency = core.consistency(options)
  const at = readTime(options.at)
  const reads = groupByLeader(core, keyspace, keys.map(toKey)).map((group) =>
    core.invoke(
      {
        kind: 'read',
        request: { batchGet: { keyspace, keys: group.keys.map(keyBytes), at, ...consistency } },
        keyspace,
        key: group.keys[0]!,
        anyReplica: anyReplicaOf(options),
      },
      deadlineMs,
      options.signal,
      ({ batchGet }) => {
        const rows = batchGet?.rows ?? []
        group.positions.forEach((position, index) => {
          results[position] = decodeRow(rows[index])
        })
      },
    ),
  )
  await Promise.all(reads)
  return results
}

function groupByLeader(core: ClientCore, keyspace: string, keys: readonly Key[]): Group[] {
  const open = new Map<string | undefined, Group>()
  const groups: Group[] = []
  keys.forEach((key, position) => {
    const address = core.dispatcher.routes.addressOf(keyspace, key)
    let group = open.get(address)
    if (group === undefined || group.keys.length >= KEYS_PER_REQUEST) {
      group = { keys: [], positions: [] }
      open.set(address, group)
      groups.push(group)
    }
    group.keys.push(key)
    group.positions.push(position)
  })
  return groups
}

/**
 * See `RingKv.batchPut`. Every put is a request of its own with its own id, so each is retried alone; the session carries
 * them in common frames.
 */
export async function batchPut(
  core: ClientCore,
  entries: readonly BatchEntry[],
  options: KeyspaceOptions,
): Promise<(WriteResult | RingKvError)[]> {
  const keyspace = options.keyspace ?? core.defaults.keyspace
  const deadlineMs = core.deadline(options)
  const { clusterClock } = core.dispatcher
  // All are built before any is sent: a mistake in one argument must not leave half a batch written.
  const puts = entries.map((entry) => {
    const key = toKey(entry.key)
    return { key, put: putRequest(keyspace, key, entry.value, entry, clusterClock) }
  })
  const writes = puts.map(({ key, put }) => {
    const header = core.newHeader(deadlineMs)
    return core.invoke(
      { kind: 'write', request: { put: { ...put, header } }, header, keyspace, key },
      deadlineMs,
      options.signal,
      ({ written }) => decodeWritten(written!),
    )
  })
  const settled = await Promise.allSettled(writes)
  return settled.map((result) => {
    if (result.status === 'fulfilled') return result.value
    if (result.reason instanceof RingKvError) return result.reason
    throw result.reason
  })
}
