/**
 * Where settings come from: flag > environment > file > default (10, "Configuration"). The file is YAML with the keys of the
 * schema; the environment says `RINGKV_LOG_MAX` for `logMax`, flags say `--log-max`.
 */
import { readFileSync } from 'node:fs'
import { LineCounter, parseDocument } from 'yaml'
import { FatalError } from '../base/errors.ts'
import { configSchema, type Config } from './config.ts'

/** Settings by schema key, as text or as they stood in the file. */
export type Settings = Readonly<Record<string, unknown>>

/** Keys of the schema, in its order. */
export const CONFIG_KEYS: readonly string[] = Object.keys(configSchema.def.in.def.shape)

/** `logMax` → `log-max`. */
export function flagOfKey(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/** Settings that the environment names. */
export function settingsOfEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): Settings {
  const settings: Record<string, string> = {}
  for (const key of CONFIG_KEYS) {
    const value = environment[`RINGKV_${flagOfKey(key).replaceAll('-', '_').toUpperCase()}`]
    if (value !== undefined) settings[key] = value
  }
  return settings
}

/** @throws FatalError `bad-configuration`, naming file and line */
export function settingsOfFile(path: string): Settings {
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
  return settings as Settings
}

/**
 * The complete configuration. `sources` from the strongest to the weakest.
 * @throws FatalError `bad-configuration`, naming each wrong setting
 */
export function resolveConfig(...sources: readonly Settings[]): Config {
  const merged: Record<string, unknown> = {}
  for (const source of sources.toReversed()) Object.assign(merged, source)
  const result = configSchema.safeParse(merged)
  if (result.success) return result.data
  const problems = result.error.issues.map(({ path, message }) => {
    const key = path.map(String).join('.')
    return key === '' ? message : `${flagOfKey(key)}: ${message}`
  })
  throw new FatalError('bad-configuration', problems.join('; '))
}
