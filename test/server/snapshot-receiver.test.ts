/** What a start makes of a snapshot whose installation a crash may have cut short. Whole installs: snapshots.test.ts. */
import assert from 'node:assert/strict'
import { PLACEMENT_SHARD, segment } from '../../src/base/ids.ts'
import { SeededRandom } from '../../src/base/random.ts'
import { decodePlacementRow, encodePlacementRow } from '../../src/server/placement-row.ts'
import { SnapshotReceiver } from '../../src/server/snapshot-receiver.ts'
import { metaKey, stagedMetaKey } from '../../src/shard/keys.ts'
import { MemoryStore } from '../../src/storage/memory-engine.ts'
import type { ShardLog } from '../../src/storage/shard-log.ts'
import { WriteBatch } from '../../src/storage/write-batch.ts'
import { RigTime, NodeTime } from './rig/rig-time.ts'

function row(appliedIndex: number): Buffer {
  return encodePlacementRow({
    appliedIndex,
    appliedTerm: 1,
    members: [],
    snapshot: new Uint8Array(),
  })
}

interface Left {
  /** Applied index of the state in the engine; undefined = there is none. */
  readonly state: number | undefined
  readonly staged: number | undefined
  readonly mark: number | undefined
}

/** The applied index of the state with which the start goes on. */
async function stateAfterStart({ state, staged, mark }: Left): Promise<number | undefined> {
  const engine = new MemoryStore().open()
  const batch = new WriteBatch()
  if (state !== undefined) batch.put(metaKey(PLACEMENT_SHARD), row(state))
  if (staged !== undefined) batch.put(stagedMetaKey(PLACEMENT_SHARD), row(staged))
  await engine.write(batch)
  const time = new NodeTime(new RigTime())
  const receiver = new SnapshotReceiver({
    engine,
    clock: time,
    scheduler: time,
    random: new SeededRandom(1),
    transport: () => assert.fail('nothing is fetched at a start'),
    newSegment: () => segment(1),
    step: () => assert.fail('the core is not there yet'),
    log: () => undefined,
  })
  const log: Pick<ShardLog, 'shard' | 'snapshotMark'> = {
    shard: PLACEMENT_SHARD,
    snapshotMark: () =>
      mark === undefined ? undefined : { segment: segment(0), index: mark, term: 1 },
  }
  await receiver.redo(log as ShardLog)
  const found = await engine.get(metaKey(PLACEMENT_SHARD))
  return found === undefined ? undefined : decodePlacementRow(found).appliedIndex
}

describe('a start after a snapshot', () => {
  it('finishes an installation whose mark is durable', async () => {
    assert.equal(await stateAfterStart({ state: 21, staged: 43, mark: 43 }), 43)
    assert.equal(await stateAfterStart({ state: undefined, staged: 43, mark: 43 }), 43)
  })

  it('leaves alone what was staged without a mark, or behind the marked one', async () => {
    assert.equal(await stateAfterStart({ state: 21, staged: 43, mark: undefined }), 21)
    assert.equal(await stateAfterStart({ state: 43, staged: 51, mark: 43 }), 43)
  })

  it('does not go back to a snapshot that came again after it had been installed', async () => {
    assert.equal(await stateAfterStart({ state: 44, staged: 43, mark: 43 }), 44)
  })
})
