import assert from 'node:assert/strict'
import fc from 'fast-check'
import { CliError } from '../../src/cli/kvctl/exit.ts'
import { splitWords } from '../../src/cli/kvctl/shell-words.ts'
import { parseCondition, parseOperation, parseScript } from '../../src/cli/kvctl/txn-parser.ts'

const usage = (pattern: RegExp) => (error: unknown) =>
  error instanceof CliError && error.exitCode === 2 && pattern.test(error.message)

describe('kvctl: words', () => {
  it('are split as a shell would', () => {
    const words = (line: string) => splitWords(line).map(({ text }) => text)
    assert.deepEqual(words('put a  b'), ['put', 'a', 'b'])
    assert.deepEqual(words(` put 'two words' "and \\"more\\"" x\\ y `), [
      'put',
      'two words',
      'and "more"',
      'x y',
    ])
    assert.deepEqual(words(`a'b'"c"d`), ['abcd'])
    assert.deepEqual(words(`put k ''`), ['put', 'k', ''])
    assert.deepEqual(words(`'$HOME' "\`x\`" a;b`), ['$HOME', '`x`', 'a;b'])
    assert.deepEqual(words(''), [])
  })

  it('survive quoting, whatever is in them', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
        const quoted = texts.map((text) => `'${text.replaceAll("'", `'"'"'`)}'`)
        assert.deepEqual(
          splitWords(quoted.join(' ')).map(({ text }) => text),
          texts,
        )
      }),
    )
  })

  it('with an open quote or a last backslash are refused', () => {
    assert.throws(() => splitWords(`put 'a`), usage(/quote ' is not closed/))
    assert.throws(() => splitWords('put "a\\"'), usage(/not closed/))
    assert.throws(() => splitWords('put a\\'), usage(/backslash/))
  })
})

describe('kvctl txn: operations', () => {
  it('are read with their values and flags', () => {
    assert.deepEqual(parseOperation('put a 1'), { op: 'put', key: 'a', value: '1' })
    assert.deepEqual(parseOperation('put a 1 --int'), { op: 'put', key: 'a', value: 1n })
    assert.deepEqual(parseOperation('put --json a \'["x",1]\''), {
      op: 'put',
      key: 'a',
      value: ['x', 1n],
    })
    assert.deepEqual(parseOperation('put lock me --if-absent --ttl 10s'), {
      op: 'put',
      key: 'lock',
      value: 'me',
      ifAbsent: true,
      ttlMs: 10_000,
    })
    assert.deepEqual(parseOperation('incr b 5'), { op: 'increment', key: 'b', by: 5n })
    assert.deepEqual(parseOperation('incr b -5'), { op: 'increment', key: 'b', by: -5n })
    assert.deepEqual(parseOperation('incr b'), { op: 'increment', key: 'b', by: 1n })
    assert.deepEqual(parseOperation('get c'), { op: 'get', key: 'c' })
    assert.deepEqual(parseOperation('del c'), { op: 'delete', key: 'c' })
    assert.deepEqual(parseOperation('append l x "y z"'), {
      op: 'append',
      key: 'l',
      elements: ['x', 'y z'],
    })
    assert.deepEqual(parseOperation('remove l 1 2 --int'), {
      op: 'remove',
      key: 'l',
      elements: [1n, 2n],
    })
  })

  it('take quoted words and words behind -- as values, never as flags', () => {
    assert.deepEqual(parseOperation(`put a '--int'`), { op: 'put', key: 'a', value: '--int' })
    assert.deepEqual(parseOperation('put a -- --int'), { op: 'put', key: 'a', value: '--int' })
    assert.deepEqual(parseOperation('put a -x'), { op: 'put', key: 'a', value: '-x' })
  })

  it('are refused with the reason and the line', () => {
    assert.throws(() => parseOperation(''), usage(/empty/))
    assert.throws(() => parseOperation('put a'), usage(/one value.*put a/))
    assert.throws(() => parseOperation('put a b c'), usage(/quote blanks/))
    assert.throws(() => parseOperation('put a x --int'), usage(/"x" is not an integer/))
    assert.throws(() => parseOperation('put a 1 --int --json'), usage(/only one of/))
    assert.throws(() => parseOperation('frob a'), usage(/"frob" is no operation/))
    assert.throws(() => parseOperation('get'), usage(/needs a key/))
    assert.throws(() => parseOperation('get a b'), usage(/one key/))
    assert.throws(() => parseOperation('get a --int'), usage(/does not know --int/))
    assert.throws(() => parseOperation('put a b --frob'), usage(/--frob is not known/))
    assert.throws(() => parseOperation('put a b --ttl'), usage(/--ttl needs/))
    assert.throws(() => parseOperation('put a b --ttl soon'), usage(/duration/))
    assert.throws(() => parseOperation('append l'), usage(/element/))
    assert.throws(() => parseOperation('incr a 99999999999999999999'), usage(/64-bit/))
  })
})

describe('kvctl txn: conditions', () => {
  it('are read in all their forms', () => {
    assert.deepEqual(parseCondition('a exists'), { key: 'a', exists: true })
    assert.deepEqual(parseCondition('a absent'), { key: 'a', exists: false })
    assert.deepEqual(parseCondition('a = exists'), { key: 'a', is: '=', value: 'exists' })
    assert.deepEqual(parseCondition('a > 9 --int'), { key: 'a', is: '>', value: 9n })
    assert.deepEqual(parseCondition('"a b" != ""'), { key: 'a b', is: '!=', value: '' })
    assert.deepEqual(parseCondition('a version = 17'), { key: 'a', is: '=', timestamp: 17 })
    assert.deepEqual(parseCondition('a version < 17'), { key: 'a', is: '<', timestamp: 17 })
  })

  it('are refused with what is possible', () => {
    for (const line of ['a', 'a ~ b', 'a =', 'a = b c', 'a exists b']) {
      assert.throws(() => parseCondition(line), usage(/KEY exists/), line)
    }
    assert.throws(() => parseCondition('a version = x'), usage(/version timestamp/))
  })
})

describe('kvctl txn: scripts', () => {
  it('have conditions, operations, else parts, comments and blank lines', () => {
    const script = parseScript(`
      # move money
      if acct:1 > 9 --int
      incr acct:1 -10
      incr acct:2 10

      else get acct:1
    `)
    assert.deepEqual(script.compare, [{ key: 'acct:1', is: '>', value: 9n }])
    assert.equal(script.then.length, 2)
    assert.deepEqual(script.else, [{ op: 'get', key: 'acct:1' }])
  })

  it('name the line of a mistake', () => {
    assert.throws(() => parseScript('get a\nput b'), usage(/^line 2: put needs/))
  })
})
