/**
 * A lock that is safe although its holder may be paused for any time: a lease that expires by itself, and a fencing token that
 * whatever the lock protects checks. docs/recipes/lock.md explains each step.
 *
 *   npm start                                              # in one terminal
 *   npx tsx examples/lock.ts 127.0.0.1:7401                # in another
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { isConflict, isOutcomeUnknown, RingKv, type RingKvClient } from '../src/client/index.ts'

/** What a holder has in hand. */
export interface Lease {
  readonly lock: string
  /** Of this holding alone: two attempts of one program are two. */
  readonly holder: string
  /** The timestamp of the lock's version: every later holding of this lock has a greater one. */
  readonly token: number
}

/** Refused because the lock is not held (any more): somebody else may hold it by now. */
export class Fenced extends Error {}

/** Takes the lock for `ttlMs` of cluster time; undefined if somebody holds it. */
export async function acquire(
  kv: RingKvClient,
  lock: string,
  ttlMs: number,
  holder: string = randomUUID(),
): Promise<Lease | undefined> {
  try {
    const { timestamp } = await kv.put(lock, holder, { ifAbsent: true, ttlMs })
    return { lock, holder, token: timestamp }
  } catch (error) {
    if (isConflict(error)) return undefined
    if (!isOutcomeUnknown(error)) throw error
    // It may have happened. What is there says whether it was us.
    const entry = await kv.get(lock)
    if (entry?.value !== holder) return undefined
    return { lock, holder, token: entry.timestamp }
  }
}

/** Holds on for another `ttlMs`. The new lease has a new token; throws `Fenced` if the lock was lost. */
export async function renew(kv: RingKvClient, lease: Lease, ttlMs: number): Promise<Lease> {
  const { lock, holder } = lease
  const entry = await kv.get(lock)
  if (entry?.timestamp !== lease.token) throw new Fenced(`the lock ${lock} was lost`)
  try {
    const { context } = entry
    const { timestamp } = await kv.put(lock, holder, { context, ttlMs, onConflict: 'abort' })
    return { lock, holder, token: timestamp }
  } catch (error) {
    if (isConflict(error)) throw new Fenced(`the lock ${lock} was lost`)
    throw error
  }
}

/** Gives the lock back, if it is still held. */
export async function release(kv: RingKvClient, lease: Lease): Promise<void> {
  await kv.transact(async (tx) => {
    const held = await tx.get(lease.lock)
    if (held?.timestamp === lease.token) tx.delete(lease.lock)
  })
}

/**
 * Writes what the lock protects, where that lives in RingKV too: in one transaction with a look at the lock. It commits only while
 * this very lease is the lock's newest version and has not expired, however long the program was paused in between.
 */
export async function putFenced(
  kv: RingKvClient,
  lease: Lease,
  key: string,
  value: string,
): Promise<void> {
  await kv.transact(async (tx) => {
    const held = await tx.get(lease.lock)
    if (held?.timestamp !== lease.token) throw new Fenced(`the lock ${lease.lock} was lost`)
    tx.put(key, value)
  })
}

/** What the lock protects, where that lives elsewhere: it remembers the greatest token it has seen, and refuses lower ones. */
export class FencedResource {
  readonly accepted: string[] = []
  private greatest = 0

  write(token: number, what: string): void {
    if (token < this.greatest) throw new Fenced(`token ${token} is older than ${this.greatest}`)
    this.greatest = token
    this.accepted.push(what)
  }
}

/** A holder stops for longer than its lease, another one takes over, and the first one's late writes are refused. */
export async function tellStory(
  first: RingKvClient,
  second: RingKvClient,
  pause: (ms: number) => Promise<void>,
  say: (line: string) => void,
): Promise<FencedResource> {
  const lock = 'lock:report'
  const printer = new FencedResource()
  const early = await acquire(first, lock, 2_000)
  say(`first   holds the lock, token ${early!.token}`)
  say(`second  tries, too: ${(await acquire(second, lock, 2_000)) === undefined ? 'no' : 'yes'}`)
  await putFenced(first, early!, 'report', 'by the first')
  printer.write(early!.token, 'first')
  say('first   writes, and then stands still for longer than its lease')
  await pause(2_500)
  const late = await acquire(second, lock, 10_000)
  say(`second  holds the lock, token ${late!.token}`)
  await putFenced(second, late!, 'report', 'by the second')
  printer.write(late!.token, 'second')
  say('first   goes on where it stood')
  const toPrinter = (): void => printer.write(early!.token, 'first, late')
  for (const write of [
    () => putFenced(first, early!, 'report', 'by the first, late'),
    () => Promise.resolve().then(toPrinter),
  ]) {
    try {
      await write()
      say('first   writes: that must not be')
    } catch (error) {
      if (!(error instanceof Fenced)) throw error
      say(`first   is refused: ${error.message}`)
    }
  }
  await release(second, late!)
  say(`        the report was written ${String((await first.get('report'))?.value)}`)
  return printer
}

async function main(addresses: readonly string[]): Promise<void> {
  const first = await RingKv.connect(addresses)
  const second = await RingKv.connect(addresses)
  try {
    await tellStory(first, second, (ms) => sleep(ms), console.log)
  } finally {
    await Promise.all([first.close(), second.close()])
  }
}

if (import.meta.filename === process.argv[1]) void main(process.argv.slice(2))
