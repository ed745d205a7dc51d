/**
 * Reads and orders that no order of whole transactions explains, each by itself, without any cycle: they rule out all models.
 */
import type { Element, ListTransaction } from '../history.ts'
import { groupBy } from '../group-by.ts'
import type { KeyOrder, User } from './key-order.ts'
import { shownList, type Observation } from './observation.ts'

const BAD_READ_NAMES = [
  'internal',
  'duplicate-elements',
  'garbage-read',
  'G1a',
  'dirty-update',
  'G1b',
  'incompatible-order',
  'lost-update',
] as const

export interface BadRead {
  readonly name: (typeof BAD_READ_NAMES)[number]
  readonly explanation: string
  readonly transactions: readonly ListTransaction[]
}

/** In order of severity; at most `perKindMax` of a kind. */
export function badReads(
  observation: Observation,
  orders: readonly KeyOrder[],
  perKindMax: number,
): readonly BadRead[] {
  const found: BadRead[] = observation.contradictions.map(
    ({ transaction, key, read, expected }) => ({
      name: 'internal',
      explanation: `T${transaction.id} read ${shownList(read)} from ${key}, where its own earlier steps allow only ${expected}`,
      transactions: [transaction],
    }),
  )
  for (const order of orders) {
    const { longest, longestReader, readers } = order
    const others = readers.filter(({ use }) => !isBeginning(use.found!, longest))
    // What is wrong in the longest list explains the same in its beginnings.
    for (const reader of longestReader === undefined ? [] : [longestReader, ...others]) {
      found.push(...badElements(observation, order, reader))
    }
    found.push(...others.map((reader) => contradiction(order, reader)))
    found.push(...badBlocks(observation, order), ...lostUpdates(order))
  }
  return BAD_READ_NAMES.flatMap((name) =>
    found.filter((bad) => bad.name === name).slice(0, perKindMax),
  )
}

/** Elements that a list must not hold, and a list that ends in the middle of somebody's appends. */
function badElements(
  { appenders }: Observation,
  { key }: KeyOrder,
  reader: User,
): readonly BadRead[] {
  const bad: BadRead[] = []
  const { transaction } = reader.participant
  const found = reader.use.found!
  const read = (): string => `T${transaction.id} read ${shownList(found)} from ${key}`
  const seen = new Set<Element>()
  let aborted: ListTransaction | undefined
  for (const element of found) {
    if (seen.has(element)) {
      const explanation = `${read()}, which holds ${JSON.stringify(element)} twice`
      bad.push({ name: 'duplicate-elements', explanation, transactions: [transaction] })
    }
    seen.add(element)
    const appender = appenders.get(key)?.get(element)?.transaction
    if (appender === undefined) {
      const explanation = `${read()}, but nobody appended ${JSON.stringify(element)} to it`
      bad.push({ name: 'garbage-read', explanation, transactions: [transaction] })
    } else if (appender.status === 'fail') {
      const explanation = `${read()}, but T${appender.id}, which appended ${JSON.stringify(element)}, failed`
      bad.push({ name: 'G1a', explanation, transactions: [appender, transaction] })
      aborted = appender
    } else if (aborted !== undefined) {
      const explanation = `T${appender.id} appended ${JSON.stringify(element)} to ${key} behind what T${aborted.id} appended, which failed (${read()})`
      bad.push({
        name: 'dirty-update',
        explanation,
        transactions: [aborted, appender, transaction],
      })
      aborted = undefined
    }
  }
  return bad
}

function isBeginning(found: readonly Element[], longest: readonly Element[]): boolean {
  return found.every((element, index) => element === longest[index])
}

/** Two lists of which neither is a beginning of the other. */
function contradiction(
  { key, longest, longestReader }: KeyOrder,
  { participant: { transaction }, use }: User,
): BadRead {
  const other = longestReader!.participant.transaction
  const explanation = `T${transaction.id} read ${shownList(use.found!)} from ${key}, and T${other.id} read ${shownList(longest)}: neither is a beginning of the other`
  return { name: 'incompatible-order', explanation, transactions: [transaction, other] }
}

/** Appends of one transaction that are seen in part, or in another order than they were made in. */
function badBlocks(observation: Observation, order: KeyOrder): readonly BadRead[] {
  const { key, readers, longest, longestReader } = order
  const bad: BadRead[] = []
  const appenders = observation.appenders.get(key)
  for (const { participant, use } of readers) {
    const last = use.found!.at(-1)
    const appender = last === undefined ? undefined : appenders?.get(last)
    if (appender === undefined) continue
    const all = appendsTo(appender.transaction, key)
    if (appender.index === all.length - 1) continue
    const { transaction } = participant
    const explanation = `T${transaction.id} read ${shownList(use.found!)} from ${key}, which ends in the middle of what T${appender.transaction.id} appended: ${shownList(all)}`
    bad.push({ name: 'G1b', explanation, transactions: [appender.transaction, transaction] })
  }
  const byWriter = groupBy(
    // An element that is there twice counts once here: that is another anomaly.
    [...new Set(longest)].flatMap((element) => appenders?.get(element) ?? []),
    ({ transaction }) => transaction,
  )
  for (const [writer, seen] of byWriter) {
    const wrong = seen.find(({ index }, position) => index !== position)
    if (wrong === undefined) continue
    const reader = longestReader!.participant.transaction
    const all = appendsTo(writer, key)
    const isPart = wrong.index >= seen.length
    const explanation = `T${reader.id} read ${shownList(longest)} from ${key}, which shows T${writer.id}'s ${shownList(all)} ${isPart ? 'without its beginning' : 'in another order'}`
    const name = isPart ? 'G1b' : 'incompatible-order'
    bad.push({ name, explanation, transactions: [writer, reader] })
  }
  return bad
}

function appendsTo(transaction: ListTransaction, key: string): readonly Element[] {
  return transaction.steps.flatMap((step) =>
    step.f === 'append' && step.key === key ? [step.element] : [],
  )
}

/** Two that found the same (told by length and end: wrong lists are told elsewhere) and both appended to it: each overlooks the other, whatever the order. */
function lostUpdates({ key, writers }: KeyOrder): readonly BadRead[] {
  const updaters = writers.filter(({ use }) => use.found !== undefined)
  const byFound = groupBy(
    updaters,
    ({ use }) => `${use.found!.length} ${JSON.stringify(use.found!.at(-1))}`,
  )
  return [...byFound.values()].flatMap((group) => {
    const [first, second] = group
    if (second === undefined) return []
    const transactions = group.map(({ participant }) => participant.transaction)
    const names = transactions.slice(0, 5).map(({ id }) => `T${id}`)
    if (transactions.length > names.length) names.push('…')
    const explanation = `${names.join(' and ')} each read ${shownList(first!.use.found!)} from ${key} and appended to it: whoever came second overlooked the other`
    return [{ name: 'lost-update', explanation, transactions }]
  })
}
