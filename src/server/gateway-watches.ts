/**
 * The watches of this gateway's clients. A client asks for changes again and again, each time with the token of the last answer; as
 * long as it asks here, what was found already is remembered. A request with another token begins anew from there.
 */
import { ByteBudget } from '../base/byte-budget.ts'
import type { Timer } from '../base/clock.ts'
import { RingKvError } from '../base/errors.ts'
import type { wire } from '../net/protobuf.ts'
import type { Requester } from '../net/request-handler.ts'
import { decodeWatch } from '../net/watch-codec.ts'
import type { GatewayContext } from './gateway-context.ts'
import { WatchRun } from './watch-run.ts'

const TICK_MS = 250
/** A client that asks no more is forgotten. */
const SILENT_MS = 30_000
/** What all watches of this gateway may hold. */
const GATEWAY_BYTES = 2 ** 26
const RETRY_AFTER_MS = 1_000
/** How far ahead of this node's clock a watch may begin. */
const FROM_AHEAD_MICROS = 60_000_000

interface Remembered {
  readonly run: WatchRun
  readonly bytes: number
}

export class GatewayWatches {
  private readonly context: GatewayContext
  private readonly budget: ByteBudget
  private readonly runs = new Map<Requester, Map<number, Remembered>>()
  private timer: Timer | undefined
  private begun = 0

  constructor(context: GatewayContext, bytesMax = GATEWAY_BYTES) {
    this.context = context
    this.budget = new ByteBudget(bytesMax)
  }

  /** Watches that are remembered. */
  get count(): number {
    let count = 0
    for (const runs of this.runs.values()) count += runs.size
    return count
  }

  /** @throws RingKvError KEYSPACE_UNKNOWN, KEY_INVALID, INVALID_ARGUMENT, CLOCK_AHEAD, OVERLOADED */
  ask(from: Requester, request: wire.Request, body: wire.WatchRequest.$Properties): void {
    const number = body.watch ?? 0
    const known = this.runs.get(from)?.get(number)
    const goesOn = known?.run.hasFailed === false && sameBytes(known.run.token, body.token)
    const run = goesOn ? known.run : this.begin(from, number, body)
    run.request(from, request.id)
  }

  /** The client is gone. */
  forget(from: Requester): void {
    for (const number of [...(this.runs.get(from)?.keys() ?? [])]) this.remove(from, number)
  }

  close(): void {
    for (const from of [...this.runs.keys()]) this.forget(from)
  }

  private begin(from: Requester, number: number, body: wire.WatchRequest.$Properties): WatchRun {
    const { context, budget } = this
    const watch = decodeWatch(context.cluster, body)
    this.checkFrom(body.from ?? 0)
    this.remove(from, number)
    const name = `${context.options.clientId}/${++this.begun}`
    const run = new WatchRun(context, watch, name, (body.token ?? NO_TOKEN).length > 0)
    const bytes = run.bytesMax
    if (!budget.take(bytes)) {
      throw new RingKvError(
        'OVERLOADED',
        'this node has as many watches as it can remember; ask another one, or again later',
        { retryAfterMs: RETRY_AFTER_MS },
      )
    }
    let runs = this.runs.get(from)
    if (runs === undefined) this.runs.set(from, (runs = new Map<number, Remembered>()))
    runs.set(number, { run, bytes })
    this.timer ??= context.router.options.scheduler.every(TICK_MS, () => this.tick())
    run.start()
    return run
  }

  /** A little ahead does no harm: another node's clock may be. @throws RingKvError CLOCK_AHEAD */
  private checkFrom(from: number): void {
    const ahead = from - this.context.options.clock.peek()
    if (ahead <= FROM_AHEAD_MICROS) return
    throw new RingKvError(
      'CLOCK_AHEAD',
      `a watch from ${from} would begin ${Math.round(ahead / 1e6)} s from now; a timestamp is in microseconds since 1970`,
    )
  }

  private tick(): void {
    const nowMs = this.context.options.monotonic.monotonicMs()
    for (const [from, runs] of this.runs) {
      for (const [number, { run }] of runs) {
        run.tick(nowMs)
        if (!from.connected || nowMs - run.heardMs >= SILENT_MS) this.remove(from, number)
      }
    }
  }

  private remove(from: Requester, number: number): void {
    const runs = this.runs.get(from)
    const known = runs?.get(number)
    if (runs === undefined || known === undefined) return
    known.run.close()
    this.budget.giveBack(known.bytes)
    runs.delete(number)
    if (runs.size === 0) this.runs.delete(from)
    if (this.runs.size > 0) return
    this.timer?.cancel()
    this.timer = undefined
  }
}

const NO_TOKEN = new Uint8Array(0)

function sameBytes(token: Uint8Array, other: Uint8Array | null | undefined): boolean {
  return token.length > 0 && Buffer.compare(token, other ?? NO_TOKEN) === 0
}
