/**
 * How results are printed. One description of a result serves all formats: `table` and `wide` for people, `json` and `yaml`
 * for programs (with everything), `name` for pipes. Colours only on a terminal.
 */
import { Table } from 'console-table-printer'
import pc from 'picocolors'
import { stringify } from 'yaml'
import { usageError } from './exit.ts'

export const FORMATS = ['table', 'wide', 'json', 'yaml', 'name'] as const
export type Format = (typeof FORMATS)[number]

/** Throws a usage error for an unknown format. */
export function parseFormat(text: string): Format {
  const format = FORMATS.find((known) => known === text)
  if (format === undefined) {
    throw usageError(`unknown output format "${text}"; use one of ${FORMATS.join(', ')}`)
  }
  return format
}

/** A column of a table: its title, its text for a row, whether numbers are lined up, and whether only `wide` has it. */
export interface Column<Row> {
  readonly title: string
  readonly text: (row: Row) => string
  readonly right?: boolean
  readonly wide?: boolean
}

/** A list of things and how each format shows it. */
export interface Listing<Row> {
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  /** Everything, as plain JSON. */
  readonly data: (row: Row) => unknown
  readonly name: (row: Row) => string
  /** What to say instead of an empty table. */
  readonly empty: string
}

export type Paint = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan'

export class Output {
  readonly format: Format
  /** Whether a person reads it. */
  readonly isTerminal: boolean
  private readonly write: (text: string) => void

  constructor(format: Format, isTerminal: boolean, write: (text: string) => void) {
    this.format = format
    this.isTerminal = isTerminal
    this.write = write
  }

  /** Text as it is, with a line end. */
  line(text: string): void {
    this.write(`${text}\n`)
  }

  /** Text for people: coloured on a terminal. */
  paint(paint: Paint, text: string): string {
    return pc.createColors(this.isTerminal)[paint](text)
  }

  /** Whether the format is one for programs. */
  get structured(): boolean {
    return this.format === 'json' || this.format === 'yaml'
  }

  /** One thing, in a format for programs. */
  data(data: unknown): void {
    this.write(this.format === 'yaml' ? stringify(data) : `${JSON.stringify(data, undefined, 2)}\n`)
  }

  list<Row>(listing: Listing<Row>): void {
    if (this.structured) this.data(listing.rows.map(listing.data))
    else if (this.format === 'name') for (const row of listing.rows) this.line(listing.name(row))
    else if (listing.rows.length === 0) this.line(this.paint('dim', listing.empty))
    else this.line(this.table(listing))
  }

  private table<Row>({ rows, columns }: Listing<Row>): string {
    const shown = columns.filter((column) => this.format === 'wide' || column.wide !== true)
    const table = new Table({
      shouldDisableColors: !this.isTerminal,
      columns: shown.map(({ title, right }) => ({
        name: title,
        alignment: right === true ? 'right' : 'left',
      })),
    })
    for (const row of rows) {
      table.addRow(Object.fromEntries(shown.map(({ title, text }) => [title, text(row)])))
    }
    return table.render()
  }
}
