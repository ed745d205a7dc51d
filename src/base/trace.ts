/**
 * Cores log nothing. They hand typed trace events to a sink; the shell turns them into log lines, tests and the
 * simulator compare or hash them.
 */
export type TraceLevel = 'debug' | 'info' | 'warn' | 'error'

export interface TraceSink {
  /** Whether events of this level are wanted; ask before building a costly text. */
  wants(level: TraceLevel): boolean
  emit(level: TraceLevel, text: string): void
}

export const silentTrace: TraceSink = {
  wants: () => false,
  emit: () => undefined,
}
