import assert from 'node:assert/strict'
import fc from 'fast-check'
import { isLinearizable } from './brute-force.ts'
import {
  checkLinearizable,
  storeModel,
  type Operation,
  type StoreAnswer,
  type StoreCall,
  type StoreState,
} from './index.ts'
import { arbitraryOperations, holds, operation, unanswered } from './samples.ts'

type StoreOperation = Operation<StoreCall, StoreAnswer>

/** Operations one after the other. */
function inTurn(...steps: readonly (readonly [StoreCall, StoreAnswer])[]): StoreOperation[] {
  return steps.map(([call, answer], id) => operation(id, [id * 10, id * 10 + 1], call, answer))
}

function verdict(operations: readonly StoreOperation[]): string {
  return checkLinearizable(storeModel, operations).verdict
}

const put = (value: number | string | readonly number[]): StoreCall => ({ f: 'put', value })
const found = (value: StoreState['value'], version?: number): StoreAnswer => ({
  type: 'read',
  value,
  version,
})
const written = (version?: number, value?: StoreState['value']): StoreAnswer => ({
  type: 'written',
  version,
  value,
})
const get: StoreCall = { f: 'get' }

describe('the model of a stored key', () => {
  it('holds what was written last, until it is deleted', () => {
    assert.equal(verdict(inTurn([get, found(undefined)], [put(5), written()], [get, found(5n)])), 'valid') // prettier-ignore
    const deleted = inTurn([put(5), written()], [{ f: 'delete' }, written()])
    assert.equal(verdict([...deleted, ...shifted(inTurn([get, found(undefined)]))]), 'valid')
    assert.equal(verdict([...deleted, ...shifted(inTurn([get, found(5)]))]), 'invalid')
  })

  it('gives versions that rise, and reads tell them', () => {
    assert.equal(verdict(inTurn([put(1), written(7)], [get, found(1, 7)])), 'valid')
    assert.equal(verdict(inTurn([put(1), written(7)], [get, found(1, 8)])), 'invalid')
    assert.equal(verdict(inTurn([put(1), written(7)], [put(1), written(7)])), 'invalid')
    assert.equal(verdict(inTurn([put(1), written(7)], [put(1), written(6)])), 'invalid')
  })

  it('learns the version of a write of unknown outcome from the first read', () => {
    const lost = unanswered<StoreCall>(90, 0, put(1))
    const reads = (...versions: readonly number[]): StoreOperation[] =>
      shifted(inTurn(...versions.map((version) => [get, found(1, version)] as const)))
    assert.equal(verdict([lost, ...reads(7, 7)]), 'valid')
    assert.equal(verdict([lost, ...reads(7, 8)]), 'invalid')
  })

  it('adds exactly once, from nothing', () => {
    const increment: StoreCall = { f: 'increment', by: 2 }
    const sums = (...values: readonly number[]): StoreOperation[] =>
      inTurn(...values.map((value) => [increment, written(undefined, value)] as const))
    assert.equal(verdict(sums(2, 4)), 'valid')
    assert.equal(verdict(sums(2, 6)), 'invalid')
    assert.equal(verdict(sums(2, 2)), 'invalid')
    assert.equal(verdict(inTurn([increment, written()], [get, found(2n)])), 'valid')
  })

  it('appends to lists, and refuses what does not fit the type', () => {
    const append: StoreCall = { f: 'append', elements: ['a'] }
    assert.equal(verdict(inTurn([append, written()], [append, written(undefined, ['a', 'a'])])), 'valid') // prettier-ignore
    assert.equal(verdict(inTurn([put(5), written()], [append, { type: 'refused' }])), 'valid')
    assert.equal(verdict(inTurn([put(5), written()], [append, written()])), 'invalid')
    assert.equal(verdict(inTurn([append, { type: 'refused' }])), 'invalid')
    const tooMuch: StoreCall = { f: 'increment', by: 2n ** 63n - 1n }
    assert.equal(verdict(inTurn([tooMuch, written()], [tooMuch, { type: 'refused' }])), 'valid')
  })

  it('writes on condition only if the condition holds', () => {
    const create: StoreCall = { f: 'put', value: 1, condition: 'absent' }
    assert.equal(verdict(inTurn([create, written()], [create, { type: 'conflict' }])), 'valid')
    assert.equal(verdict(inTurn([create, written()], [create, written()])), 'invalid')
    assert.equal(verdict(inTurn([create, { type: 'conflict' }])), 'invalid')
    const replace = (condition: number): StoreCall => ({ f: 'put', value: 2, condition })
    assert.equal(verdict(inTurn([put(1), written(7)], [replace(7), written(8)])), 'valid')
    assert.equal(verdict(inTurn([put(1), written(7)], [replace(6), written(8)])), 'invalid')
    const conflict: StoreAnswer = { type: 'conflict', version: 7 }
    assert.equal(verdict(inTurn([put(1), written(7)], [replace(6), conflict])), 'valid')
    assert.equal(verdict(inTurn([put(1), written(7)], [replace(7), conflict])), 'invalid')
  })

  it('tells 1 from "1" and a list from its element', () => {
    assert.equal(verdict(inTurn([put(1), written()], [get, found('1')])), 'invalid')
    assert.equal(verdict(inTurn([put([1]), written()], [get, found(1)])), 'invalid')
  })
})

describe('the model of a stored key, by chance', () => {
  const calls: fc.Arbitrary<StoreCall> = fc.oneof(
    fc.constant(get),
    fc.constant<StoreCall>({ f: 'delete' }),
    fc.record({ f: fc.constant('put' as const), value: fc.nat(2) }),
    fc.record({
      f: fc.constant('put' as const),
      value: fc.nat(2),
      condition: fc.constantFrom('absent' as const, 1, 2, 3),
    }),
    fc.record({ f: fc.constant('increment' as const), by: fc.integer({ min: 1, max: 2 }) }),
    fc.record({ f: fc.constant('append' as const), elements: fc.constantFrom(['a'], ['b', 'c']) }),
  )

  /** What a true store says: a version one higher than the last one for each write. */
  function answer(state: StoreState, call: StoreCall): StoreAnswer {
    const { version } = state
    if (call.f === 'get') return { type: 'read', value: state.value, version }
    const tries: readonly StoreAnswer[] = [
      { type: 'written', version: (version ?? state.floor) + 1 },
      { type: 'conflict', version },
      { type: 'refused' },
    ]
    return tries.find((each) => storeModel.step(state, call, { type: 'ok', answer: each }))!
  }

  it('accepts every true history', () => {
    holds(
      fc.property(arbitraryOperations(storeModel, answer, calls, 40), (operations) => {
        assert.equal(verdict(operations), 'valid')
      }),
    )
  })

  it('agrees with trying everything on histories with a lie', () => {
    const counts = { valid: 0, invalid: 0 }
    holds(
      fc.property(
        arbitraryOperations(storeModel, answer, calls, 6),
        fc.nat(5),
        fc.nat(5),
        (operations, liar, version) => {
          const told = operations.map((one, index): StoreOperation => {
            if (index !== liar || one.outcome.type !== 'ok') return one
            const { answer: truth } = one.outcome
            const lie =
              truth.type === 'refused' ? { type: 'conflict' as const } : { ...truth, version }
            return { ...one, outcome: { type: 'ok', answer: lie } }
          })
          const isValid = isLinearizable(storeModel, told)
          counts[isValid ? 'valid' : 'invalid']++
          assert.equal(verdict(told), isValid ? 'valid' : 'invalid')
        },
      ),
      2_000,
    )
    assert(counts.valid > 200 && counts.invalid > 200, JSON.stringify(counts))
  })
})

/** The same, later, under other ids. */
function shifted(operations: readonly StoreOperation[]): StoreOperation[] {
  return operations.map((one) => ({
    ...one,
    id: one.id + 100,
    start: one.start + 1_000,
    end: one.end + 1_000,
  }))
}
