/**
 * The syntaxes in which events come: JSON lines (ours), EDN maps (Jepsen's and Porcupine's test data) and the log lines of early
 * Jepsen. Where events do not all say when (`time`) the order of the lines is the order in time.
 */
import { z } from 'zod'
import { EVENT_TYPES, type EventType, type HistoryEvent } from './events.ts'
import { Keyword, parseEdn, type EdnMap, type EdnValue } from './edn.ts'
import { HistoryError } from './history.ts'

const JSON_EVENT = z.looseObject({
  process: z.union([z.number(), z.string()]),
  type: z.enum(EVENT_TYPES),
  f: z.string(),
  key: z.union([z.number(), z.string()]).optional(),
  value: z.unknown().optional(),
  time: z.number(),
})

/** Ours: `{"process", "type", "f", "key", "value", "time", …}`, one event a line; empty lines are skipped. */
export function readJsonLines(text: string, name: string): readonly HistoryEvent[] {
  const events: HistoryEvent[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const at = `${name}:${index + 1}`
    let parsed: unknown
    try {
      parsed = JSON.parse(line)
    } catch (error) {
      throw new HistoryError(`${at}: not JSON: ${(error as Error).message}`)
    }
    const event = JSON_EVENT.safeParse(parsed)
    if (!event.success) {
      const { path, message } = event.error.issues[0]!
      throw new HistoryError(`${at}: ${[...path, message].join(': ')}`)
    }
    const { process, type, f, key, value, time, ...extra } = event.data
    events.push({ at, line: index + 1, process, type, f, key, value, time, extra })
  }
  return events
}

/** One map per event, or one vector of them. Events of the nemesis are faults, not requests, and are left out. */
export function readEdnEvents(text: string, name: string): readonly HistoryEvent[] {
  const forms = parseEdn(text, name)
  const events: HistoryEvent[] = []
  for (const { line, value } of forms) {
    // One vector around all: every event bears the line where it begins.
    for (const entry of Array.isArray(value) ? (value as readonly EdnValue[]) : [value]) {
      const event = ednEvent(entry, name, line)
      if (event !== undefined) events.push(event)
    }
  }
  const isTimed = events.every(({ time }) => !Number.isNaN(time))
  return isTimed ? events : events.map((event, index) => ({ ...event, time: index }))
}

/** Its time is `NaN` if it does not say. */
function ednEvent(value: EdnValue, name: string, line: number): HistoryEvent | undefined {
  const at = `${name}:${line}`
  if (!isMap(value)) throw new HistoryError(`${at}: an event must be a map`)
  const plain = plainOf(value) as Readonly<Record<string, unknown>>
  const { process, type, f = 'txn', key, value: content, time, ...extra } = plain
  if (process === 'nemesis') return undefined
  if (!isEventType(type)) throw new HistoryError(`${at}: :type must be one of ${TYPES_NAMED}`)
  if (typeof f !== 'string') throw new HistoryError(`${at}: :f must be a keyword`)
  if (process !== undefined && typeof process !== 'number' && typeof process !== 'string') {
    throw new HistoryError(`${at}: :process must be a number or a keyword`)
  }
  return {
    at,
    line,
    process,
    type,
    f,
    key,
    value: content,
    extra,
    time: typeof time === 'number' ? time : NaN,
  }
}

const TYPES_NAMED = EVENT_TYPES.map((type) => `:${type}`).join(', ')

function isEventType(type: unknown): type is EventType {
  return EVENT_TYPES.some((known) => known === type)
}

function isMap(value: EdnValue): value is EdnMap {
  return value instanceof Map
}

/** As JSON would have it: keywords by their names, maps as objects. */
function plainOf(value: EdnValue): unknown {
  if (value instanceof Keyword) return value.name
  if (Array.isArray(value)) return (value as readonly EdnValue[]).map(plainOf)
  if (typeof value === 'object' && value !== null && isMap(value)) {
    return Object.fromEntries([...value].map(([key, item]) => [key, plainOf(item)]))
  }
  return value
}

/**
 * `INFO  jepsen.util - CLIENT :TYPE :OP VALUE`. A compare that failed is told as `:fail`, which is an answer and so becomes `ok`
 * with `swapped: false`; lines of another kind are noise of the log.
 */
export function readJepsenLog(text: string, name: string): readonly HistoryEvent[] {
  const events: HistoryEvent[] = []
  for (const [index, line] of text.split('\n').entries()) {
    const found = /^INFO\s+jepsen\.util\s+-\s+(\d+)\s+:(\w+)\s+:(\w+)\s+(.*\S)/.exec(line)
    if (found === null) continue
    const at = `${name}:${index + 1}`
    const [, process, type, f, value] = found as unknown as readonly string[]
    if (!isEventType(type)) {
      throw new HistoryError(`${at}: the type must be one of ${TYPES_NAMED}`)
    }
    const isMismatch = type === 'fail' && f === 'cas'
    events.push({
      at,
      line: index + 1,
      process: Number(process),
      type: isMismatch ? 'ok' : type,
      f: f!,
      key: 'register',
      value: plainOf(parseEdn(value!, at)[0]?.value ?? null),
      extra: isMismatch ? { swapped: false } : {},
      time: events.length,
    })
  }
  return events
}
