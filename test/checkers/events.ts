/**
 * Events, as every recorder writes them: a request starts (`invoke`), and later its outcome is known (`ok`, `fail`) or never will
 * be (`info`). Here both ends are put together.
 */
import { shown } from '../../src/base/shown.ts'
import { HistoryError, type Process } from './history.ts'

export const EVENT_TYPES = ['invoke', 'ok', 'fail', 'info'] as const
export type EventType = (typeof EVENT_TYPES)[number]

export interface HistoryEvent {
  /** `FILE:LINE`, for errors. */
  readonly at: string
  /** From 1. */
  readonly line: number
  /** `undefined` in a history in which every request is answered before the next one starts. */
  readonly process: Process | undefined
  readonly type: EventType
  readonly f: string
  readonly key?: unknown
  readonly value: unknown
  /** What else the recorder wrote: versions, conditions, reasons. */
  readonly extra: Readonly<Record<string, unknown>>
  readonly time: number
}

/** A request with both its ends; no completion if none was recorded. */
export interface Request {
  /** The line on which it starts; its place among the requests where several share a line. */
  readonly id: number
  readonly process: Process
  readonly invoke: HistoryEvent
  readonly completion: HistoryEvent | undefined
}

/**
 * A completion belongs to the latest unfinished request of its process. `isStrict`: a process has one request under way at a time
 * and does nothing after an `info`; else one that is never finished counts as of unknown outcome.
 */
export function pairEvents(events: readonly HistoryEvent[], isStrict: boolean): readonly Request[] {
  const open = new Map<Process | undefined, number[]>()
  const requests: { invoke: HistoryEvent; completion: HistoryEvent | undefined }[] = []
  for (const event of events) {
    const underWay = open.get(event.process) ?? []
    open.set(event.process, underWay)
    if (event.type === 'invoke') {
      if (isStrict && underWay.length > 0) {
        const before = requests[underWay[0]!]!.invoke.at
        badEvent(
          event,
          `process ${event.process} starts a request while that of ${before} is under way`,
        )
      }
      underWay.push(requests.length)
      requests.push({ invoke: event, completion: undefined })
      continue
    }
    const number = underWay.pop()
    if (number === undefined) badEvent(event, `process ${event.process} has no request under way`)
    const request = requests[number]!
    if (event.f !== request.invoke.f) {
      badEvent(event, `a ${event.f} ends the ${request.invoke.f} of ${request.invoke.at}`)
    }
    if (event.time < request.invoke.time) {
      badEvent(
        event,
        `ends (at ${event.time}) before it starts (at ${request.invoke.time}, ${request.invoke.at})`,
      )
    }
    request.completion = event
  }
  // The line names a request best, if each has its own.
  const lines = new Set(requests.map(({ invoke }) => invoke.line))
  return requests.map((request, index) => {
    const id = lines.size === requests.length ? request.invoke.line : index + 1
    return { id, process: request.invoke.process ?? `of request ${id}`, ...request }
  })
}

export function badEvent(event: HistoryEvent, message: string): never {
  throw new HistoryError(`${event.at}: ${message}`)
}

/** The key of an event, as text. */
export function keyOf(event: HistoryEvent): string {
  const { key } = event
  if (typeof key === 'string' || typeof key === 'number') return String(key)
  return badEvent(event, `the key of a ${event.f} must be text or a number, not ${shown(key)}`)
}
