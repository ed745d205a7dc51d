/** How scripts show Readys, messages, entries and snapshots (FORMAT.md, section 5). */
import { hexId } from '../../src/raft/describe.ts'
import {
  APPEND_THREAD,
  APPLY_THREAD,
  decodeConfChange,
  NONE,
  type Entry,
  type EntryType,
  type HardState,
  type Message,
  type Ready,
  type Role,
  type Snapshot,
} from '../../src/raft/index.ts'
import { showChanges } from './changes.ts'

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  follower: 'StateFollower',
  'pre-candidate': 'StatePreCandidate',
  candidate: 'StateCandidate',
  leader: 'StateLeader',
}

const ENTRY_TYPE_NAMES: Readonly<Record<EntryType, string>> = {
  normal: 'EntryNormal',
  'conf-change': 'EntryConfChange',
  'conf-change-v2': 'EntryConfChangeV2',
}

export function showReady(ready: Ready): string {
  let text = ''
  const line = (part: string): void => {
    text += `${part}\n`
  }
  const { softState, hardState, snapshot } = ready
  if (softState !== undefined) {
    line(`Lead:${softState.lead} State:${ROLE_NAMES[softState.role]}`)
  }
  if (hardState !== undefined) line(`HardState ${showHardState(hardState)}`)
  if (ready.readStates.length > 0) {
    line(
      `ReadStates ${ready.readStates.map((read) => `{${read.index} ${read.context}}`).join(' ')}`,
    )
  }
  if (ready.entries.length > 0) line(`Entries:\n${ready.entries.map(showEntry).join('\n')}`)
  if (snapshot !== undefined) line(`Snapshot ${showSnapshot(snapshot)}`)
  if (ready.committedEntries.length > 0) {
    line(`CommittedEntries:\n${ready.committedEntries.map(showEntry).join('\n')}`)
  }
  if (ready.messages.length > 0) {
    line(`Messages:\n${ready.messages.map((message) => showMessage(message)).join('\n')}`)
  }
  return text === '' ? '<empty Ready>' : `Ready MustSync=${ready.mustSync}:\n${text}`
}

export function showMessage(message: Message, indent = ''): string {
  const inner = `${indent}  `
  let text =
    `${indent}${endpoint(message.from)}->${endpoint(message.to)} ${message.type} ` +
    `Term:${message.term} Log:${message.logTerm}/${message.index}`
  if (message.reject) text += ` Rejected (Hint: ${message.rejectHint})`
  if (message.commit !== 0) text += ` Commit:${message.commit}`
  if (message.vote !== NONE) text += ` Vote:${message.vote}`
  if (message.entries.length === 1) {
    text += ` Entries:[${showEntry(message.entries[0]!)}]`
  } else if (message.entries.length > 1) {
    const lines = message.entries.map((entry) => `\n${inner}${showEntry(entry)}`)
    text += ` Entries:[${lines.join('')}\n${indent}]`
  }
  if (message.snapshot !== undefined && message.snapshot.index !== 0) {
    text += `\n${inner}Snapshot: ${showSnapshot(message.snapshot)}`
  }
  if (message.responses.length > 0) {
    const lines = message.responses.map((response) => `\n${showMessage(response, inner)}`)
    text += ` Responses:[${lines.join('')}\n${indent}]`
  }
  return text
}

export function showEntry(entry: Entry): string {
  const payload =
    entry.type === 'normal'
      ? quote(Buffer.from(entry.data).toString('utf8'))
      : showChanges(decodeConfChange(entry.data).changes)
  const head = `${entry.term}/${entry.index} ${ENTRY_TYPE_NAMES[entry.type]}`
  return payload === '' ? head : `${head} ${payload}`
}

function showHardState({ term, vote, commit }: HardState): string {
  return `Term:${term}${vote === NONE ? '' : ` Vote:${vote}`} Commit:${commit}`
}

function showSnapshot({ index, term, confState }: Snapshot): string {
  const list = (ids: readonly number[]): string => `[${ids.join(' ')}]`
  return (
    `Index:${index} Term:${term} ConfState:Voters:${list(confState.voters)} ` +
    `VotersOutgoing:${list(confState.votersOutgoing)} Learners:${list(confState.learners)} ` +
    `LearnersNext:${list(confState.learnersNext)} AutoLeave:${confState.autoLeave}`
  )
}

function endpoint(id: Message['from']): string {
  if (id === NONE) return 'None'
  if (id === APPEND_THREAD) return 'AppendThread'
  if (id === APPLY_THREAD) return 'ApplyThread'
  return hexId(id)
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\v': '\\v',
}

function quote(text: string): string {
  const escaped = text.replace(/["\\\x00-\x1f\x7f]/g, (character) => {
    const hex = character.charCodeAt(0).toString(16).padStart(2, '0')
    return ESCAPES[character] ?? `\\x${hex}`
  })
  return `"${escaped}"`
}
