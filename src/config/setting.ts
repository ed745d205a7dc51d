/**
 * What a setting is besides its schema: the words that `kvd --help` and the documentation say about it. They stand in the
 * schema itself (as zod's metadata), beside the checks that they describe, so that neither can change alone.
 */
import { z } from 'zod'
import { bytes, duration, shownBytes, shownDuration } from './units.ts'

/** As people read it. */
export interface SettingHelp {
  /** What it does, and why one would change it; a sentence or two. */
  readonly description: string
  /** What a value looks like: `TIME`, `HOST:PORT`; empty for a flag that is said or not. */
  readonly value: string
  /** The values that are accepted; empty where the description says it all. */
  readonly bounds: string
  /** What holds when nothing is said; empty = it must be said, or see the description. */
  readonly initial: string
}

/** Smallest and greatest value, both included. */
type Bounds = readonly [least: number, most: number]

/** A schema with its help; call it last, on what goes into the configuration's shape. */
export function setting<Schema extends z.ZodType>(
  schema: Schema,
  help: Pick<SettingHelp, 'description' | 'value'> & Partial<SettingHelp>,
): Schema {
  return schema.meta({ bounds: '', initial: '', ...help })
}

export function helpOf(schema: z.ZodType): SettingHelp {
  const { description = '', value = '', bounds = '', initial = '' } = schema.meta() ?? {}
  return { description, value, bounds, initial } as SettingHelp
}

/** A time, in milliseconds. */
export function time(description: string, initial: number, bounds: Bounds) {
  return quantity(description, initial, bounds, duration, 'TIME', shownDuration)
}

/** A size, in bytes. */
export function size(description: string, initial: number, bounds: Bounds) {
  return quantity(description, initial, bounds, bytes, 'SIZE', shownBytes)
}

/** A whole number. */
export function count(description: string, initial: number, bounds: Bounds) {
  return quantity(description, initial, bounds, wholeNumber, 'NUMBER', String)
}

/** A whole number, as a number or as text. */
export const wholeNumber = z.coerce
  .number('expected a whole number')
  .refine((value) => Number.isSafeInteger(value), 'expected a whole number')

function quantity(
  description: string,
  initial: number,
  [least, most]: Bounds,
  schema: z.ZodType<number>,
  value: string,
  show: (value: number) => string,
) {
  const bounds = `${show(least)} to ${show(most)}`
  const checked = schema.refine((given) => given >= least && given <= most, {
    error: ({ input }) => `expected ${bounds}, got ${show(input as number)}`,
  })
  return setting(checked.default(initial), { description, value, bounds, initial: show(initial) })
}
