/**
 * What the Raft driver sees of a state machine, whichever it is (a key-value shard or placement): committed entries go in
 * one by one, in order, exactly once per life of the process; rows for the engine come out.
 */
import type { Entry } from '../raft/messages.ts'
import type { Row, ScanRange } from '../storage/engine.ts'
import type { WriteBatch } from '../storage/write-batch.ts'

/** Rows that an entry's evaluation lacks. */
export interface PendingRows {
  readonly keys: readonly Buffer[]
  readonly ranges: readonly ScanRange[]
  /** Takes what was read, in order; the state machine is ready for another try. */
  fill(values: readonly (Buffer | undefined)[], ranges: readonly (readonly Row[])[]): void
}

export interface ReplicatedState {
  /** Whether the next `seal` has rows of another replica: a snapshot may not make it superfluous. */
  readonly owesRows?: boolean
  /** Index of the last entry that was applied. */
  readonly appliedIndex: number
  /** Up to where `seal` has put effects into batches. */
  readonly sealedIndex: number
  /** Versions that the next `seal` will write, or as much of something else. */
  readonly unsealedVersions: number
  /** Nobody here waits for what is applied: entries may gather for a moment first. */
  readonly mayLag: boolean
  /** The entry is in the local log and will, at least probably, be applied: rows that it will need, to fetch early. */
  foresee(entry: Entry): PendingRows | undefined
  /**
   * Applies one committed entry; answers go to whoever waits for them. All or nothing: where rows are missing they are
   * returned, and nothing has happened. Effects stay in memory until `seal`.
   */
  apply(entry: Entry): PendingRows | undefined
  /** Puts every row that changed since the last call into `batch`, the applied index with it; batch numbers rise. */
  seal(sequence: number, batch: WriteBatch): void
  /** The engine has all batches up to `sequence`. */
  written(sequence: number): void
  /** The next `seal` belongs to a checkpoint: it must hold everything that is otherwise kept in memory only. */
  beforeCheckpoint(): void
}
