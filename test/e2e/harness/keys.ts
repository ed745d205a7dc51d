/** Which shard a key of the default keyspace lives in. */
import { keyOfBytes, keyspaceId } from '../../../src/base/ids.ts'
import { tokenOf } from '../../../src/base/token.ts'
import type { Cluster } from './cluster.ts'

const DEFAULT_KEYSPACE = keyspaceId(1)

/** `count` keys beginning with `prefix` that the shard holds. */
export async function keysIn(
  cluster: Cluster,
  shard: number,
  prefix: string,
  count: number,
): Promise<string[]> {
  const running = cluster.nodes.find((node) => node.running)!
  const info = (await running.admin.listShards()).find((it) => it.shard === shard)!
  const keys: string[] = []
  for (let number = 0; keys.length < count; number++) {
    const key = `${prefix}${number}`
    const token = tokenOf(DEFAULT_KEYSPACE, keyOfBytes(Buffer.from(key)), { kind: 'key' })
    if (token >= (info.start ?? 0) && token < (info.end ?? 0)) keys.push(key)
  }
  return keys
}
