/**
 * The sessions of one client: one per node, opened when first wanted, opened again with backoff when they break. A
 * session counts as open when its node has answered a first frame, so that a client is only ever pointed at a node that is
 * alive.
 *
 * A node can fall silent without its connection breaking (stopped process, lost route). A session that owes answers and
 * has been silent is probed with a request that every node answers by itself; still silent, it is closed, which gives all
 * its requests back for another node.
 */
import type { Clock, Scheduler, Timer } from '../base/clock.ts'
import type { Random } from '../base/random.ts'
import { backoffMs } from '../base/backoff.ts'
import { plainReason } from './reasons.ts'
import type {
  OpenSession,
  Receiver,
  Session,
  SessionEvents,
  SessionHello,
  WireRequest,
  WireRoutes,
} from './session.ts'

/** A session that is not open this long after dialling has failed. */
const OPEN_TIMEOUT_MS = 3000
const REOPEN_BASE_MS = 50
const REOPEN_MAX_MS = 1000
/** Silence after which a session that owes answers is probed, and closed. */
const PROBE_AFTER_MS = 1000
const SILENT_AFTER_MS = 3000
/** How many of the addresses given to `connect` are dialled at once. */
const SEEDS_AT_ONCE = 3

type SlotState = 'idle' | 'opening' | 'open'

/** One node as the pool knows it. */
export interface SessionSlot {
  readonly address: string
  /** Requests that it owes an answer. */
  outstanding: number
  /** When it was heard, or when it began to owe answers: the later of them. */
  heardAtMs: number
  session: Session | undefined
}

interface Slot extends SessionSlot {
  state: SlotState
  failures: number
  probedAtMs: number
  timer: Timer | undefined
  lastFailure: string
}

export interface PoolOptions {
  readonly clock: Pick<Clock, 'monotonicMs'>
  readonly scheduler: Scheduler
  readonly random: Random
  readonly openSession: OpenSession
  readonly hello: SessionHello
  readonly seeds: readonly string[]
}

export interface PoolEvents {
  /** A session can take requests. */
  opened(): void
  clock(reading: number): void
  routes(routes: WireRoutes): void
  /** Whether the address is still one of the cluster's: a broken session to another one is forgotten. */
  isWanted(address: string): boolean
}

const IGNORE_ANSWER: Receiver = { answered: () => undefined, broken: () => undefined }

export class SessionPool {
  private readonly options: PoolOptions
  private readonly events: PoolEvents
  private readonly slots = new Map<string, Slot>()
  /** The open ones, for picking any. */
  private open: Slot[] = []
  private turn = 0
  private closed = false

  constructor(options: PoolOptions, events: PoolEvents) {
    this.options = options
    this.events = events
  }

  start(): void {
    const { seeds, random } = this.options
    const first = seeds.length <= SEEDS_AT_ONCE ? 0 : random.integer(0, seeds.length - 1)
    for (const seed of seeds) this.slotOf(seed)
    for (let i = 0; i < Math.min(seeds.length, SEEDS_AT_ONCE); i++) {
      this.dial(this.slotOf(seeds[(first + i) % seeds.length]!))
    }
  }

  get openCount(): number {
    return this.open.length
  }

  /** Addresses of the open sessions. */
  openAddresses(): string[] {
    return this.open.map((slot) => slot.address)
  }

  /** What went wrong with each address that is not open. */
  failures(): string[] {
    return [...this.slots.values()]
      .filter((slot) => slot.state !== 'open' && slot.lastFailure !== '')
      .map((slot) => `${slot.address}: ${slot.lastFailure}`)
  }

  /**
   * An open session: that of `preferred` if it is open, else another one (and `preferred` is dialled for next time).
   * `avoid` is only used when there is no other. `undefined` = none is open; `opened` will tell.
   */
  pick(preferred: string | undefined, avoid: string | undefined): SessionSlot | undefined {
    if (preferred !== undefined && preferred !== avoid) {
      const slot = this.slotOf(preferred)
      if (slot.state === 'open') return slot
      if (slot.state === 'idle' && slot.timer === undefined) this.dial(slot)
    }
    const { open } = this
    if (open.length === 0) {
      for (const slot of this.slots.values()) {
        if (slot.state === 'idle' && slot.timer === undefined) this.dial(slot)
      }
      return undefined
    }
    this.turn = (this.turn + 1) % open.length
    const slot = open[this.turn]!
    return slot.address === avoid ? open[(this.turn + 1) % open.length] : slot
  }

  /** The open session among these addresses that owes the fewest answers; `undefined` = none of them is open. */
  pickAmong(addresses: readonly string[], avoid: string | undefined): SessionSlot | undefined {
    const { open } = this
    let best: Slot | undefined
    this.turn++
    for (let i = 0; i < open.length; i++) {
      const slot = open[(this.turn + i) % open.length]!
      if (slot.address === avoid || !addresses.includes(slot.address)) continue
      if (best === undefined || slot.outstanding < best.outstanding) best = slot
    }
    return best
  }

  /** A request was given to the session of this slot. Its silence counts from the first that is not answered. */
  asked(slot: SessionSlot): void {
    if (slot.outstanding++ === 0) slot.heardAtMs = this.options.clock.monotonicMs()
  }

  /** Whether `tick` has something to watch. */
  get owesAnswers(): boolean {
    return this.open.some((slot) => slot.outstanding > 0)
  }

  /** Probes and closes silent sessions. Call often while one owes answers. */
  tick(nowMs: number): void {
    for (const slot of [...this.open]) {
      if (slot.outstanding === 0) continue
      const silentMs = nowMs - slot.heardAtMs
      if (silentMs > SILENT_AFTER_MS) {
        this.fail(slot, `no answer for ${Math.round(silentMs)} ms`)
      } else if (silentMs > PROBE_AFTER_MS && slot.probedAtMs <= slot.heardAtMs) {
        slot.probedAtMs = nowMs
        this.probe(slot)
      }
    }
  }

  close(): void {
    this.closed = true
    this.open = []
    for (const slot of this.slots.values()) {
      slot.timer?.cancel()
      slot.session?.close()
    }
    this.slots.clear()
  }

  private slotOf(address: string): Slot {
    const known = this.slots.get(address)
    if (known !== undefined) return known
    const slot: Slot = {
      address,
      outstanding: 0,
      session: undefined,
      state: 'idle',
      failures: 0,
      heardAtMs: 0,
      probedAtMs: 0,
      timer: undefined,
      lastFailure: '',
    }
    this.slots.set(address, slot)
    return slot
  }

  private dial(slot: Slot): void {
    const { openSession, hello, scheduler } = this.options
    slot.state = 'opening'
    slot.timer = scheduler.after(OPEN_TIMEOUT_MS, () => {
      this.fail(slot, `no answer within ${OPEN_TIMEOUT_MS} ms`)
    })
    const events: SessionEvents = {
      opened: () => {
        if (slot.session === session) this.probe(slot)
      },
      clock: (reading) => {
        if (slot.session !== session) return
        slot.heardAtMs = this.options.clock.monotonicMs()
        this.events.clock(reading)
        if (slot.state === 'opening') this.becomeOpen(slot)
      },
      routes: (routes) => {
        if (slot.session === session) this.events.routes(routes)
      },
      closed: (reason) => {
        if (slot.session === session) this.retire(slot, reason)
      },
    }
    const session = openSession(slot.address, hello, events)
    slot.session = session
  }

  /** Asks for the time: every node answers that alone, at once. */
  private probe(slot: Slot): void {
    const request: WireRequest = { timeoutMs: SILENT_AFTER_MS, begin: { floor: 0 } }
    try {
      slot.session?.send(request, IGNORE_ANSWER)
    } catch {
      // It takes no more requests: silence will tell.
    }
  }

  private becomeOpen(slot: Slot): void {
    slot.timer?.cancel()
    slot.timer = undefined
    slot.state = 'open'
    slot.failures = 0
    slot.lastFailure = ''
    slot.outstanding = 0
    this.open.push(slot)
    this.events.opened()
  }

  /** Gives up on a session that did not report its end by itself. */
  private fail(slot: Slot, reason: string): void {
    const { session } = slot
    this.retire(slot, reason)
    session?.close()
  }

  /** The session has ended: dial again after a while. */
  private retire(slot: Slot, reason: string): void {
    if (this.closed) return
    this.open = this.open.filter((other) => other !== slot)
    slot.session = undefined
    slot.state = 'idle'
    slot.outstanding = 0
    slot.failures++
    slot.lastFailure = plainReason(reason)
    slot.timer?.cancel()
    const { scheduler, random } = this.options
    const delayMs = backoffMs(slot.failures, REOPEN_BASE_MS, REOPEN_MAX_MS, random)
    slot.timer = scheduler.after(delayMs, () => {
      slot.timer = undefined
      if (this.events.isWanted(slot.address)) this.dial(slot)
      else this.slots.delete(slot.address)
    })
  }
}
