/** The quorum suite (FORMAT.md, section 2): each directive is one computation. */
import assert from 'node:assert/strict'
import { replicaId, type ReplicaId } from '../../src/base/ids.ts'
import {
  majorityReached,
  quorumReached,
  quorumVote,
  type VoteResult,
} from '../../src/raft/quorum.ts'
import { valuesOf, type Directive } from './data-driven.ts'

const VOTE_WORDS: Readonly<Record<VoteResult, string>> = {
  won: 'VoteWon',
  pending: 'VotePending',
  lost: 'VoteLost',
}

type Reached = ReadonlyMap<ReplicaId, number>

export function runQuorum(directive: Directive): string {
  const incoming = ids(valuesOf(directive, 'cfg') ?? [])
  const second = valuesOf(directive, 'cfgj')
  const outgoing = second === undefined || second[0] === 'zero' ? [] : ids(second)
  const union = [...new Set([...incoming, ...outgoing])]
  switch (directive.command) {
    case 'committed':
      return runCommitted(directive, incoming, outgoing, union)
    case 'vote':
      return runVote(directive, incoming, outgoing, union)
    default:
      return 'unknown command'
  }
}

function runCommitted(
  directive: Directive,
  incoming: readonly ReplicaId[],
  outgoing: readonly ReplicaId[],
  union: readonly ReplicaId[],
): string {
  const given = valuesOf(directive, 'idx') ?? []
  if (given.length !== union.length) return mismatch(union.length, given.length)
  const reached = new Map<ReplicaId, number>()
  union.forEach((id, i) => {
    if (given[i] !== '_') reached.set(id, Number(given[i]))
  })
  const result = committed(incoming, outgoing, reached)
  checkProperties(incoming, outgoing, reached, result)
  const text = result === Infinity ? '∞' : String(result)
  return `${picture(union, reached)}${text}\n`
}

function runVote(
  directive: Directive,
  incoming: readonly ReplicaId[],
  outgoing: readonly ReplicaId[],
  union: readonly ReplicaId[],
): string {
  const given = valuesOf(directive, 'votes') ?? []
  if (given.length !== union.length) return mismatch(union.length, given.length)
  const votes = new Map<ReplicaId, boolean>()
  union.forEach((id, i) => {
    if (given[i] !== '_') votes.set(id, given[i] === 'y')
  })
  const voteOf = (id: ReplicaId): boolean | undefined => votes.get(id)
  const result = quorumVote({ voters: incoming, votersOutgoing: outgoing }, voteOf)
  assert.equal(quorumVote({ voters: outgoing, votersOutgoing: incoming }, voteOf), result)
  return `${VOTE_WORDS[result]}\n`
}

function committed(
  incoming: readonly ReplicaId[],
  outgoing: readonly ReplicaId[],
  reached: Reached,
): number {
  return quorumReached({ voters: incoming, votersOutgoing: outgoing }, (id) => reached.get(id) ?? 0)
}

/** What the original harness asserts silently. */
function checkProperties(
  incoming: readonly ReplicaId[],
  outgoing: readonly ReplicaId[],
  reached: Reached,
  result: number,
): void {
  assert.equal(Math.min(slowlyReached(incoming, reached), slowlyReached(outgoing, reached)), result)
  assert.equal(committed(outgoing, incoming, reached), result, 'halves swapped')
  const alone = majorityReached(incoming, (id) => reached.get(id) ?? 0)
  assert.equal(committed(incoming, [], reached), alone, 'joint with nobody')
  assert.equal(committed(incoming, incoming, reached), alone, 'joint with itself')
  for (const [id, index] of reached) {
    if (index <= 0 || index >= result) continue
    for (const lower of [index - 1, 0]) {
      const lowered = new Map(reached).set(id, lower)
      assert.equal(committed(incoming, outgoing, lowered), result, `${id} lowered`)
    }
  }
}

/** The definition, word by word: the largest index that a majority has acknowledged. */
function slowlyReached(voters: readonly ReplicaId[], reached: Reached): number {
  if (voters.length === 0) return Infinity
  const candidates = [0, ...reached.values()]
  const held = candidates.filter(
    (index) =>
      voters.filter((id) => (reached.get(id) ?? 0) >= index).length > Math.floor(voters.length / 2),
  )
  return Math.max(...held)
}

function picture(union: readonly ReplicaId[], reached: Reached): string {
  const count = union.length
  if (count === 0) return '<empty majority quorum>'
  const bars = new Map<ReplicaId, number>()
  const order = [...union].sort((a, b) => indexOf(a, reached) - indexOf(b, reached) || a - b)
  order.forEach((id, i) => {
    const previous = order[i - 1]
    const rises = previous !== undefined && indexOf(id, reached) > indexOf(previous, reached)
    bars.set(id, previous === undefined ? 0 : rises ? i : bars.get(previous)!)
  })
  let text = `${' '.repeat(count)}    idx\n`
  for (const id of [...union].sort((a, b) => a - b)) {
    const bar = bars.get(id)!
    const drawn = reached.has(id)
      ? `${'x'.repeat(bar)}>${' '.repeat(count - bar)}`
      : `?${' '.repeat(count)}`
    text += `${drawn} ${String(indexOf(id, reached)).padStart(5)}    (id=${id.toString(16)})\n`
  }
  return text
}

function indexOf(id: ReplicaId, reached: Reached): number {
  return reached.get(id) ?? 0
}

function ids(values: readonly string[]): readonly ReplicaId[] {
  return [...new Set(values.map((value) => replicaId(Number(value))))]
}

function mismatch(expected: number, given: number): string {
  return `error: mismatched input (${given}) for voters (${expected})`
}
