/** A history's text, in whichever syntax it is written, as what its checker takes. */
import { pairEvents, type HistoryEvent, type Request } from './events.ts'
import { HistoryError } from './history.ts'
import { readEdnEvents, readJepsenLog, readJsonLines } from './read-events.ts'

type Syntax = 'json-lines' | 'edn' | 'jepsen-log'

/** All requests in `text`. Errors are `HistoryError`; their message begins with `name` and the line. */
export function readRequests(text: string, name: string): readonly Request[] {
  const syntax = syntaxOf(text, name)
  return pairEvents(eventsOf(syntax, text, name), syntax === 'json-lines')
}

/** Whether `text` is one JSON array, which holds several histories. */
export function isCollection(text: string, name: string): boolean {
  return name.endsWith('.json') && text.trimStart().startsWith('[')
}

function eventsOf(syntax: Syntax, text: string, name: string): readonly HistoryEvent[] {
  switch (syntax) {
    case 'json-lines':
      return readJsonLines(text, name)
    case 'edn':
      return readEdnEvents(text, name)
    case 'jepsen-log':
      return readJepsenLog(text, name)
  }
}

/** By the file's extension if that says it, else by how the text begins. */
function syntaxOf(text: string, name: string): Syntax {
  if (name.endsWith('.edn')) return 'edn'
  if (name.endsWith('.jsonl')) return 'json-lines'
  const start = text.trimStart()
  if (start === '' || /^\{\s*"/.test(start)) return 'json-lines'
  if (/^(INFO|WARN|ERROR|DEBUG)\s/.test(start)) return 'jepsen-log'
  if (/^[[{;#(]/.test(start)) return 'edn'
  throw new HistoryError(`${name}:1: neither JSON lines nor EDN nor a log of Jepsen`)
}
