/**
 * The part of EDN (https://github.com/edn-format/edn) that recorded histories use: `nil`, booleans, numbers, strings, keywords,
 * symbols, vectors, lists, sets, maps, comments, discarded forms and tags (which are left out). Commas are blanks.
 */
import { HistoryError } from './history.ts'

export type EdnValue = null | boolean | number | string | Keyword | readonly EdnValue[] | EdnMap

/** By key: keywords by their name without the colon, other keys as they are written. */
export type EdnMap = ReadonlyMap<string, EdnValue>

/** A keyword or a symbol, by its name without the colon. */
export class Keyword {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

interface EdnForm {
  /** From 1. */
  readonly line: number
  readonly value: EdnValue
}

/** All forms of `text`, in order. Errors are `HistoryError` with `name` and line. */
export function parseEdn(text: string, name: string): readonly EdnForm[] {
  return new EdnParser(text, name).forms()
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }
const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '"': '"',
  '\\': '\\',
}
const BLANKS = /(?:[\s,]|;.*)*/y
const STRING = /"((?:[^"\\]|\\[^])*)"/y
const WORD = /[^\s,;()[\]{}"]+/y
const NUMBER = /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?[NM]?$/
const DEPTH_MAX = 100

class EdnParser {
  private readonly text: string
  private readonly name: string
  private at = 0
  private depth = 0
  /** The line of the character at `lineAt`, counted on demand. */
  private line = 1
  private lineAt = 0

  constructor(text: string, name: string) {
    this.text = text
    this.name = name
  }

  forms(): readonly EdnForm[] {
    const forms: EdnForm[] = []
    while (this.skipBlanks()) {
      const line = this.lineHere()
      const value = this.form()
      if (value !== undefined) forms.push({ line, value })
    }
    return forms
  }

  /** Whether something follows. */
  private skipBlanks(): boolean {
    this.match(BLANKS)
    return this.at < this.text.length
  }

  /** The next form; `undefined` for one that says of itself that it is to be left out. */
  private form(): EdnValue | undefined {
    const first = this.text[this.at]!
    switch (first) {
      case '[':
      case '(':
        return this.sequence()
      case '{':
        return this.map(this.sequence())
      case '"':
        return this.string()
      case '#':
        return this.dispatch()
      case ')':
      case ']':
      case '}':
        return this.fail(`unexpected ${first}`)
      default:
        return this.atom()
    }
  }

  private sequence(): EdnValue[] {
    const open = this.text[this.at]!
    const closing = CLOSING[open]!
    const line = this.lineHere()
    if (++this.depth > DEPTH_MAX) this.fail(`more than ${DEPTH_MAX} brackets inside each other`)
    this.at++
    const values: EdnValue[] = []
    for (;;) {
      if (!this.skipBlanks()) this.fail(`the ${open} of line ${line} is never closed`)
      if (this.text[this.at] === closing) break
      const value = this.form()
      if (value !== undefined) values.push(value)
    }
    this.at++
    this.depth--
    return values
  }

  private map(values: readonly EdnValue[]): EdnMap {
    if (values.length % 2 !== 0) this.fail('a map has a key without a value')
    const map = new Map<string, EdnValue>()
    for (let i = 0; i < values.length; i += 2) {
      const key = values[i]!
      map.set(key instanceof Keyword ? key.name : JSON.stringify(key), values[i + 1]!)
    }
    return map
  }

  private string(): string {
    const found = this.match(STRING)
    if (found === undefined) return this.fail('a string is never closed')
    return found[1]!.replace(/\\([^])/g, (_, escaped: string) => ESCAPES[escaped] ?? escaped)
  }

  private dispatch(): EdnValue | undefined {
    this.at++
    if (this.text[this.at] === '{') return this.sequence()
    const isDiscard = this.text[this.at] === '_'
    if (isDiscard) this.at++
    else if (this.match(WORD) === undefined) this.fail('a # without a tag')
    if (!this.skipBlanks()) this.fail('the text ends after a #')
    const value = this.form()
    return isDiscard ? undefined : value
  }

  private atom(): EdnValue {
    const word = this.match(WORD)![0]
    if (word === 'nil') return null
    if (word === 'true' || word === 'false') return word === 'true'
    if (NUMBER.test(word)) return Number(word.replace(/[NM]$/, ''))
    return new Keyword(word.startsWith(':') ? word.slice(1) : word)
  }

  private match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)
    if (found === null) return undefined
    this.at += found[0].length
    return found
  }

  private lineHere(): number {
    for (; this.lineAt < this.at; this.lineAt++) {
      if (this.text[this.lineAt] === '\n') this.line++
    }
    return this.line
  }

  private fail(message: string): never {
    throw new HistoryError(`${this.name}:${this.lineHere()}: ${message}`)
  }
}
