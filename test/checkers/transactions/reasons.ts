/** Why there is an edge between two transactions, in a sentence. */
import { assert, unreachable } from '../../../src/base/assert.ts'
import type { KeyOrder } from './key-order.ts'
import { shownList, type KeyUse, type Participant } from './observation.ts'
import type { Step } from './path-search.ts'

export function reasonOf(
  step: Step,
  participants: readonly Participant[],
  orders: readonly KeyOrder[],
): string {
  const from = participants[step.from]!
  const to = participants[step.to]!
  const [first, second] = [`T${from.transaction.id}`, `T${to.transaction.id}`]
  switch (step.kind) {
    case 'realtime':
      return `${first} ended (at ${from.transaction.end}) before ${second} began (at ${to.transaction.start})`
    case 'process':
      return `${first} ended (at ${from.transaction.end}) before ${second} began (at ${to.transaction.start}), in the same process ${to.transaction.process}`
    case 'ww':
    case 'wr':
    case 'rw':
      break
    default:
      return unreachable(step.kind)
  }
  const order = orders[step.order]!
  const { key } = order
  const [did, then] = [useOf(from, key), useOf(to, key)]
  const appended = shownElements(then)
  switch (step.kind) {
    case 'wr':
      return `${second} read ${shownList(then.found!)} from ${key}, and so saw what ${first} appended: ${shownElements(did)}`
    case 'rw': {
      const isRead = then.appended.some((element) => order.longest.includes(element))
      return `${first} read ${shownList(did.found!)} from ${key}, and so came before ${second} appended ${appended}${isRead ? '' : ', which nobody read'}`
    }
    case 'ww':
      return `${first} appended ${shownElements(did)} to ${key}, and ${second} appended ${appended} after it${orderReason(order, from, to)}`
  }
}

/** How the order of two appends is known. */
function orderReason(order: KeyOrder, from: Participant, to: Participant): string {
  const reader = order.longestReader?.participant.transaction
  const { key, longest, successor, unread } = order
  if (successor?.participant === to) return `, for it read ${shownList(longest)} before that`
  if (unread.some(({ participant }) => participant === to) && reader !== undefined) {
    return successor?.participant === from
      ? ` (nobody read the latter, and T${from.transaction.id} read all the rest of ${key})`
      : ` (nobody read the latter; T${reader.id} read all the rest of ${key})`
  }
  return reader === undefined ? '' : ` (T${reader.id} read ${shownList(longest)})`
}

function useOf(participant: Participant, key: string): KeyUse {
  const use = participant.uses.get(key)
  assert(use !== undefined, `T${participant.transaction.id} has nothing to do with ${key}`)
  return use
}

function shownElements({ appended }: KeyUse): string {
  return appended.length === 1 ? JSON.stringify(appended[0]) : shownList(appended)
}
