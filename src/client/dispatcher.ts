/**
 * Brings every call to its end: picks the node, sends, tries again where that is safe, and ends it at its deadline.
 *
 * What makes repeating safe (05, "When an answer is final"): a write keeps its operation id; from the second send on it is
 * marked `resent`, so that only an answer recorded by the shard counts. An answer to the only send is final. A refusal that
 * a gateway may give unrecorded says nothing about an earlier send: such a write is tried on, and its end is
 * `OUTCOME_UNKNOWN`, never failure.
 */
import type { Clock, Scheduler, Timer } from '../base/clock.ts'
import { RingKvError, type ErrorCode } from '../base/errors.ts'
import { keyBytes } from '../base/ids.ts'
import type { Random } from '../base/random.ts'
import { backoffMs } from '../base/backoff.ts'
import { Call, type CallInit, type CallOwner, type Header } from './call.ts'
import { ClusterClock } from './cluster-clock.ts'
import { decodeError, outcomeUnknown, type RetryAfterDetails } from './errors.ts'
import { OperationIds } from './operation-ids.ts'
import { Routes } from './routes.ts'
import { SessionPool, type SessionSlot } from './session-pool.ts'
import type { OpenSession, WireResponse } from './session.ts'

/** Deadlines are looked at this often. */
const SWEEP_MS = 20
const RETRY_BASE_MS = 4
const RETRY_MAX_MS = 400
/** The server gives up a little before the client does, so that its explanation still arrives. */
const ANSWER_MARGIN_MS = 50

/**
 * Refusals that a node may give without asking the shard's outcome table and that do not follow from the request's bytes
 * alone: of a write whose earlier send is at large, they say nothing about that one.
 */
const NOT_FINAL_IF_UNCERTAIN: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'UNAUTHENTICATED',
  'PERMISSION_DENIED',
  'KEYSPACE_UNKNOWN',
  'QUOTA_EXCEEDED',
  'CLOCK_AHEAD',
  'UNIMPLEMENTED',
  'INTERNAL',
])

export interface DispatcherOptions {
  readonly clock: Pick<Clock, 'monotonicMs'>
  readonly scheduler: Scheduler
  readonly random: Random
  readonly openSession: OpenSession
  readonly seeds: readonly string[]
  readonly actor: string
  /** 16 random bytes. */
  readonly clientId: Uint8Array
}

export class Dispatcher implements CallOwner {
  readonly ids: OperationIds
  readonly clusterClock: ClusterClock
  readonly routes = new Routes()
  readonly random: Random
  readonly scheduler: Scheduler
  private readonly clock: Pick<Clock, 'monotonicMs'>
  private readonly pool: SessionPool
  /** Runs while something is open: a program that asks nothing is not woken. */
  private sweeper: Timer | undefined
  private readonly openCalls = new OpenCalls()
  /** Calls that wait for any session to open. */
  private parked: Call[] = []
  private newest = 0
  private newestWrite = 0
  private watches = 0
  private closed = false
  private readonly openWaiters: (() => void)[] = []

  constructor(options: DispatcherOptions) {
    this.clock = options.clock
    this.scheduler = options.scheduler
    this.random = options.random
    this.clusterClock = new ClusterClock(options.clock)
    this.ids = new OperationIds(options.clientId, this.clusterClock)
    const hello = { client: options.clientId, actor: options.actor }
    this.pool = new SessionPool(
      { ...options, hello },
      {
        opened: () => this.sessionOpened(),
        clock: (reading) => this.clusterClock.merge(reading),
        routes: (routes) => this.routes.apply(routes),
        isWanted: (address) => options.seeds.includes(address) || this.routes.hasAddress(address),
      },
    )
    this.pool.start()
  }

  nowMs(): number {
    return this.clock.monotonicMs()
  }

  /** The newest timestamp in any answer: a transaction that begins at or above it sees all of this client's writes. */
  get newestTimestamp(): number {
    return this.newest
  }

  /** The newest timestamp of this client's own writes: a read that is not older sees them. */
  get newestWriteTimestamp(): number {
    return this.newestWrite
  }

  /** Calls back once the first node has answered; at once if one has. */
  whenOpen(run: () => void): void {
    if (this.pool.openCount > 0) run()
    else this.openWaiters.push(run)
  }

  /** Addresses of the nodes that can be used now. */
  openAddresses(): string[] {
    return this.pool.openAddresses()
  }

  /** Why nodes cannot be reached, one line each. */
  connectionFailures(): string[] {
    return this.pool.failures()
  }

  get isClosed(): boolean {
    return this.closed
  }

  /** A number for a watch, unique in this client. */
  nextWatch(): number {
    return ++this.watches
  }

  /** A header with a new operation id for a write that waits at most `timeoutMs`. */
  newHeader(timeoutMs: number): Header {
    const id = { sequence: this.ids.nextSequence(), expiry: this.ids.expiry(timeoutMs) }
    return { id, lowWater: 0, resent: false }
  }

  /** Starts a call. `done` is called once, never inside this call. */
  submit(init: CallInit): Call {
    const call = new Call(this, init)
    this.openCalls.add(call)
    if (this.closed) this.scheduler.endOfTurn(() => this.giveUp(call, closedError()))
    else {
      this.sweeper ??= this.scheduler.every(SWEEP_MS, () => this.sweep())
      this.send(call, undefined)
    }
    return call
  }

  /** Ends a call that nobody waits for any more. A write that was sent ends with an unknown outcome. */
  cancel(call: Call, why: string): void {
    this.giveUp(call, new RingKvError('DEADLINE', why))
  }

  close(): void {
    if (this.closed) return
    this.closed = true
    this.sweeper?.cancel()
    for (const call of this.openCalls.expired(Infinity)) {
      this.giveUp(call, closedError())
    }
    this.pool.close()
  }

  // ---- answers ---------------------------------------------------------------------------------------------------

  answered(call: Call, response: WireResponse): void {
    release(call)
    if (call.finished) return
    const { error } = response
    if (error === null || error === undefined) {
      if (call.header !== undefined) this.ids.settle(call.header.id.sequence)
      const at = timestampOf(response)
      this.newest = Math.max(this.newest, at)
      if (call.header !== undefined) this.newestWrite = Math.max(this.newestWrite, at)
      this.finish(call, undefined, response)
    } else {
      this.refused(call, decodeError(error))
    }
  }

  broken(call: Call): void {
    const address = call.slot?.address
    release(call)
    if (call.finished) return
    call.failures++
    call.uncertain = true
    call.lastError = new RingKvError('NO_QUORUM', `the connection to ${address ?? 'a node'} broke`)
    if (call.kind === 'transaction') this.finishUnknown(call, call.lastError.message)
    // The first time another node is tried at once; a request that breaks sessions must not spin.
    else if (call.failures <= 2) this.scheduler.endOfTurn(() => this.send(call, address))
    else this.sendLater(call, address, 0)
  }

  private refused(call: Call, error: RingKvError): void {
    const { header } = call
    if (error.retry === 'resolve' || error.code === 'INTERNAL') call.uncertain = true
    const mute = call.uncertain && header !== undefined && NOT_FINAL_IF_UNCERTAIN.has(error.code)
    if (error.retry === 'new-id' || (error.retry === 'no' && !mute)) {
      if (header !== undefined) this.ids.settle(header.id.sequence)
      this.finish(call, error, undefined)
      return
    }
    call.failures++
    call.lastError = error
    if (mute || call.kind === 'transaction') this.finishUnknown(call, error.message)
    else this.sendLater(call, call.slot?.address, retryAfterMs(error))
  }

  // ---- tries -----------------------------------------------------------------------------------------------------

  private send(call: Call, avoid: string | undefined): void {
    if (call.finished) return
    const slot = this.pick(call, avoid)
    if (slot?.session === undefined) {
      this.parked.push(call)
      return
    }
    const { header, request } = call
    if (header !== undefined) {
      header.resent = call.sends > 0 || call.uncertain
      header.lowWater = this.ids.lowWater
    }
    const remainingMs = call.deadlineMs - this.clock.monotonicMs()
    request.timeoutMs = Math.max(
      1,
      Math.floor(remainingMs - Math.min(ANSWER_MARGIN_MS, remainingMs / 8)),
    )
    try {
      slot.session.send(request, call)
    } catch (error) {
      this.unsendable(call, error)
      return
    }
    call.sends++
    call.slot = slot
    this.pool.asked(slot)
  }

  private pick({ node, keyspace, key, anyReplica }: Call, avoid: string | undefined) {
    if (key === '') return this.pool.pick(node, avoid)
    const nearby = anyReplica
      ? this.pool.pickAmong(this.routes.replicasOf(keyspace, key), avoid)
      : undefined
    return nearby ?? this.pool.pick(this.routes.addressOf(keyspace, key), avoid)
  }

  /** The session did not take the request: nothing left this process. */
  private unsendable(call: Call, error: unknown): void {
    if (!(error instanceof RingKvError)) throw error
    call.failures++
    call.lastError = error
    if (error.retry === 'same-id') this.sendLater(call, undefined, 0)
    else this.scheduler.endOfTurn(() => this.giveUp(call, error))
  }

  private sendLater(call: Call, avoid: string | undefined, atLeastMs: number): void {
    const delayMs = backoffMs(call.failures, RETRY_BASE_MS, RETRY_MAX_MS, this.random)
    this.scheduler.after(Math.max(delayMs, atLeastMs), () => this.send(call, avoid))
  }

  private sessionOpened(): void {
    for (const run of this.openWaiters.splice(0)) run()
    const { parked } = this
    this.parked = []
    for (const call of parked) this.send(call, undefined)
  }

  private sweep(): void {
    const nowMs = this.clock.monotonicMs()
    for (const call of this.openCalls.expired(nowMs)) {
      this.giveUp(call, deadlineError(call, this.pool.failures()))
    }
    if (this.parked.length > 0) this.parked = this.parked.filter((call) => !call.finished)
    this.pool.tick(nowMs)
    if (this.openCalls.isEmpty && !this.pool.owesAnswers) {
      this.sweeper?.cancel()
      this.sweeper = undefined
    }
  }

  // ---- ends ------------------------------------------------------------------------------------------------------

  /** Ends a call without an answer. `error` is what to say where it is certain that nothing happened. */
  private giveUp(call: Call, error: RingKvError): void {
    if (call.finished) return
    const { header } = call
    const atLarge = call.uncertain || call.slot !== undefined
    if (header === undefined || !atLarge) {
      if (header !== undefined) this.ids.settle(header.id.sequence)
      this.finish(call, error, undefined)
    } else {
      this.finishUnknown(call, error.message)
    }
  }

  private finishUnknown(call: Call, why: string): void {
    const { header } = call
    if (header === undefined) {
      this.finish(call, new RingKvError('NO_QUORUM', why), undefined)
      return
    }
    const id = this.ids.operationId(header.id.sequence, header.id.expiry)
    const keys = call.keys ?? [{ keyspace: call.keyspace, key: keyBytes(call.key) }]
    this.ids.giveUp(id)
    this.finish(call, outcomeUnknown({ id, keys }, why), undefined)
  }

  private finish(
    call: Call,
    error: RingKvError | undefined,
    response: WireResponse | undefined,
  ): void {
    call.finished = true
    this.openCalls.remove(call)
    call.done(error, response)
  }
}

/** The calls that are not finished, as a list threaded through them: adding and removing allocates nothing. */
class OpenCalls {
  private first: Call | undefined = undefined

  get isEmpty(): boolean {
    return this.first === undefined
  }

  add(call: Call): void {
    call.next = this.first
    if (this.first !== undefined) this.first.previous = call
    this.first = call
  }

  remove(call: Call): void {
    if (call.previous !== undefined) call.previous.next = call.next
    else if (this.first === call) this.first = call.next
    if (call.next !== undefined) call.next.previous = call.previous
    call.previous = undefined
    call.next = undefined
  }

  /** Those whose deadline is at or before `nowMs`. */
  expired(nowMs: number): Call[] {
    const calls: Call[] = []
    for (let call = this.first; call !== undefined; call = call.next) {
      if (call.deadlineMs <= nowMs) calls.push(call)
    }
    return calls
  }
}

function release(call: Call): void {
  const slot: SessionSlot | undefined = call.slot
  if (slot !== undefined && slot.outstanding > 0) slot.outstanding--
  call.slot = undefined
}

function timestampOf(response: WireResponse): number {
  const { written, get, transact } = response
  if (written) return written.timestamp ?? 0
  if (get) return get.readAt ?? 0
  if (transact) return transact.timestamp ?? 0
  return response.batchGet?.readAt ?? response.scan?.readAt ?? response.resolve?.timestamp ?? 0
}

function retryAfterMs(error: RingKvError): number {
  const details = error.details as Partial<RetryAfterDetails> | undefined
  return details?.retryAfterMs ?? 0
}

function deadlineError(call: Call, connectionFailures: readonly string[]): RingKvError {
  const last = call.lastError
  if (last !== undefined) {
    const code = last.code === 'OUTCOME_UNKNOWN' ? 'NO_QUORUM' : last.code
    return new RingKvError(
      code,
      `${last.message} (tried ${call.failures} times until the deadline)`,
    )
  }
  if (call.sends > 0) return new RingKvError('DEADLINE', 'no answer before the deadline')
  const reasons = connectionFailures.length > 0 ? `: ${connectionFailures.join('; ')}` : ''
  return new RingKvError('DEADLINE', `no node could be reached before the deadline${reasons}`)
}

function closedError(): RingKvError {
  return new RingKvError('SHUTTING_DOWN', 'this client was closed')
}
