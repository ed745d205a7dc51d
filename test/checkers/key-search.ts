/**
 * The search for an order of one key's operations that explains all answers (Wing and Gong, 1993), with two ideas of Lowe
 * (2017): configurations that were met before are not tried again, and operations are placed only when an answer that came
 * demands it.
 *
 * A configuration is: how many answers have been explained, the key's state, and which operations were placed ahead of their
 * answer (or will never have one). Three rules keep the number of configurations down, none of which loses an order:
 * - an operation without effect is placed as soon as its answer fits: that only removes a duty;
 * - an operation of unknown outcome is not placed where it would change nothing: as well it may never happen;
 * - of operations of unknown outcome that ask the same the one that started first is placed first.
 *
 * The search is a walk in depth that can be interrupted after any number of steps and taken up again.
 */
import { keyTimeline, type KeyTimeline, type Placeable } from './key-timeline.ts'
import type { Operation } from './history.ts'
import type { Model } from './model.ts'

/** An order found so far, from its end. Shared tails make it cheap to remember. */
interface Placement {
  readonly number: number
  readonly before: Placement | undefined
}

interface Configuration<State> {
  /** So many completions are explained. */
  readonly explained: number
  readonly state: State
  /** Numbers of operations placed and not answered yet, rising. */
  readonly placed: readonly number[]
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
  private readonly met = new Set<string>()
  private readonly stateNumbers = new Map<string | number, number>()
  private deepest: Configuration<State>

  constructor(model: Model<State, Call, Answer>, operations: readonly Operation<Call, Answer>[]) {
    this.model = model
    this.timeline = keyTimeline(model, operations)
    const start = { explained: 0, state: model.initial, placed: [], order: undefined }
    this.deepest = start
    this.enter(start)
  }

  /** How many configurations are held: the measure of its memory. */
  get configurationCount(): number {
    return this.met.size
  }

  /** Goes on for about `steps` steps of the model. `undefined`: not decided yet. */
  run(steps: number): 'valid' | 'invalid' | undefined {
    for (let left = steps; left > 0;) {
      if (this.isExplained(this.deepest)) return 'valid'
      const next = this.stack.pop()
      if (next === undefined) return 'invalid'
      left -= this.expand(next)
    }
    return undefined
  }

  deepestOrder(): DeepestOrder<State, Call, Answer> {
    const { explained, state, order } = this.deepest
    const numbers: number[] = []
    for (let last = order; last !== undefined; last = last.before) numbers.push(last.number)
    const placed = new Set(numbers)
    const completion = this.timeline.completions[explained]
    const operations = (of: readonly number[]): Operation<Call, Answer>[] =>
      of.map((number) => this.placeable(number).operation)
    const left = (of: readonly number[]) => operations(of.filter((number) => !placed.has(number)))
    return {
      order: operations(numbers.reverse()),
      state,
      refuted: completion && this.placeable(completion.due).operation,
      unplaced: left(completion?.open ?? []),
      unknown: left(this.timeline.unknown.slice(0, completion?.unknownCount ?? 0)),
    }
  }

  private isExplained(configuration: Configuration<State>): boolean {
    return configuration.explained === this.timeline.completions.length
  }

  private placeable(number: number): Placeable<Call, Answer> {
    return this.timeline.placeables[number]!
  }

  /** Puts every configuration that follows by one placement on the stack; the most promising one on top. Returns its cost. */
  private expand(from: Configuration<State>): number {
    const { unknown, sameBefore } = this.timeline
    const { open, unknownCount } = this.timeline.completions[from.explained]!
    const isPlaced = (number: number): boolean => from.placed.includes(number)
    for (let i = unknownCount - 1; i >= 0; i--) {
      const number = unknown[i]!
      if (isPlaced(number)) continue
      const same = sameBefore.get(number)
      if (same === undefined || isPlaced(same)) this.place(from, number, false)
    }
    for (let i = open.length - 1; i >= 0; i--) {
      if (!isPlaced(open[i]!)) this.place(from, open[i]!, true)
    }
    return open.length + unknownCount
  }

  private place(from: Configuration<State>, number: number, isKnown: boolean): void {
    const { operation, seen } = this.placeable(number)
    const state = this.model.step(from.state, operation.call, seen)
    if (state === undefined) return
    if (!isKnown && this.model.fingerprint(state) === this.model.fingerprint(from.state)) return
    const placed = [...from.placed, number].sort((one, other) => one - other)
    this.enter({
      explained: from.explained,
      state,
      placed,
      order: { number, before: from.order },
    })
  }

  /** Does all that needs no choice, and puts what is left on the stack, unless it was met before. */
  private enter(entered: Configuration<State>): void {
    let { explained } = entered
    let { order } = entered
    const placed = new Set(entered.placed)
    const fingerprint = this.model.fingerprint(entered.state)
    const { completions } = this.timeline
    for (; explained < completions.length; explained++) {
      const { due, open } = completions[explained]!
      for (const number of open) {
        if (placed.has(number) || !this.fitsWithoutEffect(entered.state, number, fingerprint)) {
          continue
        }
        placed.add(number)
        order = { number, before: order }
      }
      if (!placed.delete(due)) break
    }
    const configuration = {
      explained,
      state: entered.state,
      placed: [...placed].sort((one, other) => one - other),
      order,
    }
    const key = `${explained} ${this.stateNumber(fingerprint)} ${configuration.placed.join()}`
    if (this.met.has(key)) return
    this.met.add(key)
    this.stack.push(configuration)
    if (this.isDeeper(configuration)) this.deepest = configuration
  }

  private fitsWithoutEffect(state: State, number: number, fingerprint: string | number): boolean {
    const { operation, seen, isWithoutEffect } = this.placeable(number)
    if (!isWithoutEffect) return false
    const after = this.model.step(state, operation.call, seen)
    return after !== undefined && this.model.fingerprint(after) === fingerprint
  }

  /** More answers explained; then fewer left of those under way; then less that may never have happened. */
  private isDeeper(configuration: Configuration<State>): boolean {
    const difference = configuration.explained - this.deepest.explained
    if (difference !== 0) return difference > 0
    const knownPlaced = ({ placed }: Configuration<State>): number =>
      placed.filter((number) => this.placeable(number).seen.type === 'ok').length
    const known = knownPlaced(configuration) - knownPlaced(this.deepest)
    if (known !== 0) return known > 0
    return configuration.placed.length < this.deepest.placed.length
  }

  private stateNumber(fingerprint: string | number): number {
    const known = this.stateNumbers.get(fingerprint)
    if (known !== undefined) return known
    const number = this.stateNumbers.size
    this.stateNumbers.set(fingerprint, number)
    return number
  }
}
