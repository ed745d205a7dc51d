/**
 * Shards of one segment that were split off from each other and that the engine does not know as such yet. The rows with which one
 * shrinks and the first rows of the other go into one engine batch, whichever of them is sealed first. Else, after a crash in
 * between, a parent that is replayed from before the split would write old heads over the child's, or one that has shrunk would
 * have no child.
 */
import type { ShardMachine } from '../shard/machine.ts'
import type { WriteBatch } from '../storage/write-batch.ts'

export class Family {
  private readonly members: ShardMachine[]
  private isDone = false

  constructor(parent: ShardMachine) {
    this.members = [parent]
  }

  /** A batch has, or is about to have, the rows of all. */
  get done(): boolean {
    return this.isDone
  }

  add(child: ShardMachine): void {
    this.members.push(child)
  }

  seal(sequence: number, batch: WriteBatch): void {
    this.isDone = true
    for (const member of this.members) member.seal(sequence, batch)
  }
}
