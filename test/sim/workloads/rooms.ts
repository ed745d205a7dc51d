/**
 * Rooms with so many beds: a guest looks who is there (a scan of the room's partition), and moves in if there is a bed. What the
 * scan did not see must not have changed when the transaction commits, or a room fills beyond its beds [SER: phantoms]. The
 * reception, on a shard of its own, keeps the count.
 */
import assert from 'node:assert/strict'
import type { Transaction } from '../../../src/client/transaction.ts'
import type { World } from '../world.ts'
import { insist, startWorkers, type Worker, type Workload } from './workload.ts'

const ROOMS = 3
const BEDS = 4
const WORKERS = 3
const PAUSE_MS = 250

export class Rooms implements Workload {
  readonly name = 'rooms'
  private readonly world: World
  private lastGuest = 0

  constructor(world: World) {
    this.world = world
  }

  async run(): Promise<void> {
    const workers = await startWorkers(this.world, WORKERS, 600)
    await Promise.all(workers.map((worker) => worker.loop(PAUSE_MS, () => this.step(worker))))
  }

  async verify(): Promise<void> {
    const client = await this.world.newClient()
    for (let room = 0; room < ROOMS; room++) {
      await insist(this.world, () =>
        client.transact((transaction) => guestsOf(transaction, room), { timeoutMs: 5_000 }),
      )
    }
  }

  private async step(worker: Worker): Promise<void> {
    const room = worker.random.integer(0, ROOMS - 1)
    const pick = worker.random.float()
    const timeoutMs = worker.timeoutMs()
    const what = pick < 0.55 ? 'move in' : pick < 0.85 ? 'move out' : 'look around'
    const ended = await worker.ask(`${what}: room ${room}`, timeoutMs, () =>
      worker.client.transact(
        async (transaction) => {
          const { guests, count } = await guestsOf(transaction, room)
          if (what === 'move in' && guests.length < BEDS) {
            transaction.put(`{room-${room}}:guest-${++this.lastGuest}`, 'sleeps')
            transaction.put(receptionOf(room), count + 1n)
          }
          const [first] = guests
          if (what === 'move out' && first !== undefined) {
            transaction.delete(first)
            transaction.put(receptionOf(room), count - 1n)
          }
          return { guests, count }
        },
        { timeoutMs },
      ),
    )
    if (ended.type !== 'ok') return
    const { guests, count } = ended.answer
    assert(guests.length <= BEDS, `room ${room} has ${guests.length} guests: ${guests.join()}`)
    assert.equal(BigInt(guests.length), count, `room ${room}: the reception counts ${count}`)
  }
}

async function guestsOf(
  transaction: Transaction,
  room: number,
): Promise<{ guests: string[]; count: bigint }> {
  const rows = await transaction.scan({ partitionOf: `{room-${room}}`, prefix: `{room-${room}}:` })
  const count = (await transaction.getInt(receptionOf(room))) ?? 0n
  return { guests: rows.map(({ key }) => key), count }
}

function receptionOf(room: number): string {
  return `reception-${room}`
}
