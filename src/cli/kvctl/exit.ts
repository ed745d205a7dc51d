/** How kvctl ends: exit codes (07, "kvctl"). */
import { ERROR_TABLE, FatalError, RingKvError } from '../../base/errors.ts'

export const EXIT_OK = 0
export const EXIT_FAILED = 1
export const EXIT_USAGE = 2
export const EXIT_NOT_FOUND = 3
export const EXIT_CONFLICT = 4
export const EXIT_INTERRUPTED = 130

/** Ends the command with this exit code after printing `message` (unless empty). */
export class CliError extends Error {
  override readonly name = 'CliError'
  readonly exitCode: number

  constructor(exitCode: number, message: string) {
    super(message)
    this.exitCode = exitCode
  }
}

export function usageError(message: string): CliError {
  return new CliError(EXIT_USAGE, message)
}

export function exitCodeOf(error: unknown): number {
  if (error instanceof CliError || error instanceof FatalError) return error.exitCode
  if (error instanceof RingKvError) return ERROR_TABLE[error.code].exit
  return EXIT_FAILED
}
