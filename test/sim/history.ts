/**
 * Histories as outside tools and `check-history` read them: JSON lines, an `invoke` and an end for each request (08, "Checkers").
 * Where an outcome stayed unknown the same worker goes on under another process name, as the form demands.
 */
import type {
  ListStep,
  ListTransaction,
  Operation,
  StoreAnswer,
  StoreCall,
} from '../checkers/index.ts'

/** `--kind` of `check-history`. */
export interface RecordedHistory {
  readonly kind: 'store' | 'list-append'
  /** One JSON object each, in the order of their times. */
  readonly lines: readonly string[]
}

interface Request {
  readonly process: number | string
  readonly start: number
  readonly end: number
  readonly type: ListTransaction['status']
  /** What the events say besides. */
  readonly invoke: object
  readonly ended: object
}

/** Operations on single keys; times of different operations differ. */
export function storeHistory(
  operations: readonly Operation<StoreCall, StoreAnswer>[],
): RecordedHistory {
  const requests = operations.map(({ process, key, call, outcome, start, end }): Request => {
    const { f, ...asked } = call
    const value = 'by' in asked ? asked.by : 'elements' in asked ? asked.elements : undefined
    const invoke = { f, key, value, ...('by' in asked || 'elements' in asked ? {} : asked) }
    const ended = outcome.type === 'ok' ? { f, key, ...answered(outcome.answer) } : { f, key }
    return { process, start, end, type: outcome.type, invoke, ended }
  })
  return { kind: 'store', lines: linesOf(requests) }
}

function answered(answer: StoreAnswer): object {
  switch (answer.type) {
    case 'read':
    case 'written':
      return { value: answer.value ?? null, version: answer.version }
    case 'conflict':
      return { refused: 'conflict', version: answer.version }
    case 'refused':
      return { refused: 'type' }
  }
}

/** Transactions that append to lists and read them; times of different transactions differ. */
export function listHistory(transactions: readonly ListTransaction[]): RecordedHistory {
  const requests = transactions.map(({ process, status, steps, start, end }): Request => {
    const f = 'txn'
    // An answer tells all that was read; a read that it does not tell is left out.
    const told = steps.filter((step) => step.f === 'append' || step.elements !== undefined)
    const invoke = { f, value: steps.map((step) => stepOf(step, false)) }
    const ended = status === 'fail' ? { f } : { f, value: told.map((step) => stepOf(step, true)) }
    return { process, start, end, type: status, invoke, ended }
  })
  return { kind: 'list-append', lines: linesOf(requests) }
}

function stepOf(step: ListStep, isTold: boolean): readonly unknown[] {
  if (step.f === 'append') return ['append', step.key, step.element]
  return ['r', step.key, isTold ? step.elements : null]
}

function linesOf(requests: readonly Request[]): string[] {
  const lives = new Map<number | string, number>()
  const events: { readonly time: number; readonly line: string }[] = []
  const add = (time: number, event: object): void => {
    events.push({ time, line: JSON.stringify({ ...event, time }, plain) })
  }
  for (const { process, start, end, type, invoke, ended } of requests) {
    const life = lives.get(process) ?? 1
    const name = life === 1 ? process : `${process}.${life}`
    if (type === 'info') lives.set(process, life + 1)
    add(start, { process: name, type: 'invoke', ...invoke })
    add(end, { process: name, type, ...ended })
  }
  return events.sort((a, b) => a.time - b.time).map(({ line }) => line)
}

/** JSON knows no bigints; those of workloads are small. */
function plain(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value
}
