/** Shared by the tests of the checkers: histories by hand, and histories by chance. */
import fc from 'fast-check'
import type { Element, ListStep, ListTransaction, Operation, Process } from './history.ts'
import type { Model } from './model.ts'

/** Runs a property with a fixed seed, so that a run of the tests is one run; fast-check prints it with a failure. */
export function holds<Input>(property: fc.IProperty<Input>, numRuns = 500): void {
  fc.assert(property, { seed: 20_261_123, numRuns })
}

// ---- transactions by hand ----------------------------------------------------------------------------------------

export function append(key: string, element: Element): ListStep {
  return { f: 'append', key, element }
}

export function read(key: string, ...elements: readonly Element[]): ListStep {
  return { f: 'read', key, elements }
}

/** Committed. `during` is start and end; by default all transactions run at the same time, each in its own process. */
export function transaction(
  id: number,
  steps: readonly ListStep[],
  { during = [0, 100], process = id, status = 'ok' }: TransactionOptions = {},
): ListTransaction {
  const [start, end] = during
  return { id, process, status, steps, start, end }
}

interface TransactionOptions {
  readonly during?: readonly [number, number]
  readonly process?: Process
  readonly status?: ListTransaction['status']
}

// ---- transactions by chance --------------------------------------------------------------------------------------

interface StepPlan {
  readonly isAppend: boolean
  readonly key: string
  /** What an untrue read shows instead, by how far back it looks or what it adds. */
  readonly untruth: 'none' | 'older' | 'reversed' | 'garbage'
}

interface TransactionPlan {
  readonly rank: number
  readonly process: number
  readonly before: number
  readonly after: number
  readonly status: ListTransaction['status']
  readonly isHidden: boolean
  /** So many commits back is the snapshot that it reads from. */
  readonly lag: number
  readonly steps: readonly StepPlan[]
}

/**
 * Transactions that commit one after the other, ten units of time apart, and overlap as `before` and `after` say. With `lies` they
 * read from old snapshots, their times are wrong, and now and then they read what never was.
 */
export function arbitraryTransactions(
  countMax: number,
  lies: boolean,
): fc.Arbitrary<readonly ListTransaction[]> {
  const step = fc.record<StepPlan>({
    isAppend: fc.boolean(),
    key: fc.constantFrom('x', 'x', 'y', 'y', 'z'),
    untruth: lies
      ? fc.oneof(
          { weight: 24, arbitrary: fc.constant('none' as const) },
          { weight: 3, arbitrary: fc.constant('older' as const) },
          { weight: 1, arbitrary: fc.constantFrom('reversed' as const, 'garbage' as const) },
        )
      : fc.constant('none'),
  })
  const plan = fc.record<TransactionPlan>({
    rank: fc.nat(1_000),
    process: fc.integer({ min: 1, max: 3 }),
    before: lies ? fc.integer({ min: -30, max: 40 }) : fc.integer({ min: 0, max: 40 }),
    after: fc.integer({ min: 0, max: 40 }),
    status: fc.constantFrom('ok', 'ok', 'ok', 'ok', 'info', 'fail'),
    isHidden: fc.boolean(),
    lag: lies ? fc.nat(3) : fc.constant(0),
    steps: fc.array(step, { minLength: 1, maxLength: 3 }),
  })
  return fc.array(plan, { minLength: 2, maxLength: countMax }).map(enact)
}

type Lists = ReadonlyMap<string, readonly Element[]>

function enact(plans: readonly TransactionPlan[]): readonly ListTransaction[] {
  const states: Lists[] = [new Map()]
  let lastElement = 0
  return [...plans]
    .sort((one, other) => one.rank - other.rank)
    .map((plan, index) => {
      const { status } = plan
      const view = new Map(states[Math.max(0, states.length - 1 - plan.lag)])
      const after = new Map(states.at(-1))
      const steps = plan.steps.map((step): ListStep => {
        const list = view.get(step.key) ?? []
        if (!step.isAppend) {
          const elements = status === 'ok' ? shown(list, step.untruth) : undefined
          return { f: 'read', key: step.key, elements }
        }
        const element = ++lastElement
        view.set(step.key, [...list, element])
        after.set(step.key, [...(after.get(step.key) ?? []), element])
        return append(step.key, element)
      })
      if (status === 'ok' || (status === 'info' && !plan.isHidden)) states.push(after)
      const start = index * 10 - plan.before
      const end = Math.max(start, index * 10 + plan.after)
      return { id: index, process: plan.process, status, steps, start, end }
    })
}

function shown(list: readonly Element[], untruth: StepPlan['untruth']): readonly Element[] {
  switch (untruth) {
    case 'none':
      return list
    case 'older':
      return list.slice(0, -1)
    case 'reversed':
      return [...list].reverse()
    case 'garbage':
      return [...list, 1]
  }
}

// ---- operations --------------------------------------------------------------------------------------------------

/** Answered, on key `k`. */
export function operation<Call, Answer>(
  id: number,
  [start, end]: readonly [number, number],
  call: Call,
  answer: Answer,
  key = 'k',
): Operation<Call, Answer> {
  return { id, process: id, key, call, outcome: { type: 'ok', answer }, start, end }
}

/** Of unknown outcome, on key `k`. */
export function unanswered<Call>(id: number, start: number, call: Call): Operation<Call, never> {
  return { id, process: id, key: 'k', call, outcome: { type: 'info' }, start, end: Infinity }
}

interface OperationPlan<Call> {
  readonly call: Call
  readonly before: number
  readonly after: number
  readonly fate: 'answered' | 'unknown' | 'unknown and never happened' | 'failed'
}

/** Calls that happen one after the other on one key, ten units of time apart, and overlap. All answers are true. */
export function arbitraryOperations<State, Call, Answer>(
  model: Model<State, Call, Answer>,
  answerOf: (state: State, call: Call) => Answer,
  calls: fc.Arbitrary<Call>,
  countMax: number,
): fc.Arbitrary<readonly Operation<Call, Answer>[]> {
  const plan = fc.record<OperationPlan<Call>>({
    call: calls,
    before: fc.nat(40),
    after: fc.nat(40),
    fate: fc.constantFrom(
      ...(['answered', 'answered', 'answered', 'answered'] as const),
      ...(['unknown', 'unknown and never happened', 'failed'] as const),
    ),
  })
  return fc.array(plan, { maxLength: countMax }).map((plans) => {
    let state = model.initial
    return plans.map(({ call, before, after, fate }, id): Operation<Call, Answer> => {
      const answer = answerOf(state, call)
      if (fate === 'answered' || fate === 'unknown') {
        state = model.step(state, call, { type: 'ok', answer }) ?? state
      }
      const outcome =
        fate === 'answered'
          ? { type: 'ok' as const, answer }
          : { type: fate === 'failed' ? ('fail' as const) : ('info' as const) }
      const [start, end] = [id * 10 - before, id * 10 + after]
      return { id, process: id, key: 'k', call, outcome, start, end }
    })
  })
}
