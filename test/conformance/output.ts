/** The text buffer of the interaction suite, shared by commands and log lines (FORMAT.md, section 4.1). */
import type { TraceLevel, TraceSink } from '../../src/base/trace.ts'

export const LOG_LEVELS = ['DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL', 'NONE'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

const LEVEL_OF: Readonly<Record<TraceLevel, LogLevel>> = {
  debug: 'DEBUG',
  info: 'INFO',
  warn: 'WARN',
  error: 'ERROR',
}

export class Output implements TraceSink {
  level: LogLevel = 'DEBUG'
  private text = ''

  /** At level NONE everything is swallowed. */
  write(text: string): void {
    if (this.level !== 'NONE') this.text += text
  }

  take(): string {
    const { text } = this
    this.text = ''
    return text
  }

  /** Every line that `section` produces gets two leading blanks. */
  indented(section: () => void): void {
    const outer = this.take()
    section()
    const inner = this.take()
    this.text = outer
    if (inner === '') return
    const lines = inner.endsWith('\n') ? inner.slice(0, -1) : inner
    this.text += lines
      .split('\n')
      .map((line) => `  ${line}\n`)
      .join('')
  }

  wants(level: TraceLevel): boolean {
    return LOG_LEVELS.indexOf(this.level) <= LOG_LEVELS.indexOf(LEVEL_OF[level])
  }

  emit(level: TraceLevel, text: string): void {
    if (this.wants(level)) this.write(`${LEVEL_OF[level]} ${text}\n`)
  }
}
