/** A progress bar on a terminal's last line; nothing elsewhere. */
import { formatSeconds } from './values.ts'

const REDRAW_MS = 100
const BAR_WIDTH = 24

export interface ProgressState {
  /** Rows so far. */
  readonly rows: number
  /** 0 … 1; `undefined` where the total is unknown. */
  readonly fraction: number | undefined
}

/** `[########----------------]  33 %  12,345 rows  4,321/s  ETA 12s`. */
export function renderProgress(state: ProgressState, elapsedMs: number): string {
  const rate = elapsedMs > 0 ? Math.round((state.rows * 1000) / elapsedMs) : 0
  const counts = `${state.rows.toLocaleString('en-US')} rows  ${rate.toLocaleString('en-US')}/s`
  const { fraction } = state
  if (fraction === undefined) return counts
  const filled = Math.round(Math.min(1, fraction) * BAR_WIDTH)
  const bar = '#'.repeat(filled) + '-'.repeat(BAR_WIDTH - filled)
  const percent = String(Math.floor(fraction * 100)).padStart(3)
  const eta =
    fraction > 0.001 ? formatSeconds((elapsedMs / 1000) * (1 / Math.min(1, fraction) - 1)) : '…'
  return `[${bar}] ${percent} %  ${counts}  ETA ${eta}`
}

export class ProgressBar {
  private readonly stream: NodeJS.WriteStream
  private readonly state: () => ProgressState
  private readonly startedAt = performance.now()
  private readonly timer: NodeJS.Timeout | undefined

  constructor(stream: NodeJS.WriteStream, state: () => ProgressState) {
    this.stream = stream
    this.state = state
    if (stream.isTTY) this.timer = setInterval(() => this.draw(), REDRAW_MS)
  }

  get elapsedMs(): number {
    return performance.now() - this.startedAt
  }

  /** Prints a line of its own above the bar. */
  note(text: string): void {
    this.erase()
    this.stream.write(`${text}\n`)
  }

  /** Removes the bar. Safe to call twice. */
  end(): void {
    clearInterval(this.timer)
    this.erase()
  }

  private draw(): void {
    this.stream.write(`\r\x1b[K${renderProgress(this.state(), this.elapsedMs)}`)
  }

  private erase(): void {
    if (this.stream.isTTY) this.stream.write('\r\x1b[K')
  }
}
