/**
 * From requests to list-append transactions. The function is `txn`, its value a list of `["append", KEY, ELEMENT]` and
 * `["r", KEY, ELEMENTS]`, where the elements read are `null` until the answer. In an answer `null` is the empty list.
 */
import { z } from 'zod'
import { shown } from '../../src/base/shown.ts'
import { badEvent, type HistoryEvent, type Request } from './events.ts'
import { HistoryError, type Element, type ListStep, type ListTransaction } from './history.ts'

/** Requests that are no transactions (faults that somebody recorded among them) are left out. */
export function listTransactions(requests: readonly Request[]): readonly ListTransaction[] {
  return requests
    .filter(({ invoke }) => invoke.f === 'txn')
    .map(({ id, process, invoke, completion }) => {
      const status =
        completion === undefined || completion.type === 'invoke' ? 'info' : completion.type
      const told = completion !== undefined && tellsSteps(completion) ? completion : invoke
      return {
        id,
        process,
        status,
        steps: stepsOf(told.value, status === 'ok', (message) => badEvent(told, message)),
        start: invoke.time,
        end: completion?.time ?? Infinity,
      }
    })
}

/** Whether a completion holds the steps, and what was read; after a failure recorders may write what they like. */
function tellsSteps({ type, value }: HistoryEvent): boolean {
  return type === 'ok' || (type === 'info' && Array.isArray(value) && value.every(Array.isArray))
}

type Fail = (message: string) => never

function stepsOf(value: unknown, isAnswered: boolean, fail: Fail): readonly ListStep[] {
  if (!Array.isArray(value)) return fail('a transaction is a list of steps')
  return value.map((step: unknown) => {
    if (!Array.isArray(step) || step.length < 2 || step.length > 3) {
      return fail('a step is ["append", key, element] or ["r", key, elements]')
    }
    const [f, key, operand] = step as readonly unknown[]
    if (typeof key !== 'string' && typeof key !== 'number') {
      return fail(`a key must be text or a number, not ${shown(key)}`)
    }
    if (f === 'append') {
      if (!isElement(operand)) {
        return fail(`an element must be text or a number, not ${shown(operand)}`)
      }
      return { f, key: String(key), element: operand }
    }
    if (f !== 'r') return fail(`a step must append or r, not ${shown(f)}`)
    return { f: 'read', key: String(key), elements: elementsOf(operand ?? null, isAnswered, fail) }
  })
}

function elementsOf(
  value: unknown,
  isAnswered: boolean,
  fail: Fail,
): readonly Element[] | undefined {
  if (value === null) return isAnswered ? [] : undefined
  if (Array.isArray(value) && value.every(isElement)) return value
  return fail(`what was read must be a list of numbers and text, not ${shown(value)}`)
}

function isElement(value: unknown): value is Element {
  return typeof value === 'string' || typeof value === 'number'
}

// ---- collections of small histories ------------------------------------------------------------------------------

const NAMED_HISTORIES = z.array(
  z.looseObject({
    name: z.string(),
    txns: z.array(
      z.object({
        id: z.number(),
        process: z.union([z.number(), z.string()]),
        start: z.number(),
        end: z.number().nullish(),
        status: z.enum(['ok', 'fail', 'info']),
        ops: z.unknown(),
      }),
    ),
  }),
)

export interface NamedHistory {
  readonly name: string
  readonly transactions: readonly ListTransaction[]
}

/** A JSON array of `{name, txns}`, each transaction whole: `{id, process, start, end, status, ops}`. */
export function readNamedHistories(json: string, file: string): readonly NamedHistory[] {
  let parsed: unknown
  try {
    parsed = JSON.parse(json)
  } catch (error) {
    throw new HistoryError(`${file}: not JSON: ${(error as Error).message}`)
  }
  const histories = NAMED_HISTORIES.safeParse(parsed)
  if (!histories.success) {
    const { path, message } = histories.error.issues[0]!
    throw new HistoryError(`${file}: ${[path.join('.'), message].join(': ')}`)
  }
  return histories.data.map(({ name, txns }) => ({
    name,
    transactions: txns.map(({ id, process, start, end, status, ops }) => ({
      id,
      process,
      status,
      steps: stepsOf(ops, status === 'ok', (message) => {
        throw new HistoryError(`${file}: ${name}, transaction ${id}: ${message}`)
      }),
      start,
      end: status === 'ok' ? (end ?? Infinity) : Infinity,
    })),
  }))
}
