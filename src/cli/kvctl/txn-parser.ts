/**
 * The language of `kvctl txn`: one operation or condition a line (or argument), in words.
 *
 *   put KEY VALUE [--int|--bytes|--json] [--if-absent] [--ttl 10s]     del KEY       get KEY
 *   incr KEY [BY]      append|prepend|remove KEY ELEMENT… [--int|--bytes|--json]
 *
 * Conditions:  KEY exists | KEY absent | KEY =|!=|<|> VALUE [--int|--bytes|--json] | KEY version =|!=|<|> TIMESTAMP
 *
 * In a file, conditions are lines that begin with `if`, operations for when they do not hold begin with `else`, and `#`
 * begins a comment line.
 */
import type { Compare, Operation, Relation } from '../../client/index.ts'
import { intOfText } from './exact-json.ts'
import { usageError } from './exit.ts'
import { splitWords, type Word } from './shell-words.ts'
import { parseDuration, parseElement, parseValue, type ValueFlags } from './values.ts'

export interface Script {
  readonly compare: Compare[]
  readonly then: Operation[]
  readonly else: Operation[]
}

const RELATIONS: readonly Relation[] = ['=', '!=', '<', '>']

interface Parts {
  /** Words that are no flags. */
  readonly words: readonly string[]
  readonly flags: ReadonlyMap<string, string | true>
}

/** Flags of an operation, and whether a word follows. */
const FLAGS: Readonly<Record<string, boolean>> = {
  '--int': false,
  '--bytes': false,
  '--json': false,
  '--if-absent': false,
  '--ttl': true,
}

/** One operation. Throws a usage error that shows what is wrong and how it is written. */
export function parseOperation(line: string): Operation {
  const { words, flags } = partsOf(splitWords(line), line)
  const [name, key, ...rest] = words
  if (name === undefined) throw usageError('an operation is empty')
  if (key === undefined) throw wrong(line, `${name} needs a key`)
  const allowed = (...names: string[]): void => {
    for (const flag of flags.keys()) {
      if (!names.includes(flag)) throw wrong(line, `${name} does not know ${flag}`)
    }
  }
  switch (name) {
    case 'put':
      allowed(...Object.keys(FLAGS))
      if (rest.length !== 1) throw wrong(line, 'put needs a key and one value (quote blanks)')
      return {
        op: 'put',
        key,
        value: parseValue(rest[0]!, valueFlags(flags)),
        ...putOptions(flags),
      }
    case 'get':
      allowed()
      if (rest.length > 0) throw wrong(line, `${name} takes one key`)
      return { op: 'get', key }
    case 'del':
      allowed()
      if (rest.length > 0) throw wrong(line, `${name} takes one key`)
      return { op: 'delete', key }
    case 'incr':
      allowed('--int')
      if (rest.length > 1) throw wrong(line, 'incr takes a key and a number')
      return { op: 'increment', key, by: intOfText(rest[0] ?? '1') }
    case 'append':
    case 'prepend':
    case 'remove':
      allowed('--int', '--bytes', '--json')
      if (rest.length === 0) throw wrong(line, `${name} needs at least one element`)
      return {
        op: name,
        key,
        elements: rest.map((text) => parseElement(text, valueFlags(flags))),
      }
    default:
      throw wrong(line, `"${name}" is no operation`)
  }
}

/** One condition. Throws a usage error that shows what is wrong and how it is written. */
export function parseCondition(line: string): Compare {
  const { words, flags } = partsOf(splitWords(line), line)
  const [key, verb, ...rest] = words
  if (key === undefined || verb === undefined) throw wrongCondition(line)
  if ((verb === 'exists' || verb === 'absent') && rest.length === 0) {
    return { key, exists: verb === 'exists' }
  }
  if (verb === 'version' && rest.length === 2) {
    const micros = Number(rest[1])
    if (!Number.isSafeInteger(micros) || micros < 0) {
      throw wrong(line, `"${rest[1]!}" is no version timestamp`)
    }
    return { key, is: relationOf(rest[0]!, line), timestamp: micros }
  }
  if (rest.length !== 1) throw wrongCondition(line)
  return { key, is: relationOf(verb, line), value: parseValue(rest[0]!, valueFlags(flags)) }
}

/** A whole script, line by line; errors name the line. */
export function parseScript(text: string): Script {
  const script: Script = { compare: [], then: [], else: [] }
  text.split('\n').forEach((raw, index) => {
    const line = raw.trim()
    if (line === '' || line.startsWith('#')) return
    try {
      if (/^if\s/.test(line)) script.compare.push(parseCondition(line.slice(3)))
      else if (/^else\s/.test(line)) script.else.push(parseOperation(line.slice(5)))
      else script.then.push(parseOperation(line))
    } catch (error) {
      throw usageError(`line ${index + 1}: ${error instanceof Error ? error.message : ''}`)
    }
  })
  return script
}

function partsOf(all: readonly Word[], line: string): Parts {
  const words: string[] = []
  const flags = new Map<string, string | true>()
  let literal = false
  for (let i = 0; i < all.length; i++) {
    const { text, quoted } = all[i]!
    if (literal || quoted || !text.startsWith('--')) words.push(text)
    else if (text === '--') literal = true
    else if (FLAGS[text] === undefined) {
      throw wrong(line, `${text} is not known; quote it or write -- before it if it is a value`)
    } else if (!FLAGS[text]) flags.set(text, true)
    else {
      const next = all[++i]
      if (next === undefined) throw wrong(line, `${text} needs a value`)
      flags.set(text, next.text)
    }
  }
  return { words, flags }
}

function valueFlags(flags: Parts['flags']): ValueFlags {
  return { int: flags.has('--int'), bytes: flags.has('--bytes'), json: flags.has('--json') }
}

function putOptions(flags: Parts['flags']): { ifAbsent?: true; ttlMs?: number } {
  const ttl = flags.get('--ttl')
  return {
    ...(flags.has('--if-absent') ? { ifAbsent: true as const } : {}),
    ...(typeof ttl === 'string' ? { ttlMs: parseDuration(ttl) } : {}),
  }
}

function relationOf(text: string, line: string): Relation {
  const relation = RELATIONS.find((known) => known === text)
  if (relation === undefined) throw wrongCondition(line)
  return relation
}

function wrong(line: string, problem: string): Error {
  return usageError(`${problem}: ${line.trim()}`)
}

function wrongCondition(line: string): Error {
  return wrong(
    line,
    "a condition is 'KEY exists', 'KEY absent', 'KEY = VALUE' (or != < >), or 'KEY version = TIMESTAMP'",
  )
}
