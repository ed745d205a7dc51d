/**
 * Where settings come from: flag > environment > file > default (10, "Configuration"). The file is YAML with the keys of the
 * schema; the environment says `RINGKV_LOG_MAX` for `logMax`, flags say `--log-max`.
 */
import { readFileSync } from 'node:fs'
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml'
import type { z } from 'zod'
import { FatalError } from '../base/errors.ts'
import { configSchema, type Config } from './config.ts'
import { helpOf, type SettingHelp } from './setting.ts'

/** Settings by schema key, as text or as they stood in the file. */
export type Settings = Readonly<Record<string, unknown>>

/** Settings from somewhere that can be named in an error. */
export interface Source {
  readonly settings: Settings
  /** Where one stands, as a person finds it: `ringkv.yaml:3: logMax`. `path` leads into a setting that is a list or mapping. */
  readonly nameOf: (path: readonly PropertyKey[]) => string
}

/** A setting as help lists it. */
export interface SettingEntry extends SettingHelp {
  readonly key: string
  /** `log-max` */
  readonly flag: string
}

/** All settings, in the schema's order. */
export const SETTINGS: readonly SettingEntry[] = Object.entries(configSchema.def.in.def.shape).map(
  ([key, schema]) => ({ key, flag: flagOfKey(key), ...helpOf(schema) }),
)

/** `logMax` → `log-max`. */
export function flagOfKey(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/** Settings given as flags, by schema key. */
export function settingsOfFlags(settings: Settings): Source {
  return { settings, nameOf: (path) => `--${flagOfKey(dotted(path))}` }
}

/** Settings that the environment names. */
export function settingsOfEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): Source {
  const settings: Record<string, string> = {}
  for (const { key, flag } of SETTINGS) {
    const value = environment[variableOf(flag)]
    if (value !== undefined) settings[key] = value
  }
  return { settings, nameOf: (path) => variableOf(flagOfKey(dotted(path))) }
}

/** @throws FatalError `bad-configuration`, naming file and line */
export function settingsOfFile(path: string): Source {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw new FatalError('bad-configuration', `cannot read ${path}: ${(error as Error).message}`)
  }
  const lines = new LineCounter()
  // Plain messages: pretty ones repeat the text over several lines.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const [problem] = document.errors
  if (problem !== undefined) {
    const { line } = lines.linePos(problem.pos[0])
    throw new FatalError('bad-configuration', `${path}:${line}: ${problem.message}`)
  }
  const settings: unknown = document.toJS() ?? {}
  if (typeof settings !== 'object' || settings === null || Array.isArray(settings)) {
    throw new FatalError('bad-configuration', `${path}: expected a mapping of settings`)
  }
  return {
    settings: settings as Settings,
    nameOf: (place) => {
      const line = lineOf(document, place, lines)
      return `${path}:${line === undefined ? '' : `${line}:`} ${dotted(place)}`
    },
  }
}

/** The line of a setting; of the innermost part of `path` that stands in the file. */
function lineOf(
  document: Document.Parsed,
  path: readonly PropertyKey[],
  lines: LineCounter,
): number | undefined {
  for (let depth = path.length; depth > 1; depth--) {
    const node = document.getIn(path.slice(0, depth), true)
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
  }
  if (!isMap(document.contents)) return undefined
  const pair = document.contents.items.find(({ key }) => isScalar(key) && key.value === path[0])
  return pair === undefined ? undefined : lines.linePos(pair.key.range[0]).line
}

/**
 * The complete configuration. `sources` from the strongest to the weakest.
 * @throws FatalError `bad-configuration`, naming each wrong setting where it stands
 */
export function resolveConfig(...sources: readonly Source[]): Config {
  const merged: Record<string, unknown> = {}
  for (const { settings } of sources.toReversed()) Object.assign(merged, settings)
  const result = configSchema.safeParse(merged)
  if (result.success) return result.data
  const problems = result.error.issues.flatMap((issue) => problemsOf(issue, merged, sources))
  throw new FatalError('bad-configuration', problems.join('; '))
}

function problemsOf(
  issue: z.core.$ZodIssue,
  merged: Settings,
  sources: readonly Source[],
): readonly string[] {
  const nameOf = (path: readonly PropertyKey[]): string => {
    const key = String(path[0])
    const source = sources.find(({ settings }) => settings[key] !== undefined)
    return source?.nameOf(path) ?? key
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => `${nameOf([...issue.path, key])}: there is no such setting`)
  }
  const { path, message } = issue
  if (path.length === 0) return [message]
  // Whatever is missing was found to be something else than it should be.
  const missing = merged[String(path[0])] === undefined && isRequired(String(path[0]))
  return [`${nameOf(path)}: ${missing ? 'must be given' : message}`]
}

function isRequired(key: string): boolean {
  return !configSchema.def.in.def.shape[key as keyof Config].safeParse(undefined).success
}

function dotted(path: readonly PropertyKey[]): string {
  return path.map(String).join('.')
}

function variableOf(flag: string): string {
  return `RINGKV_${flag.replaceAll('-', '_').toUpperCase()}`
}
