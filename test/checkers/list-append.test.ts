import assert from 'node:assert/strict'
import fc from 'fast-check'
import { isExplained } from './brute-force.ts'
import {
  checkListAppend,
  CONSISTENCY_MODELS,
  HistoryError,
  type ConsistencyModel,
  type ListTransaction,
} from './index.ts'
import { append, arbitraryTransactions, holds, read, transaction } from './samples.ts'

const SERIALIZABLE: readonly ConsistencyModel[] = [
  'strictSerializable',
  'sessionSerializable',
  'serializable',
]
const BY_SESSION: readonly ConsistencyModel[] = [
  'strictSerializable',
  'sessionSerializable',
  'strongSnapshotIsolation',
  'sessionSnapshotIsolation',
]
const BY_REAL_TIME: readonly ConsistencyModel[] = ['strictSerializable', 'strongSnapshotIsolation']

/** Demands the anomaly, that exactly `broken` models are broken, and that trying everything says the same. */
function expectAnomaly(
  name: string,
  broken: readonly ConsistencyModel[],
  transactions: readonly ListTransaction[],
): string {
  const { models, anomalies } = checkListAppend(transactions)
  for (const model of CONSISTENCY_MODELS) {
    assert.equal(models[model], broken.includes(model) ? 'invalid' : 'valid', model)
    assert.equal(isExplained(model, transactions), models[model] === 'valid', model)
  }
  const anomaly = anomalies.find((found) => found.name === name)
  assert(anomaly, `${name} is not among ${anomalies.map((found) => found.name).join(', ')}`)
  assert.deepEqual(anomaly.rulesOut, broken)
  return anomaly.explanation
}

const expectValid = (transactions: readonly ListTransaction[]): void => {
  const { verdict, anomalies } = checkListAppend(transactions)
  assert.deepEqual({ verdict, anomalies }, { verdict: 'valid', anomalies: [] })
}

describe('list-append histories: reads that are wrong by themselves', () => {
  it('internal: a transaction does not see its own append', () => {
    expectAnomaly('internal', CONSISTENCY_MODELS, [transaction(1, [append('x', 1), read('x')])])
  })

  it('internal: a transaction reads twice and differently', () => {
    const steps = [read('x'), read('x', 1)]
    const transactions = [transaction(1, steps), transaction(2, [append('x', 1)])]
    expectAnomaly('internal', CONSISTENCY_MODELS, transactions)
  })

  it('internal: a transaction reads what it appends only later', () => {
    const transactions = [transaction(1, [read('x', 1), append('x', 1)])]
    expectAnomaly('internal', CONSISTENCY_MODELS, transactions)
  })

  it('G1a: a read of what failed', () => {
    const failed = transaction(1, [append('x', 1)], { status: 'fail' })
    const transactions = [failed, transaction(2, [read('x', 1)])]
    const explanation = expectAnomaly('G1a', CONSISTENCY_MODELS, transactions)
    assert.equal(explanation, 'T2 read [1] from x, but T1, which appended 1, failed')
  })

  it('dirty update: an append behind one that failed', () => {
    const failed = transaction(1, [append('x', 1)], { status: 'fail' })
    const rest = [transaction(2, [append('x', 2)]), transaction(3, [read('x', 1, 2)])]
    expectAnomaly('dirty-update', CONSISTENCY_MODELS, [failed, ...rest])
  })

  it('G1b: a read in the middle of a transaction', () => {
    const writer = transaction(1, [append('x', 1), append('x', 2)])
    expectAnomaly('G1b', CONSISTENCY_MODELS, [writer, transaction(2, [read('x', 1)])])
    expectAnomaly('G1b', CONSISTENCY_MODELS, [writer, transaction(2, [read('x', 2)])])
  })

  it('duplicate: an append that happened twice', () => {
    const transactions = [transaction(1, [append('x', 1)]), transaction(2, [read('x', 1, 1)])]
    expectAnomaly('duplicate-elements', CONSISTENCY_MODELS, transactions)
  })

  it('garbage: a read of what nobody appended', () => {
    expectAnomaly('garbage-read', CONSISTENCY_MODELS, [transaction(1, [read('x', 7)])])
  })

  it('incompatible order: two reads of which neither continues the other', () => {
    const appends = [1, 2].map((id) => transaction(id, [append('x', id)]))
    const reads = [transaction(3, [read('x', 1, 2)]), transaction(4, [read('x', 2, 1)])]
    expectAnomaly('incompatible-order', CONSISTENCY_MODELS, [...appends, ...reads])
  })

  it('incompatible order: appends of one transaction the wrong way round', () => {
    const writer = transaction(1, [append('x', 1), append('x', 2)])
    const transactions = [writer, transaction(2, [read('x', 2, 1)])]
    expectAnomaly('incompatible-order', CONSISTENCY_MODELS, transactions)
  })

  it('lost update: two that append to what both found', () => {
    const updates = [1, 2].map((id) => transaction(id, [read('x'), append('x', id)]))
    expectAnomaly('lost-update', CONSISTENCY_MODELS, updates)
  })

  it('distinguishes 1 from "1"', () => {
    const transactions = [transaction(1, [append('x', 1)]), transaction(2, [read('x', '1')])]
    expectAnomaly('garbage-read', CONSISTENCY_MODELS, transactions)
  })
})

describe('list-append histories: cycles', () => {
  it('G0: two writers in opposite orders', () => {
    const writers = [1, 2].map((id) => transaction(id, [append('x', id), append('y', id)]))
    const reader = transaction(3, [read('x', 1, 2), read('y', 2, 1)])
    expectAnomaly('G0', CONSISTENCY_MODELS, [...writers, reader])
  })

  it('G0: an append in the middle of another transaction', () => {
    const writer = transaction(1, [append('x', 1), append('x', 2)])
    const other = transaction(2, [append('x', 9)])
    const reader = transaction(3, [read('x', 1, 9, 2)])
    expectAnomaly('G0', CONSISTENCY_MODELS, [writer, other, reader])
  })

  it('G1c: two that each read what the other appended', () => {
    const transactions = [
      transaction(1, [append('x', 1), read('y', 1)]),
      transaction(2, [append('y', 1), read('x', 1)]),
    ]
    const explanation = expectAnomaly('G1c', CONSISTENCY_MODELS, transactions)
    assert.match(explanation, /T2 read \[1\] from x, and so saw what T1 appended: 1/)
  })

  it('G-single: one half of a transaction seen, the other missed', () => {
    const transactions = [
      transaction(1, [append('x', 1), append('y', 1)]),
      transaction(2, [read('x'), read('y', 1)]),
    ]
    expectAnomaly('G-single', CONSISTENCY_MODELS, transactions)
  })

  it('G-nonadjacent: two readers see two writes in opposite orders', () => {
    const transactions = [
      transaction(1, [append('x', 1)]),
      transaction(2, [append('y', 1)]),
      transaction(3, [read('x', 1), read('y')]),
      transaction(4, [read('x'), read('y', 1)]),
    ]
    expectAnomaly('G-nonadjacent', CONSISTENCY_MODELS, transactions)
  })

  it('G2-item: write skew, which snapshots permit', () => {
    const transactions = [
      transaction(1, [read('x'), append('y', 1)]),
      transaction(2, [read('y'), append('x', 1)]),
    ]
    expectAnomaly('G2-item', SERIALIZABLE, transactions)
  })

  it('G2-item-process: write skew with a session in between', () => {
    const transactions = [
      transaction(1, [read('x')], { process: 'a', during: [0, 1] }),
      transaction(2, [append('y', 1)], { process: 'a', during: [2, 3] }),
      transaction(3, [read('y')], { process: 'b', during: [0, 1] }),
      transaction(4, [append('x', 1), read('z')], { process: 'b', during: [2, 3] }),
      transaction(5, [append('z', 1)], { process: 'c', during: [0, 3] }),
      transaction(6, [read('z', 1), read('x')], { process: 'd', during: [0, 3] }),
    ]
    const { models } = checkListAppend(transactions)
    for (const model of CONSISTENCY_MODELS) {
      assert.equal(models[model] === 'valid', isExplained(model, transactions), model)
    }
  })

  it('write conflict: write skew between two whose appends elsewhere nobody read', () => {
    const transactions = [
      transaction(1, [read('x'), append('y', 1), append('z', 1)]),
      transaction(2, [read('y'), append('x', 1), append('z', 2)]),
    ]
    const explanation = expectAnomaly('write-conflict', CONSISTENCY_MODELS, transactions)
    assert.match(explanation, /T1 and T2 both appended to z/)
  })

  it('-process: a client misses its own append', () => {
    const transactions = [
      transaction(1, [append('x', 1)], { process: 'a', during: [0, 1] }),
      transaction(2, [read('x')], { process: 'a', during: [2, 3] }),
    ]
    expectAnomaly('G-single-process', BY_SESSION, transactions)
  })

  it('-process: a client sees an append and then does not', () => {
    const transactions = [
      transaction(1, [append('x', 1)], { process: 'a', during: [0, 9] }),
      transaction(2, [read('x', 1)], { process: 'b', during: [0, 1] }),
      transaction(3, [read('x')], { process: 'b', during: [2, 3] }),
    ]
    expectAnomaly('G-single-process', BY_SESSION, transactions)
  })

  it('-realtime: a read misses an append that was acknowledged before', () => {
    const transactions = [
      transaction(1, [append('x', 1)], { during: [0, 1] }),
      transaction(2, [read('x')], { during: [2, 3] }),
    ]
    const explanation = expectAnomaly('G-single-realtime', BY_REAL_TIME, transactions)
    assert.match(explanation, /T1 ended \(at 1\) before T2 began \(at 2\)/)
  })

  it('-realtime: an acknowledged append is nowhere', () => {
    const transactions = [
      transaction(1, [append('x', 1)], { during: [0, 1] }),
      transaction(2, [append('x', 2)], { during: [2, 3] }),
      transaction(3, [read('x', 2)], { during: [4, 5] }),
    ]
    expectAnomaly('G0-realtime', BY_REAL_TIME, transactions)
  })

  it('-realtime: nothing follows from an end and a start at the same time', () => {
    expectValid([
      transaction(1, [append('x', 1)], { during: [0, 2] }),
      transaction(2, [read('x')], { during: [2, 3] }),
    ])
  })
})

describe('list-append histories: unknown outcomes', () => {
  const unknown = { status: 'info', during: [0, 1] } as const

  it('may turn out to have happened, at any later time', () => {
    const lost = transaction(1, [append('x', 1)], unknown)
    expectValid([lost, transaction(2, [read('x', 1)], { during: [5, 6] })])
    expectValid([lost, transaction(2, [read('x')], { during: [5, 6] })])
    const later = transaction(3, [read('x', 1)], { during: [7, 8] })
    expectValid([lost, transaction(2, [read('x')], { during: [5, 6] }), later])
  })

  it('happened wholly if any of it was seen', () => {
    expectAnomaly('G-single', CONSISTENCY_MODELS, [
      transaction(1, [append('x', 1), append('y', 1)], unknown),
      transaction(2, [read('x', 1), read('y')], { during: [5, 6] }),
    ])
  })

  it('happened also if only seen by another one that happened', () => {
    expectAnomaly('G1a', CONSISTENCY_MODELS, [
      transaction(1, [append('w', 1)], { status: 'fail' }),
      transaction(2, [read('w', 1), append('x', 1)], unknown),
      transaction(3, [read('x', 1), append('y', 1)], unknown),
      transaction(4, [read('y', 1)], { during: [5, 6] }),
    ])
  })

  it('proves nothing by what it read unless it happened', () => {
    expectValid([
      transaction(1, [append('x', 1)], { status: 'fail' }),
      transaction(2, [read('x', 1), append('y', 1)], unknown),
      transaction(3, [read('y')], { during: [5, 6] }),
    ])
  })

  it('cannot have happened before it began', () => {
    const transactions = [
      transaction(1, [read('x', 1)], { during: [0, 1] }),
      transaction(2, [append('x', 1)], { status: 'info', during: [5, 6] }),
    ]
    expectAnomaly('G1c-realtime', BY_REAL_TIME, transactions)
  })
})

describe('list-append histories: rules and bounds', () => {
  it('decides by the model asked for', () => {
    const skew = [
      transaction(1, [read('x'), append('y', 1)]),
      transaction(2, [read('y'), append('x', 1)]),
    ]
    assert.equal(checkListAppend(skew).verdict, 'invalid')
    const permitted = checkListAppend(skew, { model: 'snapshotIsolation' })
    assert.equal(permitted.verdict, 'valid')
    assert.deepEqual(
      permitted.anomalies.map(({ name }) => name),
      ['G2-item'],
    )
  })

  it('refuses an element that is appended twice, even by what failed', () => {
    const transactions = [
      transaction(1, [append('x', 1)], { status: 'fail' }),
      transaction(2, [append('x', 1)]),
    ]
    assert.throws(() => checkListAppend(transactions), HistoryError)
  })

  it('refuses two transactions of one id, and one that ends before it starts', () => {
    assert.throws(() => checkListAppend([transaction(1, []), transaction(1, [])]), HistoryError)
    assert.throws(() => checkListAppend([transaction(1, [], { during: [2, 1] })]), HistoryError)
  })

  it('accepts a long history of many clients', () => {
    const lists = new Map<string, number[]>()
    const transactions = Array.from({ length: 10_000 }, (_, id) => {
      const key = `k${Math.floor(id / 200)}`
      const list = lists.get(key) ?? []
      lists.set(key, list)
      const steps = [read(key, ...list), append(key, id)]
      list.push(id)
      return transaction(id, steps, { during: [id, id + 20], process: id % 20 })
    })
    expectValid(transactions)
    const stale = transaction(30_000, [read('k7')], { during: [30_000, 30_001] })
    assert.equal(checkListAppend([...transactions, stale]).verdict, 'invalid')
  })

  it('finds its way through thousands of readers and unread appends of one key', () => {
    const appends = Array.from({ length: 3_000 }, (_, id) => transaction(id, [append('x', id)]))
    const reads = Array.from({ length: 3_000 }, (_, id) => transaction(id + 5_000, [read('x')]))
    expectValid([...appends, ...reads])
  })
})

describe('list-append histories, by chance', () => {
  it('are valid if transactions happened one after the other and only overlap', () => {
    holds(fc.property(arbitraryTransactions(40, false), expectValid), 300)
  })

  it('are judged as by trying everything', () => {
    const counts = { valid: 0, invalid: 0, unknown: 0 }
    holds(
      fc.property(arbitraryTransactions(5, true), (transactions) => {
        const { models, anomalies } = checkListAppend(transactions)
        for (const model of CONSISTENCY_MODELS) {
          counts[models[model]]++
          assert.equal(models[model], isExplained(model, transactions) ? 'valid' : 'invalid', model)
          const isNamed = anomalies.some(({ rulesOut }) => rulesOut.includes(model))
          assert.equal(isNamed, models[model] === 'invalid', `${model} is broken by what is named`)
        }
      }),
      2_000,
    )
    // Else the property would say nothing.
    assert(counts.valid > 1_500 && counts.invalid > 1_500, JSON.stringify(counts))
  })
})
