/**
 * A model: what one key holds, what an operation does to it, and which answers it may give. Checking goes key by key,
 * because a history of independent keys is linearizable if and only if the part of each key is (Herlihy and Wing, 1990,
 * "locality").
 */
import type { Outcome } from './history.ts'

/** What came back from an operation that may have happened: this very answer, or nothing, so that any answer will do. */
export type Seen<Answer> = Exclude<Outcome<Answer>, { readonly type: 'fail' }>

export interface Model<State, Call, Answer> {
  /** What a key holds before the first operation. */
  readonly initial: State
  /**
   * The state after `call`; `undefined` if `call` cannot have been answered so in `state`. After an unknown outcome, a call
   * that would do nothing in `state` may give either `state` or `undefined`: that it never happened is always tried. States
   * are immutable.
   */
  step(state: State, call: Call, seen: Seen<Answer>): State | undefined
  /** Equal only for states that no later operation can tell apart. */
  fingerprint(state: State): string | number
  /** Whether the call, answered so, leaves every state in which it is possible as it was (or only better known). */
  isWithoutEffect(call: Call, seen: Seen<Answer>): boolean
  /**
   * Whether the call, answered so, is possible in every state and leads to the same one from each. Saying `false` is always right,
   * but makes searches longer.
   */
  isOverwrite(call: Call, seen: Seen<Answer>): boolean
  /** For explanations: what was asked and what was answered in one, such as `read 3`. */
  describe(call: Call, seen: Seen<Answer>): string
  /** For explanations, to stand after "the key holds". */
  describeState(state: State): string
}
