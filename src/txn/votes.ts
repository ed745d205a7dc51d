/**
 * What the answers of the participants add up to (05, "Commit" and "Recovery, by anyone"). Coordinator and recoverers
 * use this one table, so that they cannot come to different decisions from the same records:
 *
 * - a commit found anywhere: committed, at that time;
 * - a refusal row found anywhere: aborted, and proven so;
 * - everyone prepared: committed at c, the greatest prepare stamp, readers' included;
 * - but c at or past the least expiry that any vote was built on: aborted, proven by the votes themselves. As c only
 *   rises and the least expiry only falls with more votes, some of the votes can be enough;
 * - everyone answered, someone with nothing and past expiry (`gone`): never committed *from here on*, so abort, but not
 *   proven: it may have been committed, applied everywhere and forgotten. Only an `Abort` that still meets a prepare
 *   record proves it. Nobody has anything: nobody can say any more.
 *
 * Anything else (locked, moved away, no answer) is no vote.
 */
import type { Timestamp } from '../base/ids.ts'
import { timestamp } from '../base/ids.ts'
import type { Participant, ParticipantAnswer, Refusal } from './types.ts'

/** What is known. Every verdict but `open` is final, but for `abort-unproven`, which a commit record overrules. */
type Verdict = 'open' | 'commit' | 'abort' | 'abort-unproven' | 'expired'

/** An answer that says something lasting about a participant. */
export type Fact = Extract<
  ParticipantAnswer,
  { kind: 'prepared' | 'committed' | 'refused' | 'gone' | 'no-vote' }
>

/**
 * `list`: the asker knows the participants. `keys`: a client asks by its keys; any record counts, and nothing is
 * concluded before all have answered, because a key named by mistake must not outvote the record of a real participant.
 */
export type AskedBy = 'list' | 'keys'

type Standing = 'unknown' | 'prepared' | 'refused' | 'gone'

const EXPIRED_REFUSAL: Refusal = {
  code: 'RETRY',
  message: 'a version that the transaction read or built on expires before its commit timestamp',
  conflicts: [],
}

export class Votes {
  private readonly standing: Standing[]
  private readonly askedBy: AskedBy
  private unknown: number
  private prepared = 0
  private stamp = 0
  private leastExpiry = Infinity
  private branch = true
  private firstRefusal: Refusal | undefined
  private current: Verdict = 'open'

  constructor(size: number, askedBy: AskedBy) {
    this.standing = new Array<Standing>(size).fill('unknown')
    this.unknown = size
    this.askedBy = askedBy
  }

  get verdict(): Verdict {
    return this.current
  }

  /** The commit timestamp, once the verdict is `commit`; before that the greatest prepare stamp so far. */
  get at(): Timestamp {
    return timestamp(this.stamp)
  }

  /** The branch that the votes are for, the same in all of them; meaningful once the verdict is `commit`. */
  get succeeded(): boolean {
    return this.branch
  }

  /** Why, once the verdict is `abort`. */
  get refusal(): Refusal | undefined {
    return this.firstRefusal
  }

  /** Whether every participant has said something lasting. */
  get complete(): boolean {
    return this.unknown === 0
  }

  isKnown(index: number): boolean {
    return this.standing[index] !== 'unknown'
  }

  /** Whether an `Abort` has nothing to do at this participant: it refused, or has nothing and never will have. */
  needsNoAbort(index: number): boolean {
    const standing = this.standing[index]
    return standing === 'refused' || standing === 'gone'
  }

  /** Takes in what participant `index` said; repeated and late answers are harmless. */
  learn(index: number, fact: Fact): Verdict {
    if (fact.kind === 'committed') {
      this.stamp = fact.at
      this.branch = fact.succeeded
      return (this.current = 'commit')
    }
    if (this.current === 'commit' || this.standing[index] !== 'unknown') return this.current
    this.unknown--
    switch (fact.kind) {
      case 'prepared':
        this.standing[index] = 'prepared'
        this.prepared++
        this.branch = fact.succeeded
        if (fact.stamp > this.stamp) this.stamp = fact.stamp
        if (fact.leastExpiry !== 0 && fact.leastExpiry < this.leastExpiry) {
          this.leastExpiry = fact.leastExpiry
        }
        break
      case 'refused':
        this.standing[index] = 'refused'
        this.firstRefusal ??= fact.refusal
        break
      case 'gone':
      case 'no-vote':
        this.standing[index] = 'gone'
        break
    }
    if (this.current === 'open') this.current = this.conclude()
    return this.current
  }

  private conclude(): Verdict {
    if (this.firstRefusal !== undefined && (this.askedBy === 'list' || this.unknown === 0)) {
      return 'abort'
    }
    if (this.stamp >= this.leastExpiry) {
      this.firstRefusal ??= EXPIRED_REFUSAL
      return 'abort'
    }
    if (this.unknown > 0) return 'open'
    if (this.prepared === this.standing.length) return 'commit'
    return this.prepared > 0 ? 'abort-unproven' : 'expired'
  }
}

/** Whether two participant lists are the same list: same members in the same order. */
export function sameParticipants(a: readonly Participant[], b: readonly Participant[]): boolean {
  if (a === b) return true
  if (a.length !== b.length) return false
  for (let index = 0; index < a.length; index++) {
    const left = a[index]!
    const right = b[index]!
    if (left.shard !== right.shard || left.token !== right.token) return false
  }
  return true
}
