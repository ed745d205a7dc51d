/**
 * What the checkers check: who asked for what, when, and what was answered.
 *
 * Recorded histories are events (`invoke`, then `ok`, `fail` or `info`), one JSON object a line; see `read-history.ts`. The
 * checkers themselves work on *operations* and *transactions*: both ends of one request put together. A test that records
 * in memory builds these directly and needs no file.
 *
 * Times are numbers on one clock that all recorders share; only their order counts. A came before B in real time if and only
 * if `A.end < B.start`: equal times mean that either may have come first. Where the outcome is unknown the effect may come at
 * any later time or never, so such an operation has no end, whatever its recorder wrote there.
 */

/** Who asked: a client that has one request under way at a time. */
export type Process = number | string

/**
 * What became of a request. `ok`: it happened, with this answer (a refusal that says something about the state, such as a
 * compare that failed, is an answer too). `fail`: it certainly did not happen and never will, and says nothing about the
 * state. `info`: nobody knows; it may happen at any time after its start, or never.
 */
export type Outcome<Answer> =
  | { readonly type: 'ok'; readonly answer: Answer }
  | { readonly type: 'fail' }
  | { readonly type: 'info' }

/** One request to one key. */
export interface Operation<Call, Answer> {
  /** Names it in explanations; unique in its history. */
  readonly id: number
  readonly process: Process
  readonly key: string
  readonly call: Call
  readonly outcome: Outcome<Answer>
  readonly start: number
  /** Not below `start`. Read only if the outcome is `ok`. */
  readonly end: number
}

/** What a list holds in a list-append history. Elements are equal if they are the same primitive: 1 is not "1". */
export type Element = number | string

/** One step of a list-append transaction. */
export type ListStep =
  | { readonly f: 'append'; readonly key: string; readonly element: Element }
  /** `elements` is `undefined` where what was read is not known. */
  | { readonly f: 'read'; readonly key: string; readonly elements: readonly Element[] | undefined }

/**
 * A transaction over lists. Each element is appended to a key at most once in the whole history, by any transaction and with
 * any outcome, so that a read says whose appends it saw.
 */
export interface ListTransaction {
  /** Names it in explanations; unique in its history. */
  readonly id: number
  readonly process: Process
  readonly status: Outcome<never>['type']
  readonly steps: readonly ListStep[]
  readonly start: number
  /** Not below `start`. Read only if the status is `ok`. */
  readonly end: number
}

/** The answer of a checker. `unknown`: the budget was spent before either was proven. */
export type Verdict = 'valid' | 'invalid' | 'unknown'

/** A history that cannot be checked at all: it contradicts the rules of this file, or its text cannot be read. */
export class HistoryError extends Error {
  override readonly name = 'HistoryError'
}
