import assert from 'node:assert/strict'
import { Keyword, parseEdn } from './edn.ts'

function only(text: string): unknown {
  const forms = parseEdn(text, 'test')
  assert.equal(forms.length, 1)
  return forms[0]!.value
}

describe('EDN', () => {
  it('reads values of every kind', () => {
    assert.equal(only('nil'), null)
    assert.equal(only('true'), true)
    assert.equal(only('-12'), -12)
    assert.equal(only('1.5e3'), 1500)
    assert.equal(only('7N'), 7)
    assert.equal(only('"a \\"b\\"\\n"'), 'a "b"\n')
    assert.deepEqual(only(':txn'), new Keyword('txn'))
    assert.deepEqual(only('[1 (2 3), #{4}]'), [1, [2, 3], [4]])
  })

  it('reads maps by the names of their keywords', () => {
    assert.deepEqual(only('{:a 1, "b" nil}'), new Map<string, unknown>([['a', 1], ['"b"', null]])) // prettier-ignore
  })

  it('leaves out comments, discarded forms and tags', () => {
    assert.deepEqual(only('; first\n[1 #_ [2 3] #inst "now" ; last\n]'), [1, 'now'])
  })

  it('tells the line of each form', () => {
    const forms = parseEdn('1\n; two\n[3\n4]\n5', 'test')
    assert.deepEqual(
      forms.map(({ line }) => line),
      [1, 3, 5],
    )
  })

  for (const [text, message] of [
    ['1\n[2', /^test:2: the \[ of line 2 is never closed/],
    ['\n]', /^test:2: unexpected \]/],
    ['{:a}', /^test:1: a map has a key without a value/],
    ['"open', /^test:1: a string is never closed/],
    ['#', /^test:1: a # without a tag/],
    ['['.repeat(1_000), /^test:1: more than 100 brackets/],
  ] as const) {
    it(`refuses ${JSON.stringify(text.slice(0, 10))} and says where`, () => {
      assert.throws(() => parseEdn(text, 'test'), { name: 'HistoryError', message })
    })
  }
})
