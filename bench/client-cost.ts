/**
 * What the client itself costs per request, without network or server: a session that answers at the end of the turn.
 * Run with `tsx bench/client-cost.ts`; prints microseconds of this process per operation.
 */
import { systemClock, systemScheduler } from '../src/base/clock.ts'
import { keyBytes, keyOfText } from '../src/base/ids.ts'
import { SeededRandom } from '../src/base/random.ts'
import { Client } from '../src/client/client.ts'
import { Dispatcher } from '../src/client/dispatcher.ts'
import { resolveConnectOptions } from '../src/client/options.ts'
import type { OpenSession, Receiver, WireRequest, WireResponse } from '../src/client/session.ts'

const IN_FLIGHT = 256
const OPERATIONS = 300_000
const BEGUN: WireResponse = { begin: { timestamp: 1 } }
const WRITTEN: WireResponse = { written: { timestamp: 1 } }

/** Answers everything that a turn sent when the turn ends. */
const openSession: OpenSession = (_address, _hello, events) => {
  let waiting: { request: WireRequest; receiver: Receiver }[] = []
  systemScheduler.endOfTurn(() => events.opened())
  return {
    send: (request, receiver) => {
      waiting.push({ request, receiver })
      if (waiting.length > 1) return
      systemScheduler.endOfTurn(() => {
        const answered = waiting
        waiting = []
        events.clock(systemClock.wallMicros())
        for (const each of answered) each.receiver.answered(each.request.begin ? BEGUN : WRITTEN)
      })
    },
    close: () => undefined,
  }
}

function measure(name: string, start: (done: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    let started = 0
    let ended = 0
    const before = process.cpuUsage()
    const next = (): void => {
      if (started >= OPERATIONS) return
      started++
      start(() => {
        if (++ended < OPERATIONS) next()
        else {
          const { user, system } = process.cpuUsage(before)
          console.log(`${name.padEnd(10)} ${((user + system) / OPERATIONS).toFixed(2)} µs per put`)
          resolve()
        }
      })
    }
    for (let i = 0; i < IN_FLIGHT; i++) next()
  })
}

const dispatcher = new Dispatcher({
  clock: systemClock,
  scheduler: systemScheduler,
  random: new SeededRandom(1),
  openSession,
  seeds: ['node:1'],
  actor: '',
  clientId: new Uint8Array(16),
})
await new Promise<void>((resolve) => {
  dispatcher.whenOpen(resolve)
})
const kv = new Client(dispatcher, resolveConnectOptions({}))
const key = keyOfText('some:key')
const value = { bytes: Buffer.alloc(256) }
for (let round = 0; round < 2; round++) {
  await measure('callback', (done) => {
    const header = dispatcher.newHeader(10_000)
    dispatcher.submit({
      kind: 'write',
      request: { put: { header, keyspace: '', key: keyBytes(key), value } },
      header,
      keyspace: '',
      key,
      anyReplica: false,
      node: undefined,
      deadlineMs: dispatcher.nowMs() + 10_000,
      done,
      keys: undefined,
      sentBefore: false,
    })
  })
  await measure('promise', (done) => {
    void kv.put('some:key', value.bytes).then(done)
  })
}
await kv.close()
