/**
 * The ways in which the Raft log stops a node. Texts say what happened, where, and what to do, in one line.
 */
import { FatalError } from '../base/errors.ts'
import { fileErrorText } from './file-system.ts'

/** Something that was durable is not there any more. */
export function logCorrupt(path: string, offset: number, what: string): FatalError {
  return new FatalError(
    'log-corrupt',
    `Raft log ${path} is damaged at offset ${offset}: ${what}. Acknowledged writes or votes may be lost, so this ` +
      'node must not start on it: move its data directory away, remove the node from the cluster (kvctl node remove), ' +
      'and start it on an empty directory as a new node; its replicas are then rebuilt from the others',
  )
}

/** The log could not be written: nothing may be acknowledged any more. */
export function logWriteFailed(path: string, error: unknown): FatalError {
  if (error instanceof FatalError) return error
  return new FatalError(
    'log-write-failed',
    `cannot write the Raft log at ${path}: ${fileErrorText(error)}; the disk may have lost data, so this process ` +
      'stops and acknowledges nothing more: check the disk, then start again',
    { cause: error },
  )
}

export function logFormatUnsupported(path: string, version: number): FatalError {
  return new FatalError(
    'format-unsupported',
    `Raft log ${path} has format ${version}, which this program does not know: run the version that wrote it, or a ` +
      'newer one',
  )
}
