/**
 * Rooms with so many beds: a guest looks who is there (a scan of the room's partition), and moves in if there is a bed. What the
 * scan did not see must not have changed when the transaction commits, or a room fills beyond its beds [SER: phantoms]. The
 * reception, on a shard of its own, keeps the count, by increments: nothing but the range of the scan is read by who moves.
 */
import assert from 'node:assert/strict'
import type { Transaction } from '../../../src/client/transaction.ts'
import type { World } from '../world.ts'
import { insist, startWorkers, type Worker, type Workload } from './workload.ts'

const ROOMS = 2
const BEDS = 3
const WORKERS = 4
const PAUSE_MS = 80

interface Seen {
  readonly guests: readonly string[]
  /** What the reception says, if it was asked. */
  readonly count: bigint | undefined
}

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
      const look = async (transaction: Transaction): Promise<Seen> => ({
        guests: await guestsOf(transaction, room),
        count: await countOf(transaction, room),
      })
      this.check(room, await insist(this.world, () => client.transact(look, { timeoutMs: 5_000 })))
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
          const guests = await guestsOf(transaction, room)
          if (what === 'look around') return { guests, count: await countOf(transaction, room) }
          if (what === 'move in' && guests.length < BEDS) {
            transaction.put(`{room-${room}}:guest-${++this.lastGuest}`, 'sleeps')
            transaction.increment(receptionOf(room))
          }
          const [first] = guests
          if (what === 'move out' && first !== undefined) {
            transaction.delete(first)
            transaction.increment(receptionOf(room), -1n)
          }
          return { guests, count: undefined }
        },
        { timeoutMs },
      ),
    )
    if (ended.type !== 'ok') return
    this.check(room, ended.answer)
  }

  private check(room: number, { guests, count }: Seen): void {
    assert(guests.length <= BEDS, `room ${room} has ${guests.length} guests: ${guests.join()}`)
    if (count === undefined) return
    assert.equal(BigInt(guests.length), count, `room ${room}: the reception counts ${count}`)
  }
}

async function guestsOf(transaction: Transaction, room: number): Promise<string[]> {
  const rows = await transaction.scan({ partitionOf: `{room-${room}}`, prefix: `{room-${room}}:` })
  return rows.map(({ key }) => key)
}

async function countOf(transaction: Transaction, room: number): Promise<bigint> {
  return (await transaction.getInt(receptionOf(room))) ?? 0n
}

function receptionOf(room: number): string {
  return `reception-${room}`
}
