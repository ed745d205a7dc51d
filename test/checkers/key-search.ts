/**
 * The search for an order of one key's operations that explains all answers (Wing and Gong, 1993), with two ideas of Lowe
 * (2017): configurations that were met before are not tried again, and operations are placed only when an answer that came
 * demands it.
 *
 * A configuration is: how many answers have been explained, the key's state, and what became of the operations under way. These rules
 * keep the number of configurations down; none of them loses an order:
 * - An operation without effect is placed as soon as its answer fits: that only removes a duty.
 * - A write that overwrites another is where any write under way then may have happened unseen, just before it. Such a write is
 *   *covered*: when its answer comes nothing is left to do, and until then it may still be placed for its value.
 * - So a write is placed for its value only, and so is whatever may never have happened: if the next operation placed is answered
 *   the same and leads to the same state without it (and, if it must have happened, covers it), the placement was idle, and is not
 *   tried.
 * - Of operations of unknown outcome that ask the same the one that started first is placed first.
 * - A configuration is dropped if another one differs from it only in that it used fewer operations of unknown outcome.
 *
 * The search is a walk in depth that can be interrupted after any number of steps and taken up again.
 */
import { keyTimeline, type KeyTimeline, type Placeable } from './key-timeline.ts'
import type { Operation } from './history.ts'
import type { Model } from './model.ts'

/** An order found so far, from its end. Shared tails make it cheap to remember. */
interface Placement {
  readonly number: number
  /** Writes that may have happened just before, unseen. */
  readonly covers: readonly number[]
  readonly before: Placement | undefined
}

interface Configuration<State> {
  /** So many completions are explained. */
  readonly explained: number
  readonly state: State
  /** Numbers of operations with a known answer that were placed and not answered yet, rising. */
  readonly placed: readonly number[]
  /** Numbers of operations with a known answer that are covered and not answered yet, rising. */
  readonly covered: readonly number[]
  /** Numbers of operations of unknown outcome that were placed, rising. */
  readonly used: readonly number[]
  /** The state before the last placement, if that is idle unless the next one gives it a meaning. */
  readonly beforeIdle: State | undefined
  readonly order: Placement | undefined
}

/** The order that explains the most answers, and what stands in the way of more. */
export interface DeepestOrder<State, Call, Answer> {
  readonly order: readonly Operation<Call, Answer>[]
  /** What the key holds after `order`. */
  readonly state: State
  /** The operation whose answer cannot be explained; first of `unplaced`. `undefined` if all is explained. */
  readonly refuted: Operation<Call, Answer> | undefined
  /** Operations with a known answer, under way at the end of `refuted`, that `order` does not hold. */
  readonly unplaced: readonly Operation<Call, Answer>[]
  /** Operations of unknown outcome, started before the end of `refuted`, that `order` does not hold. */
  readonly unknown: readonly Operation<Call, Answer>[]
}

export class KeySearch<State, Call, Answer> {
  private readonly model: Model<State, Call, Answer>
  private readonly timeline: KeyTimeline<Call, Answer>
  private readonly stack: Configuration<State>[] = []
  /** By all of a configuration but `used`: every `used` that it was met with. */
  private readonly met = new Map<string, (readonly number[])[]>()
  private metCount = 0
  private stepCount = 0
  private readonly stateNumbers = new Map<string | number, number>()
  private deepest: Configuration<State>

  constructor(model: Model<State, Call, Answer>, operations: readonly Operation<Call, Answer>[]) {
    this.model = model
    this.timeline = keyTimeline(model, operations)
    this.deepest = {
      explained: 0,
      state: model.initial,
      placed: [],
      covered: [],
      used: [],
      beforeIdle: undefined,
      order: undefined,
    }
    this.enter(this.deepest)
  }

  /** How many configurations are held: the measure of its memory. */
  get configurationCount(): number {
    return this.metCount
  }

  /** Goes on for about `steps` steps of the model. `undefined`: not decided yet. */
  run(steps: number): 'valid' | 'invalid' | undefined {
    const end = this.stepCount + steps
    while (this.stepCount < end) {
      if (this.deepest.explained === this.timeline.completions.length) return 'valid'
      const next = this.stack.pop()
      if (next === undefined) return 'invalid'
      this.expand(next)
    }
    return undefined
  }

  deepestOrder(): DeepestOrder<State, Call, Answer> {
    const { explained, state, order } = this.deepest
    const explicit = new Set<number>()
    const placements: Placement[] = []
    for (let last = order; last !== undefined; last = last.before) {
      placements.push(last)
      explicit.add(last.number)
    }
    // Sets keep the order of insertion.
    const placed = new Set<number>()
    for (const { number, covers } of placements.reverse()) {
      for (const covered of covers) if (!explicit.has(covered)) placed.add(covered)
      placed.add(number)
    }
    const completion = this.timeline.completions[explained]
    const operations = (numbers: Iterable<number>): Operation<Call, Answer>[] =>
      [...numbers].map((number) => this.placeable(number).operation)
    const left = (numbers: readonly number[]) =>
      operations(numbers.filter((number) => !placed.has(number)))
    return {
      order: operations(placed),
      state,
      refuted: completion && this.placeable(completion.due).operation,
      unplaced: left(completion?.open ?? []),
      unknown: left(this.timeline.unknown.slice(0, completion?.unknownCount ?? 0)),
    }
  }

  private placeable(number: number): Placeable<Call, Answer> {
    return this.timeline.placeables[number]!
  }

  private step(state: State, number: number): State | undefined {
    this.stepCount++
    const { operation, seen } = this.placeable(number)
    return this.model.step(state, operation.call, seen)
  }

  /** Puts every configuration that follows by one placement on the stack; the most promising one on top. */
  private expand(from: Configuration<State>): void {
    this.stepCount++
    const candidates = this.candidates(from)
    for (const number of candidates) this.place(from, number, candidates)
    const { due } = this.timeline.completions[from.explained]!
    // A placement that is idle so far can as well be made after this.
    if (from.covered.includes(due) && from.beforeIdle === undefined) {
      const covered = withoutNumber(from.covered, due)
      this.enter({ ...from, explained: from.explained + 1, covered })
    }
  }

  /** What may be placed next: of unknown outcome first, the operation whose answer is due last. */
  private candidates({ explained, placed, used }: Configuration<State>): readonly number[] {
    const { unknown, unknownGroups, completions } = this.timeline
    const { open, unknownCount } = completions[explained]!
    const candidates: number[] = []
    for (const group of unknownCount === 0 ? [] : unknownGroups) {
      const next = group.find((number) => !used.includes(number))
      if (next !== undefined && next <= unknown[unknownCount - 1]!) candidates.push(next)
    }
    for (let i = open.length - 1; i >= 0; i--) {
      if (!placed.includes(open[i]!)) candidates.push(open[i]!)
    }
    return candidates
  }

  private place(from: Configuration<State>, number: number, candidates: readonly number[]): void {
    const { seen, isOverwrite } = this.placeable(number)
    const { model } = this
    const state = this.step(from.state, number)
    if (state === undefined) return
    const isKnown = seen.type === 'ok'
    if (!isKnown && model.fingerprint(state) === model.fingerprint(from.state)) return
    if (from.beforeIdle !== undefined) {
      // Without the last placement, all would be the same; a write with a known answer must be covered for that.
      const isCoverable = isOverwrite || this.placeable(from.order!.number).seen.type !== 'ok'
      if (isCoverable && !this.tells(from.beforeIdle, from.state, number)) return
    }
    const { due, open } = this.timeline.completions[from.explained]!
    const mayBeIdle = number !== due && (isOverwrite || !isKnown)
    if (
      mayBeIdle &&
      !candidates.some((next) => this.givesMeaning(from.state, state, number, next))
    ) {
      return
    }
    const covers = isOverwrite ? this.coveredBy(from, number, open) : NONE
    this.enter({
      explained: from.explained,
      state,
      placed: isKnown ? withNumber(from.placed, number) : from.placed,
      covered: isOverwrite
        ? rising([
            ...from.covered.filter((other) => other !== number && !covers.includes(other)),
            ...covers,
          ])
        : from.covered,
      used: isKnown ? from.used : withNumber(from.used, number),
      beforeIdle: mayBeIdle ? from.state : undefined,
      order: { number, covers, before: from.order },
    })
  }

  /**
   * Whether `number`, which leads from `before` to `state`, may be no idle placement if `next` follows. `next` may be `number` too: it
   * stands for another operation that asks the same.
   */
  private givesMeaning(before: State, state: State, number: number, next: number): boolean {
    if (this.placeable(number).seen.type !== 'ok') return this.tells(before, state, next)
    return !this.placeable(next).isOverwrite && this.step(state, next) !== undefined
  }

  /** Whether placing `next` shows that the key holds `state` and not `other`: by its answer, or by what it leads to. */
  private tells(other: State, state: State, next: number): boolean {
    const after = this.step(state, next)
    if (after === undefined) return false
    const otherwise = this.step(other, next)
    return (
      otherwise === undefined || this.model.fingerprint(otherwise) !== this.model.fingerprint(after)
    )
  }

  /** Writes under way that may have happened unseen just before `number` does. */
  private coveredBy(
    { placed }: Configuration<State>,
    number: number,
    open: readonly number[],
  ): readonly number[] {
    return open.filter(
      (other) => other !== number && this.placeable(other).isOverwrite && !placed.includes(other),
    )
  }

  /** Does all that needs no choice, and puts what is left on the stack, unless it was met before. */
  private enter(entered: Configuration<State>): void {
    const { state, covered, used } = entered
    let { explained, placed, order, beforeIdle } = entered
    const fingerprint = this.model.fingerprint(state)
    const { completions } = this.timeline
    for (; explained < completions.length; explained++) {
      const { due, open } = completions[explained]!
      for (const number of open) {
        if (placed.includes(number) || !this.fitsWithoutEffect(state, number, fingerprint)) continue
        placed = withNumber(placed, number)
        order = { number, covers: NONE, before: order }
        beforeIdle = undefined
      }
      // If it is only covered there is a choice: this is the last moment to place it for its value.
      if (!placed.includes(due)) break
      placed = withoutNumber(placed, due)
    }
    const configuration = { explained, state, placed, covered, used, beforeIdle, order }
    if (this.isMet(configuration, fingerprint)) return
    this.stack.push(configuration)
    if (this.isDeeper(configuration)) this.deepest = configuration
  }

  private fitsWithoutEffect(state: State, number: number, fingerprint: string | number): boolean {
    if (!this.placeable(number).isWithoutEffect) return false
    const after = this.step(state, number)
    return after !== undefined && this.model.fingerprint(after) === fingerprint
  }

  /** Whether this configuration, or one that used less, was met before; else it is now. */
  private isMet(configuration: Configuration<State>, fingerprint: string | number): boolean {
    const { explained, placed, covered, used, beforeIdle } = configuration
    const idle =
      beforeIdle === undefined ? '' : this.stateNumber(this.model.fingerprint(beforeIdle))
    const key = `${explained} ${this.stateNumber(fingerprint)} ${placed.join()} ${covered.join()} ${idle}`
    const metWith = this.met.get(key)
    if (metWith?.some((less) => isSubset(less, used)) === true) return true
    if (metWith === undefined) this.met.set(key, [used])
    else metWith.push(used)
    this.metCount++
    return false
  }

  /** More answers explained; then more placed of those under way; then less that may never have happened. */
  private isDeeper({ explained, placed, covered, used }: Configuration<State>): boolean {
    const { deepest } = this
    if (explained !== deepest.explained) return explained > deepest.explained
    const more = placed.length + covered.length - deepest.placed.length - deepest.covered.length
    return more !== 0 ? more > 0 : used.length < deepest.used.length
  }

  private stateNumber(fingerprint: string | number): number {
    const known = this.stateNumbers.get(fingerprint)
    if (known !== undefined) return known
    const number = this.stateNumbers.size
    this.stateNumbers.set(fingerprint, number)
    return number
  }
}

const NONE: readonly number[] = []

function withNumber(numbers: readonly number[], number: number): readonly number[] {
  return rising([...numbers, number])
}

function withoutNumber(numbers: readonly number[], number: number): readonly number[] {
  return numbers.filter((other) => other !== number)
}

function rising(numbers: number[]): readonly number[] {
  return numbers.length < 2 ? numbers : numbers.sort((one, other) => one - other)
}

/** Both rising. */
function isSubset(less: readonly number[], more: readonly number[]): boolean {
  if (less.length > more.length) return false
  let at = 0
  for (const number of less) {
    while (at < more.length && more[at]! < number) at++
    if (more[at] !== number) return false
  }
  return true
}
