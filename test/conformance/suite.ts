/** Finds script files, runs them, and says how strictly each matches (FORMAT.md, section 9). */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ConfChangeRunner } from './confchange-runner.ts'
import { parseDirectives, type Directive } from './data-driven.ts'
import { InteractionRunner } from './interaction-runner.ts'
import { runQuorum } from './quorum-runner.ts'

type Kind = 'quorum' | 'confchange' | 'interaction'

/** From the strictest to the mildest. */
const LEVELS = ['exact', 'no-logs', 'effects'] as const
type Level = (typeof LEVELS)[number]

export type FileResult =
  | { readonly passed: true; readonly level: Level }
  | { readonly passed: false; readonly line: number; readonly difference: string }

/** Where the scripts lie unless somebody says otherwise. */
export function defaultFolder(): string {
  const fromEnvironment = process.env['RINGKV_CONFORMANCE_DIR']
  if (fromEnvironment !== undefined && fromEnvironment !== '') return join(fromEnvironment, 'raft')
  return fileURLToPath(new URL('../../../shared/conformance/raft', import.meta.url))
}

/** All script files below `folder`, in order of their paths relative to it; empty if there is no such folder. */
export function scriptFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile() && found.name.endsWith('.txt'))
    .map((found) => relative(folder, join(found.parentPath, found.name)))
    .sort()
}

export function runFile(path: string): FileResult {
  let directives: readonly Directive[]
  try {
    directives = parseDirectives(readFileSync(path, 'utf8'))
  } catch (error) {
    return { passed: false, line: 1, difference: textOf(error) }
  }
  const kind = kindOf(directives)
  const run = runnerOf(kind)
  const reachable = kind === 'interaction' ? LEVELS : LEVELS.slice(0, 1)
  let level = 0
  let first: FileResult | undefined
  for (const directive of directives) {
    let actual: string
    try {
      actual = run(directive)
    } catch (error) {
      return { passed: false, line: directive.line, difference: textOf(error) }
    }
    if (actual !== '' && !actual.endsWith('\n')) actual += '\n'
    if (actual === directive.expected) continue
    first ??= {
      passed: false,
      line: directive.line,
      difference: firstDifference(directive.expected, actual),
    }
    while (level < reachable.length && !equalAt(reachable[level]!, directive.expected, actual)) {
      level++
    }
    if (level === reachable.length) return first
  }
  return { passed: true, level: reachable[level]! }
}

/** By what the commands are, so that files may lie in any folder. */
function kindOf(directives: readonly Directive[]): Kind {
  switch (directives[0]?.command) {
    case 'committed':
    case 'vote':
      return 'quorum'
    case 'simple':
    case 'enter-joint':
    case 'leave-joint':
      return 'confchange'
    default:
      return 'interaction'
  }
}

function runnerOf(kind: Kind): (directive: Directive) => string {
  if (kind === 'quorum') return runQuorum
  const runner = kind === 'confchange' ? new ConfChangeRunner() : new InteractionRunner()
  return (directive) => runner.run(directive)
}

function equalAt(level: Level, expected: string, actual: string): boolean {
  switch (level) {
    case 'exact':
      return expected === actual
    case 'no-logs':
      return withoutLogs(expected) === withoutLogs(actual)
    case 'effects':
      return effects(expected) === effects(actual)
  }
}

function withoutLogs(text: string): string {
  const kept = text.split('\n').filter((line) => !/^\s*(DEBUG|INFO|WARN|ERROR|FATAL)\b/.test(line))
  return kept.join('\n').trim() === '' ? 'ok\n' : kept.join('\n')
}

/** Without how the work was grouped into Readys, and without what may be lost. */
function effects(text: string): string {
  const ignored = /^(ok|<empty Ready>|Ready MustSync=.*|Lead:\d+ State:\w+|> \d+ .*)?$/
  return withoutLogs(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => !ignored.test(line))
    .join('\n')
}

function firstDifference(expected: string, actual: string): string {
  const wanted = expected.split('\n')
  const got = actual.split('\n')
  const at = wanted.findIndex((line, i) => line !== got[i])
  const place = at < 0 ? wanted.length : at
  return `expected ${quoted(wanted[place])}, got ${quoted(got[place])}`
}

function quoted(line: string | undefined): string {
  return line === undefined || line === '' ? 'nothing more' : JSON.stringify(line)
}

function textOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}
