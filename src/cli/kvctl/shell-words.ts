/**
 * Splits a line into words as a shell would: blanks separate; '…' keeps everything; "…" keeps everything but \" and \\;
 * a backslash keeps the next character. Nothing is ever expanded or executed.
 */
import { usageError } from './exit.ts'

export interface Word {
  readonly text: string
  /** Whether any of it was quoted: then it is never a flag. */
  readonly quoted: boolean
}

/** Throws a usage error for an open quote or a backslash at the end. */
export function splitWords(line: string): Word[] {
  const words: Word[] = []
  let at = 0
  while (at < line.length) {
    if (/\s/.test(line[at]!)) {
      at++
      continue
    }
    const { word, end } = readWord(line, at)
    words.push(word)
    at = end
  }
  return words
}

function readWord(line: string, start: number): { word: Word; end: number } {
  let text = ''
  let quoted = false
  let at = start
  while (at < line.length && !/\s/.test(line[at]!)) {
    const character = line[at]!
    if (character === "'" || character === '"') {
      const close = closingQuote(line, at)
      const inside = line.slice(at + 1, close)
      text += character === '"' ? inside.replace(/\\(["\\])/g, '$1') : inside
      quoted = true
      at = close + 1
    } else if (character === '\\') {
      if (at + 1 >= line.length) throw usageError(`a backslash ends the line: ${line}`)
      text += line[at + 1]!
      quoted = true
      at += 2
    } else {
      text += character
      at++
    }
  }
  return { word: { text, quoted }, end: at }
}

function closingQuote(line: string, open: number): number {
  const quote = line[open]!
  for (let at = open + 1; at < line.length; at++) {
    if (quote === '"' && line[at] === '\\') at++
    else if (line[at] === quote) return at
  }
  throw usageError(`the quote ${quote} is not closed: ${line}`)
}
