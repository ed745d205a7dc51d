/** Reads from the engine the rows that a shard machine asked for, and hands them over. */
import type { RowFetch } from '../shard/row-fetch.ts'
import type { ShardMachine } from '../shard/machine.ts'
import type { EngineReader, Row } from '../storage/engine.ts'

const NO_VALUES: readonly (Buffer | undefined)[] = []
const NO_RANGES: readonly (readonly Row[])[] = []

export async function loadRows(
  engine: EngineReader,
  machine: ShardMachine,
  fetch: RowFetch,
): Promise<void> {
  const values = fetch.keys.length === 0 ? NO_VALUES : await engine.multiGet(fetch.keys)
  const ranges =
    fetch.ranges.length === 0
      ? NO_RANGES
      : await Promise.all(
          fetch.ranges.map(({ gte, lt, limit }) => engine.iterate({ gte, lt, limit })),
        )
  machine.fill(fetch, values, ranges)
}
