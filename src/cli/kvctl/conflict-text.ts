/** Conflicts as kvctl tells them: the explanation of src/versions, with what to do next as commands to type. */
import { describeConflict, type Conflict } from '../../client/conflicts.ts'

const DEFAULT_KEYSPACE = 'default'
/** Bytes of a context that still fits a command line that people copy. */
const CONTEXT_SHOWN_MAX = 512

/** Several lines. `at`: the conflict's name in the log, if it is not the time of `mine`. */
export function explainConflict(conflict: Conflict, at = conflict.mine.timestamp): string {
  const { keyspace, newestContext } = conflict
  const key = quoteForShell(conflict.key)
  const where = keyspace === '' || keyspace === DEFAULT_KEYSPACE ? '' : ` --keyspace ${keyspace}`
  const context = contextText(newestContext)
  const canGoOn = newestContext.length > 0 && newestContext.length <= CONTEXT_SHOWN_MAX
  return describeConflict(conflict, {
    readAgain: canGoOn
      ? `Make your change on top of theirs, and write it with their context:\n      kvctl put ${key} VALUE${where} --context ${context}`
      : `Read it again with kvctl get ${key}${where} --context, make your change on top of what is there, and write it with that context.`,
    overwrite: `To keep mine whatever is there: kvctl put ${key} VALUE${where}, without --context; theirs stays in history.`,
    overwriteExisting: 'To overwrite it, leave out --if-absent.',
    lastWins: 'To let the later edit win whole, add --on-conflict lww.',
    byLines: 'If it is text, add --on-conflict text: changes of different lines then merge.',
    merge: 'To have it merged where possible, add --on-conflict auto.',
    rest: `kvctl why ${key}${where} --at ${at}`,
  })
}

/** A context as people and scripts pass it around. */
export function contextText(context: Uint8Array): string {
  return Buffer.from(context).toString('base64url')
}

function quoteForShell(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`
}
