import assert from 'node:assert/strict'
import { registerOperations, storeOperations, textOperations } from './operations-of.ts'
import { readRequests } from './read-history.ts'
import { listTransactions, readNamedHistories } from './transactions-of.ts'

/** JSON lines with times in order of the lines. */
function lines(...events: readonly Readonly<Record<string, unknown>>[]): string {
  return events.map((event, time) => JSON.stringify({ time, ...event })).join('\n')
}

describe('histories in JSON lines', () => {
  it('are put together from both ends', () => {
    const text = lines(
      { process: 1, type: 'invoke', f: 'write', value: 3 },
      { process: 2, type: 'invoke', f: 'read', value: null },
      { process: 2, type: 'ok', f: 'read', value: 3 },
      { process: 1, type: 'info', f: 'write', value: 3 },
      { process: 3, type: 'invoke', f: 'cas', value: [3, 4] },
      { process: 3, type: 'ok', f: 'cas', value: [3, 4], swapped: false },
      { process: 4, type: 'invoke', f: 'write', value: 5 },
      { process: 4, type: 'fail', f: 'write', value: 5, error: 'overloaded' },
    )
    const operations = registerOperations(readRequests(text, 'h.jsonl'))
    assert.deepEqual(
      operations.map(({ id, process, call, outcome, start, end }) => [
        id,
        process,
        call,
        outcome,
        start,
        end,
      ]),
      [
        [1, 1, { f: 'write', value: 3 }, { type: 'info' }, 0, 3],
        [2, 2, { f: 'read' }, { type: 'ok', answer: { f: 'read', value: 3 } }, 1, 2],
        [
          5,
          3,
          { f: 'cas', from: 3, to: 4 },
          { type: 'ok', answer: { f: 'cas', swapped: false } },
          4,
          5,
        ],
        [7, 4, { f: 'write', value: 5 }, { type: 'fail' }, 6, 7],
      ],
    )
  })

  it('may end while requests are under way: their outcome is unknown', () => {
    const text = lines({ process: 1, type: 'invoke', f: 'put', key: 'a', value: 'x' })
    const [operation] = textOperations(readRequests(text, 'h.jsonl'))
    assert.deepEqual(operation?.outcome, { type: 'info' })
    assert.equal(operation.end, Infinity)
  })

  it('hold what the store answered: versions, conditions, refusals', () => {
    const text = lines(
      { process: 1, type: 'invoke', f: 'put', key: 'a', value: [1, 'b'], condition: 'absent' },
      { process: 1, type: 'ok', f: 'put', key: 'a', value: [1, 'b'], version: 7 },
      { process: 1, type: 'invoke', f: 'put', key: 'a', value: 2, condition: 5 },
      { process: 1, type: 'ok', f: 'put', key: 'a', refused: 'conflict', version: 7 },
      { process: 1, type: 'invoke', f: 'increment', key: 'a', value: 2 },
      { process: 1, type: 'ok', f: 'increment', key: 'a', refused: 'type' },
      { process: 1, type: 'invoke', f: 'get', key: 'a' },
      { process: 1, type: 'ok', f: 'get', key: 'a', value: null },
    )
    const operations = storeOperations(readRequests(text, 'h.jsonl'))
    assert.deepEqual(
      operations.map(({ call, outcome }) => [call, outcome.type === 'ok' && outcome.answer]),
      [
        [
          { f: 'put', value: [1, 'b'], condition: 'absent' },
          { type: 'written', value: undefined, version: 7 },
        ],
        [
          { f: 'put', value: 2, condition: 5 },
          { type: 'conflict', version: 7 },
        ],
        [{ f: 'increment', by: 2 }, { type: 'refused' }],
        [{ f: 'get' }, { type: 'read', value: undefined, version: undefined }],
      ],
    )
  })

  it('hold transactions; what an unknown one read is unknown unless it is told', () => {
    const asked = [['append', 'x', 1], ['r', 'y', null]] // prettier-ignore
    const text = lines(
      { process: 1, type: 'invoke', f: 'txn', value: asked },
      { process: 1, type: 'ok', f: 'txn', value: asked },
      { process: 1, type: 'invoke', f: 'txn', value: [['r', 5, null]] },
      { process: 1, type: 'info', f: 'txn', value: [['r', 5, [3]]] },
      { process: 2, type: 'invoke', f: 'txn', value: [['r', 5, null]] },
      { process: 2, type: 'info', f: 'txn', value: 'timeout' },
    )
    const transactions = listTransactions(readRequests(text, 'h.jsonl'))
    assert.deepEqual(
      transactions.map(({ status, steps }) => [status, steps]),
      [
        [
          'ok',
          [
            { f: 'append', key: 'x', element: 1 },
            { f: 'read', key: 'y', elements: [] },
          ],
        ],
        ['info', [{ f: 'read', key: '5', elements: [3] }]],
        ['info', [{ f: 'read', key: '5', elements: undefined }]],
      ],
    )
  })

  const invoke = { process: 1, type: 'invoke', f: 'read', key: 'k' }
  for (const [what, text, message] of [
    ['text that is not JSON', '{"process"', /^h\.jsonl:1: not JSON/],
    ['a missing field', lines(invoke, { process: 1, type: 'ok' }), /^h\.jsonl:2: f: /],
    ['an unknown type', lines({ ...invoke, type: 'done' }), /^h\.jsonl:1: type: /],
    ['a time that is none', lines({ ...invoke, time: 'noon' }), /^h\.jsonl:1: time: /],
    ['an end without a start', lines({ ...invoke, type: 'ok' }), /^h\.jsonl:1: process 1 has no/],
    [
      'a second request at once',
      lines(invoke, invoke),
      /^h\.jsonl:2: process 1 starts .*h\.jsonl:1/,
    ],
    ['another end', lines(invoke, { ...invoke, type: 'ok', f: 'cas' }), /^h\.jsonl:2: a cas ends/],
    [
      'an end before its start',
      lines({ ...invoke, time: 5 }, { ...invoke, type: 'ok', time: 4 }),
      /^h\.jsonl:2: ends \(at 4\) before/,
    ],
    ['an unknown function', lines({ ...invoke, f: 'sing' }), /^h\.jsonl:1: the function must be/],
    ['a value of a wrong kind', lines({ ...invoke, f: 'write', value: {} }), /^h\.jsonl:1: a reg/],
  ] as const) {
    it(`refuse ${what}, and say where`, () => {
      assert.throws(() => registerOperations(readRequests(text, 'h.jsonl')), {
        name: 'HistoryError',
        message,
      })
    })
  }

  for (const [what, value, message] of [
    ['no list of steps', 5, /a transaction is a list of steps/],
    ['a step that is none', [['append']], /a step is/],
    ['a step of another kind', [['w', 'x', 1]], /a step must append or r, not w/],
    ['an element of a wrong kind', [['append', 'x', null]], /an element must be/],
    ['a read of something else', [['r', 'x', 'y']], /what was read must be a list/],
    ['a key of a wrong kind', [['r', {}, null]], /a key must be/],
  ] as const) {
    it(`refuse a transaction with ${what}`, () => {
      const text = lines({ process: 1, type: 'invoke', f: 'txn', value })
      assert.throws(() => listTransactions(readRequests(text, 'h.jsonl')), {
        name: 'HistoryError',
        message,
      })
    })
  }
})

describe('histories in EDN', () => {
  it('take their times from the events, or from the order of lines if some have none', () => {
    const timed = '{:process 1 :type :invoke :f :get :key "k" :value nil :time 40}'
    const untimed = '{:process 1, :type :ok, :f :get, :key "k", :value "v"}'
    const [first] = textOperations(readRequests(`${timed}\n${untimed}`, 'h.edn'))
    assert.deepEqual([first?.start, first?.end], [0, 1])
    const [second] = textOperations(
      readRequests(`${timed}\n${untimed.slice(0, -1)} :time 50}`, 'h'),
    )
    assert.deepEqual([second?.start, second?.end], [40, 50])
  })

  it('leave out faults, and need no process where requests do not overlap', () => {
    const text = `
      ; a comment
      {:type :invoke :value [[:append 9 2] [:r 8 nil]]}
      {:type :info :process :nemesis :f :kill :value "n1"}
      {:type :ok :value [[:append 9 2] [:r 8 [1]]]}`
    const [only] = listTransactions(readRequests(text, 'h.edn'))
    assert.deepEqual(only?.steps, [
      { f: 'append', key: '9', element: 2 },
      { f: 'read', key: '8', elements: [1] },
    ])
  })

  it('may be one vector', () => {
    const text = '[{:process 1 :type :invoke :f :get :key "k"}\n{:process 2 :type :invoke :f :get :key "k"}]' // prettier-ignore
    assert.deepEqual(
      readRequests(text, 'h.edn').map(({ id }) => id),
      [1, 2],
    )
  })

  it('are refused with the place where they are wrong', () => {
    assert.throws(() => readRequests('\n{:process 1 :type :maybe}', 'h.edn'), {
      name: 'HistoryError',
      message: /^h\.edn:2: :type must be one of :invoke, :ok, :fail, :info/,
    })
    assert.throws(() => readRequests('5', 'h.edn'), {
      message: /^h\.edn:1: an event must be a map/,
    })
  })
})

describe('logs of Jepsen', () => {
  it('tell a compare that failed as an answer, and a read without answer as none', () => {
    const text = [
      'INFO  jepsen.core - Run starting',
      'INFO  jepsen.util - 0\t:invoke\t:cas\t[1 2]',
      'INFO  jepsen.util - 1  :invoke  :read  nil',
      'INFO  jepsen.util - 0\t:fail\t:cas\t[1 2]',
      'INFO  jepsen.util - 1\t:fail\t:read\t:timed-out',
      'INFO  jepsen.util - 2\t:invoke\t:write\t4',
      'INFO  jepsen.util - 2\t:info\t:write\t:timed-out',
    ].join('\n')
    const operations = registerOperations(readRequests(text, 'run.log'))
    assert.deepEqual(
      operations.map(({ call, outcome }) => [call.f, outcome]),
      [
        ['cas', { type: 'ok', answer: { f: 'cas', swapped: false } }],
        ['read', { type: 'fail' }],
        ['write', { type: 'info' }],
      ],
    )
  })
})

describe('collections of histories', () => {
  const one = { id: 1, process: 1, start: 0, end: 1, status: 'ok', ops: [['r', 'x', []]] }

  it('hold transactions whole', () => {
    const [history] = readNamedHistories(JSON.stringify([{ name: 'a', txns: [one] }]), 'h.json')
    assert.deepEqual(history, {
      name: 'a',
      transactions: [
        {
          id: 1,
          process: 1,
          status: 'ok',
          start: 0,
          end: 1,
          steps: [{ f: 'read', key: 'x', elements: [] }],
        },
      ],
    })
  })

  it('are refused with the place where they are wrong', () => {
    const bad = JSON.stringify([{ name: 'a', txns: [{ ...one, ops: [['r', 'x', 5]] }] }])
    assert.throws(() => readNamedHistories(bad, 'h.json'), {
      message: /^h\.json: a, transaction 1: what/,
    })
    const worse = JSON.stringify([{ name: 'a', txns: [{ ...one, status: 'maybe' }] }])
    assert.throws(() => readNamedHistories(worse, 'h.json'), {
      message: /^h\.json: 0\.txns\.0\.status/,
    })
    assert.throws(() => readNamedHistories('[', 'h.json'), { message: /^h\.json: not JSON/ })
  })
})
