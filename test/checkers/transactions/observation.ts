/**
 * What the transactions of a list-append history did and saw: which of them count, what each found under a key before its own
 * appends, and in which order the elements of each key came in (Kingsbury and Alvaro, "Elle", 2020).
 *
 * A transaction of unknown outcome counts if and only if somebody who counts read one of its elements. If nobody did, leaving
 * it out never spoils an order that explains the rest: nobody's reads and nobody's place depend on it. If somebody did it
 * happened, all of it: elements that nobody read included.
 */
import { HistoryError, type Element, type ListTransaction } from '../history.ts'

/** Who appended an element, and as its how manieth to that key (from 0). */
interface Appender {
  readonly transaction: ListTransaction
  readonly index: number
}

/** What one transaction did with one key. */
export interface KeyUse {
  /** What the key held before this transaction; `undefined` if it never read it, or the answer is not known. */
  readonly found: readonly Element[] | undefined
  readonly appended: readonly Element[]
}

/** A transaction that counts: `ok`, or seen. Its number is its node in the dependency graph. */
export interface Participant {
  readonly number: number
  readonly transaction: ListTransaction
  readonly uses: ReadonlyMap<string, KeyUse>
}

/** A read that contradicts what its own transaction did or saw before. */
interface InternalContradiction {
  readonly transaction: ListTransaction
  readonly key: string
  readonly read: readonly Element[]
  readonly expected: string
}

export interface Observation {
  readonly participants: readonly Participant[]
  /** By key, then element; of all transactions, failed ones too. */
  readonly appenders: ReadonlyMap<string, ReadonlyMap<Element, Appender>>
  readonly contradictions: readonly InternalContradiction[]
}

/** Throws `HistoryError` for a history that breaks the rules of history.ts. */
export function observe(transactions: readonly ListTransaction[]): Observation {
  const appenders = appendersOf(transactions)
  const contradictions: InternalContradiction[] = []
  const participants: Participant[] = []
  const counted = new Set<ListTransaction>()
  const queue = transactions.filter(({ status }) => status === 'ok')
  queue.forEach((transaction) => counted.add(transaction))
  // The queue grows while it is walked: a counted transaction makes those count that it saw.
  for (const transaction of queue) {
    const uses = usesOf(transaction, contradictions)
    participants.push({ number: participants.length, transaction, uses })
    for (const [key, { found }] of uses) {
      for (const element of found ?? []) {
        const seen = appenders.get(key)?.get(element)?.transaction
        if (seen?.status !== 'info' || counted.has(seen)) continue
        counted.add(seen)
        queue.push(seen)
      }
    }
  }
  return { participants, appenders, contradictions }
}

function appendersOf(
  transactions: readonly ListTransaction[],
): Map<string, Map<Element, Appender>> {
  const appenders = new Map<string, Map<Element, Appender>>()
  const ids = new Set<number>()
  for (const transaction of transactions) {
    demandSound(transaction, ids)
    const counts = new Map<string, number>()
    for (const step of transaction.steps) {
      if (step.f !== 'append') continue
      const { key, element } = step
      const ofKey = appenders.get(key) ?? new Map<Element, Appender>()
      appenders.set(key, ofKey)
      const other = ofKey.get(element)
      if (other !== undefined) {
        throw new HistoryError(
          `transactions ${other.transaction.id} and ${transaction.id} both append ${JSON.stringify(element)} to ${key}: ` +
            'each element must be appended once, or no read says whose append it saw',
        )
      }
      const index = counts.get(key) ?? 0
      counts.set(key, index + 1)
      ofKey.set(element, { transaction, index })
    }
  }
  return appenders
}

function demandSound(transaction: ListTransaction, ids: Set<number>): void {
  const { id, status, start, end } = transaction
  if (ids.has(id)) throw new HistoryError(`there are two transactions ${id}`)
  ids.add(id)
  if (Number.isNaN(start)) throw new HistoryError(`transaction ${id} has no start`)
  if (status === 'ok' && !(end >= start)) {
    throw new HistoryError(`transaction ${id} ends (at ${end}) before it starts (at ${start})`)
  }
}

/** Walks the steps in order. Of several reads of a key the first one says what was found; the others must agree with it. */
function usesOf(
  transaction: ListTransaction,
  contradictions: InternalContradiction[],
): Map<string, KeyUse> {
  const uses = new Map<string, { found: readonly Element[] | undefined; appended: Element[] }>()
  for (const step of transaction.steps) {
    const use = uses.get(step.key) ?? { found: undefined, appended: [] }
    uses.set(step.key, use)
    if (step.f === 'append') {
      use.appended.push(step.element)
      continue
    }
    const { key, elements } = step
    if (elements === undefined) continue
    const own = use.appended
    if (use.found !== undefined) {
      const expected = [...use.found, ...own]
      if (!sameElements(elements, expected)) {
        contradictions.push({ transaction, key, read: elements, expected: shownList(expected) })
      }
      continue
    }
    const foundCount = elements.length - own.length
    if (foundCount < 0 || !sameElements(elements.slice(foundCount), own)) {
      const expected = `something that ends with its own ${shownList(own)}`
      contradictions.push({ transaction, key, read: elements, expected })
      continue
    }
    use.found = elements.slice(0, foundCount)
  }
  demandNothingOwnFound(transaction, uses, contradictions)
  return uses
}

/** Nobody finds what he appends himself, be it before or after he looks. */
function demandNothingOwnFound(
  transaction: ListTransaction,
  uses: ReadonlyMap<string, KeyUse>,
  contradictions: InternalContradiction[],
): void {
  for (const [key, { found, appended }] of uses) {
    const own = new Set(appended)
    if (found === undefined || !found.some((element) => own.has(element))) continue
    const expected = 'nothing that it appended later or had appended already'
    contradictions.push({ transaction, key, read: found, expected })
  }
}

function sameElements(one: readonly Element[], other: readonly Element[]): boolean {
  return one.length === other.length && one.every((element, index) => element === other[index])
}

/** A list for an explanation: long ones by their ends. */
export function shownList(elements: readonly Element[]): string {
  const shown = elements.map((element) => JSON.stringify(element))
  if (shown.length > 12) shown.splice(3, shown.length - 9, '…')
  return `[${shown.join(', ')}]`
}
