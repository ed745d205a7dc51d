/** The file syntax of FORMAT.md, section 1: a list of directives with their expected outputs. */

interface Argument {
  readonly key: string
  readonly values: readonly string[]
}

export interface Directive {
  /** Line of the command, from 1. */
  readonly line: number
  readonly command: string
  readonly args: readonly Argument[]
  readonly input: string
  /** Every line ended by a newline. */
  readonly expected: string
}

const SEPARATOR = '----'

export function parseDirectives(text: string): readonly Directive[] {
  const lines = text.split(/\r?\n/)
  const directives: Directive[] = []
  let at = 0
  while (at < lines.length) {
    const start = at
    let head = lines[at++]!.trim()
    if (head === '' || head.startsWith('#')) continue
    while (head.endsWith('\\') && at < lines.length) {
      head = `${head.slice(0, -1).trimEnd()} ${lines[at++]!.trim()}`
    }
    const space = head.search(/\s/)
    const command = space < 0 ? head : head.slice(0, space)
    if (command === 'subtest') throw new Error(`line ${start + 1}: subtests are not supported`)
    const input: string[] = []
    while (at < lines.length && lines[at] !== SEPARATOR) input.push(lines[at++]!)
    if (at >= lines.length) throw new Error(`line ${start + 1}: no ${SEPARATOR} after the input`)
    const expected = expectedOutput(lines, at + 1)
    at = expected.next
    directives.push({
      line: start + 1,
      command,
      args: parseArguments(space < 0 ? '' : head.slice(space), start + 1),
      input: input.join('\n').trim(),
      expected: expected.lines.map((line) => `${line}\n`).join(''),
    })
  }
  return directives
}

/** Values of argument `key`; undefined if it is absent. */
export function valuesOf(directive: Directive, key: string): readonly string[] | undefined {
  return directive.args.find((arg) => arg.key === key)?.values
}

/** The first value of argument `key`; undefined if there is none. */
export function valueOf(directive: Directive, key: string): string | undefined {
  return valuesOf(directive, key)?.[0]
}

function expectedOutput(
  lines: readonly string[],
  from: number,
): { readonly lines: readonly string[]; readonly next: number } {
  let at = from
  const expected: string[] = []
  if (lines[at] === SEPARATOR) {
    at++
    while (!(lines[at] === SEPARATOR && lines[at + 1] === SEPARATOR)) {
      if (at >= lines.length) throw new Error(`line ${from}: unclosed output block`)
      expected.push(lines[at++]!)
    }
    at += 2
    if ((lines[at] ?? '').trim() !== '') throw new Error(`line ${at + 1}: expected an empty line`)
    return { lines: expected, next: at }
  }
  while (at < lines.length && lines[at]!.trim() !== '') expected.push(lines[at++]!)
  return { lines: expected, next: at }
}

function parseArguments(text: string, line: number): readonly Argument[] {
  const args: Argument[] = []
  let at = 0
  while (at < text.length) {
    if (/\s/.test(text[at]!)) {
      at++
      continue
    }
    const word = /^[^\s=]*/.exec(text.slice(at))![0]
    at += word.length
    if (text[at] !== '=') {
      args.push({ key: word, values: [] })
      continue
    }
    at++
    if (text[at] !== '(') {
      const value = /^\S*/.exec(text.slice(at))![0]
      at += value.length
      args.push({ key: word, values: [value] })
      continue
    }
    const end = closingParenthesis(text, at)
    if (end < 0) throw new Error(`line ${line}: unclosed parenthesis`)
    args.push({ key: word, values: splitValues(text.slice(at + 1, end)) })
    at = end + 1
  }
  return args
}

function closingParenthesis(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; at++) {
    if (text[at] === '(') depth++
    if (text[at] === ')' && --depth === 0) return at
  }
  return -1
}

function splitValues(text: string): readonly string[] {
  if (text === '') return []
  const values: string[] = []
  let depth = 0
  let value = ''
  for (const character of text) {
    if (character === '(') depth++
    if (character === ')') depth--
    if (character === ',' && depth === 0) {
      values.push(value)
      value = ''
    } else if (!(character === ' ' && value === '' && values.length > 0)) {
      value += character
    }
  }
  values.push(value)
  return values
}
