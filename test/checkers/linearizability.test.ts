import assert from 'node:assert/strict'
import fc from 'fast-check'
import { isLinearizable } from './brute-force.ts'
import {
  checkLinearizable,
  HistoryError,
  registerModel,
  textModel,
  type LinearizabilityOptions,
  type Operation,
  type RegisterAnswer,
  type RegisterCall,
  type RegisterValue,
  type TextAnswer,
  type TextCall,
} from './index.ts'
import { arbitraryOperations, holds, operation, unanswered } from './samples.ts'

type RegisterOperation = Operation<RegisterCall, RegisterAnswer>
type During = readonly [number, number]

const write = (id: number, during: During, value: RegisterValue): RegisterOperation =>
  operation(id, during, { f: 'write', value }, { f: 'write' })
const read = (id: number, during: During, value: RegisterValue): RegisterOperation =>
  operation(id, during, { f: 'read' }, { f: 'read', value })
const cas = (
  id: number,
  during: During,
  from: RegisterValue,
  to: RegisterValue,
  swapped: boolean,
): RegisterOperation => operation(id, during, { f: 'cas', from, to }, { f: 'cas', swapped })

function verdict(operations: readonly RegisterOperation[], options?: LinearizabilityOptions) {
  return checkLinearizable(registerModel, operations, options).verdict
}

describe('linearizability', () => {
  it('holds for nothing at all, and for a read before any write', () => {
    assert.equal(verdict([]), 'valid')
    assert.equal(verdict([read(1, [0, 1], null)]), 'valid')
  })

  it('lets a read see a write that runs at the same time, or not', () => {
    for (const value of [null, 7]) {
      assert.equal(verdict([write(1, [0, 10], 7), read(2, [5, 6], value)]), 'valid')
    }
  })

  it('is broken by a read that misses a finished write', () => {
    assert.equal(verdict([write(1, [0, 1], 7), read(2, [2, 3], null)]), 'invalid')
  })

  it('counts an end and a start at the same time as overlapping', () => {
    assert.equal(verdict([write(1, [0, 2], 7), read(2, [2, 3], null)]), 'valid')
  })

  it('is broken by two reads that see a write and then do not', () => {
    const operations = [write(1, [0, 10], 7), read(2, [1, 2], 7), read(3, [3, 4], null)]
    assert.equal(verdict(operations), 'invalid')
  })

  it('is broken by a read of what is never written', () => {
    assert.equal(verdict([write(1, [0, 1], 7), read(2, [0, 3], 8)]), 'invalid')
  })

  it('is broken by two compares that both win', () => {
    const operations = [cas(1, [0, 9], null, 1, true), cas(2, [0, 9], null, 2, true)]
    assert.equal(verdict(operations), 'invalid')
  })

  it('is broken by a compare that loses against nobody', () => {
    assert.equal(verdict([write(1, [0, 1], 7), cas(2, [2, 3], 7, 8, false)]), 'invalid')
  })

  it('lets a write of unknown outcome happen long after, once, or never', () => {
    const lost = unanswered<RegisterCall>(1, 0, { f: 'write', value: 7 })
    assert.equal(verdict([lost, read(2, [5, 6], null), read(3, [50, 51], 7)]), 'valid')
    assert.equal(verdict([lost, read(2, [5, 6], null), read(3, [50, 51], null)]), 'valid')
    const twice = [read(2, [5, 6], 7), write(3, [7, 8], 1), read(4, [9, 10], 7)]
    assert.equal(verdict([lost, ...twice]), 'invalid')
  })

  it('lets nothing of unknown outcome happen before it starts', () => {
    const lost = unanswered<RegisterCall>(1, 5, { f: 'write', value: 7 })
    assert.equal(verdict([lost, read(2, [0, 4], 7)]), 'invalid')
  })

  it('ignores what certainly failed', () => {
    const failed: RegisterOperation = { ...write(1, [0, 1], 7), outcome: { type: 'fail' } }
    assert.equal(verdict([failed, read(2, [2, 3], null)]), 'valid')
    assert.equal(verdict([failed, read(2, [2, 3], 7)]), 'invalid')
  })

  it('judges each key by itself, and names the bad one', () => {
    const good = { ...write(1, [0, 1], 7), key: 'good' }
    const result = checkLinearizable(registerModel, [good, { ...read(2, [2, 3], 7), key: 'bad' }])
    assert(result.verdict === 'invalid')
    assert.equal(result.key, 'bad')
  })

  it('tells the longest order, and what finds no place behind it', () => {
    const operations = [write(1, [0, 1], 5), write(2, [2, 3], 6), read(3, [4, 5], 5)]
    const result = checkLinearizable(registerModel, operations)
    assert(result.verdict === 'invalid')
    assert.deepEqual(
      result.order.map(({ id }) => id),
      [1, 2],
    )
    assert.equal(result.refuted?.id, 3)
    assert.deepEqual(
      result.unplaced.map(({ id }) => id),
      [3],
    )
    assert.match(result.explanation, /key holds 6.*no place for\n {2}#3 by process 3: read 5/s)
  })

  /** Appends at once, and in the end a read that none of their orders explains: all must be tried. */
  function hardText(appendCount: number): readonly Operation<TextCall, TextAnswer>[] {
    const appends = Array.from({ length: appendCount }, (_, id) =>
      operation<TextCall, TextAnswer>(
        id,
        [0, 100],
        { f: 'append', value: String(id) },
        { f: 'append' },
        'hard',
      ),
    )
    return [...appends, operation(90, [101, 102], { f: 'get' }, { f: 'get', value: '?' }, 'hard')]
  }

  it('answers unknown, never wrong, when steps or memory are spent', () => {
    const check = (count: number, options?: LinearizabilityOptions) =>
      checkLinearizable(textModel, hardText(count), options)
    assert.equal(check(5).verdict, 'invalid')
    assert.equal(check(12, { stepsMax: 1_000 }).verdict, 'unknown')
    const result = check(12, { configurationsMax: 1_000 })
    assert(result.verdict === 'unknown')
    assert.deepEqual(result.keys, ['hard'])
    assert.match(result.explanation, /given up for 1 of 1 keys \(hard\)/)
  })

  it('refutes a history by its bad key even if another one is hopeless', () => {
    const bad = operation<TextCall, TextAnswer>(91, [0, 1], { f: 'get' }, { f: 'get', value: '?' })
    const options = { configurationsMax: 10_000 }
    assert.equal(checkLinearizable(textModel, [...hardText(12), bad], options).verdict, 'invalid')
  })

  it('does not try the orders of writes that nobody sees', () => {
    const writes = Array.from({ length: 15 }, (_, id) => write(id, [0, 100], id))
    const lost = Array.from({ length: 15 }, (_, id) =>
      unanswered<RegisterCall>(id + 40, 0, { f: 'write', value: id + 40 }),
    )
    const hard = [...writes, ...lost]
    assert.equal(verdict([...hard, read(90, [101, 102], 90)], { stepsMax: 200_000 }), 'invalid')
    assert.equal(verdict([...hard, read(90, [101, 102], 41)], { stepsMax: 200_000 }), 'valid')
  })

  it('lets a write that another one may have hidden be seen nevertheless', () => {
    const operations = [write(1, [0, 0], 1), read(2, [1, 1], 1), write(3, [0, 2], 3)]
    // The second write is hidden by the first, or comes after the read.
    assert.equal(verdict([...operations, read(4, [3, 3], 1)]), 'valid')
    assert.equal(verdict([...operations, read(4, [3, 3], 3)]), 'valid')
    assert.equal(verdict([...operations, read(4, [3, 3], 1), read(5, [4, 4], 3)]), 'invalid')
  })

  it('checks a long history of one key with little to choose', () => {
    const operations = Array.from({ length: 20_000 }, (_, id) =>
      id % 2 === 0 ? write(id, [id, id + 3], id) : read(id, [id + 0.5, id + 4.5], id - 1),
    )
    assert.equal(verdict(operations), 'valid')
  })

  it('refuses an operation that ends before it starts', () => {
    assert.throws(() => verdict([read(1, [5, 4], null)]), HistoryError)
  })
})

const REGISTER_CALLS: fc.Arbitrary<RegisterCall> = fc.oneof(
  fc.constant({ f: 'read' as const }),
  fc.record({ f: fc.constant('write' as const), value: fc.nat(2) }),
  fc.record({ f: fc.constant('cas' as const), from: fc.nat(2), to: fc.nat(2) }),
)

function registerAnswer(state: RegisterValue, call: RegisterCall): RegisterAnswer {
  switch (call.f) {
    case 'read':
      return { f: 'read', value: state }
    case 'write':
      return { f: 'write' }
    case 'cas':
      return { f: 'cas', swapped: state === call.from }
  }
}

const TEXT_CALLS: fc.Arbitrary<TextCall> = fc.oneof(
  fc.constant({ f: 'get' as const }),
  fc.record({
    f: fc.constantFrom('put' as const, 'append' as const),
    value: fc.constantFrom('a', 'b', 'c'),
  }),
)

function textAnswer(state: string, call: TextCall): TextAnswer {
  return call.f === 'get' ? { f: 'get', value: state } : { f: call.f }
}

describe('linearizability, by chance', () => {
  it('holds for every history of a register that was true and only overlaps', () => {
    const histories = arbitraryOperations(registerModel, registerAnswer, REGISTER_CALLS, 60)
    holds(fc.property(histories, (operations) => verdict(operations) === 'valid'))
  })

  it('holds for every history of texts that was true and only overlaps', () => {
    const histories = arbitraryOperations(textModel, textAnswer, TEXT_CALLS, 60)
    holds(
      fc.property(histories, (operations) => {
        assert.equal(checkLinearizable(textModel, operations).verdict, 'valid')
      }),
    )
  })

  it('agrees with trying everything on histories with a lie', () => {
    const histories = arbitraryOperations(registerModel, registerAnswer, REGISTER_CALLS, 7)
    const counts = { valid: 0, invalid: 0, unknown: 0 }
    holds(
      fc.property(histories, fc.nat(6), fc.nat(3), (operations, liar, value) => {
        const told = operations.map((one, index) => (index === liar ? lying(one, value) : one))
        const found = verdict(told)
        counts[found]++
        assert.equal(found, isLinearizable(registerModel, told) ? 'valid' : 'invalid')
      }),
      4_000,
    )
    // Else the property would say nothing.
    assert(counts.valid > 500 && counts.invalid > 500, JSON.stringify(counts))
  })

  it('agrees with trying everything on texts with a lie', () => {
    const histories = arbitraryOperations(textModel, textAnswer, TEXT_CALLS, 7)
    holds(
      fc.property(histories, fc.nat(6), (operations, liar) => {
        const told = operations.map((one, index): typeof one =>
          index === liar && one.outcome.type === 'ok' && one.call.f === 'get'
            ? { ...one, outcome: { type: 'ok', answer: { f: 'get', value: 'ab' } } }
            : one,
        )
        const { verdict: found } = checkLinearizable(textModel, told)
        assert.equal(found, isLinearizable(textModel, told) ? 'valid' : 'invalid')
      }),
      2_000,
    )
  })
})

function lying(truth: RegisterOperation, value: number): RegisterOperation {
  if (truth.outcome.type !== 'ok') return { ...truth, outcome: { type: 'fail' } }
  const { answer } = truth.outcome
  switch (answer.f) {
    case 'read':
      return { ...truth, outcome: { type: 'ok', answer: { f: 'read', value } } }
    case 'cas':
      return { ...truth, outcome: { type: 'ok', answer: { f: 'cas', swapped: !answer.swapped } } }
    case 'write':
      return { ...truth, call: { f: 'write', value } }
  }
}
