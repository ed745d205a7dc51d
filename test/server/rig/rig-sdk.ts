/** Real SDK clients of a rig cluster, by name. */
import { SeededRandom } from '../../../src/base/random.ts'
import type { RingKvError } from '../../../src/base/errors.ts'
import type { Client } from '../../../src/client/client.ts'
import type { Conflict } from '../../../src/client/conflicts.ts'
import { isConflict } from '../../../src/client/errors.ts'
import { ClientFactory } from '../../sim/world.ts'
import type { RigCluster } from './rig-cluster.ts'

export class RigSdk {
  private readonly cluster: RigCluster
  private readonly factory: ClientFactory

  constructor(cluster: RigCluster, seed = 3) {
    this.cluster = cluster
    this.factory = new ClientFactory(cluster, new SeededRandom(seed))
  }

  connect(actor: string): Promise<Client> {
    return this.cluster.settled(this.dial(actor))
  }

  /** As `connect`, but somebody else lets the time pass. */
  async dial(actor: string): Promise<Client> {
    return (await this.factory.make(actor)).client
  }

  /** What a write is refused with, which must be. */
  async conflictsOf(write: Promise<unknown>): Promise<readonly Conflict[]> {
    const error = await this.errorOf(write)
    if (!isConflict(error)) throw error
    return error.details!.conflicts
  }

  async errorOf(call: Promise<unknown>): Promise<RingKvError> {
    const settled = call.then(
      () => undefined,
      (error: unknown) => error as RingKvError,
    )
    const error = await this.cluster.settled(settled)
    if (error === undefined) throw new Error('the call was not refused')
    return error
  }
}
