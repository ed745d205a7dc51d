/** Membership changes as scripts write them: `v1 l2 r3 u4`. */
import { replicaId } from '../../src/base/ids.ts'
import type { ConfChangeKind, ConfChangeSingle } from '../../src/raft/index.ts'

const LETTERS: Readonly<Record<string, ConfChangeKind>> = {
  v: 'add-voter',
  l: 'add-learner',
  r: 'remove',
  u: 'update',
}

/** The changes, or what is wrong with the text. */
export function parseChanges(text: string): ConfChangeSingle[] | string {
  const changes: ConfChangeSingle[] = []
  for (const word of text.split(/\s+/)) {
    if (word === '') continue
    const kind = LETTERS[word[0]!]
    if (kind === undefined || !/^.[0-9]+$/.test(word)) return `unknown input: ${word}`
    changes.push({ kind, id: replicaId(Number(word.slice(1))) })
  }
  return changes
}

export function showChanges(changes: readonly ConfChangeSingle[]): string {
  return changes.map(({ kind, id }) => `${letterOf(kind)}${id}`).join(' ')
}

function letterOf(kind: ConfChangeKind): string {
  return Object.keys(LETTERS).find((letter) => LETTERS[letter] === kind)!
}
