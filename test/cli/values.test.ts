import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  jsonOfKey,
  jsonOfValue,
  parseExactJson,
  valueOfJson,
} from '../../src/cli/kvctl/exact-json.ts'
import { CliError } from '../../src/cli/kvctl/exit.ts'
import { parseLoadLine } from '../../src/cli/kvctl/load-lines.ts'
import { dumpRow } from '../../src/cli/kvctl/scan-command.ts'
import {
  displayValue,
  formatBytes,
  formatSeconds,
  parseDuration,
  parseElement,
  parseValue,
  plainValue,
} from '../../src/cli/kvctl/values.ts'
import type { Value } from '../../src/client/values.ts'
import { keyOfBytes, keyText } from '../../src/base/ids.ts'

const scalar = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  fc.uint8Array(),
)
const anyValue: fc.Arbitrary<Value> = fc.oneof(scalar, fc.array(scalar))

describe('kvctl: values', () => {
  it('are text unless a flag says otherwise', () => {
    assert.equal(parseValue('42', {}), '42')
    assert.equal(parseValue('42', { int: true }), 42n)
    assert.equal(parseValue('-9223372036854775808', { int: true }), -(2n ** 63n))
    assert.deepEqual(parseValue('AAE=', { bytes: true }), Uint8Array.of(0, 1))
    assert.deepEqual(parseValue('["a",1,{"bytes":"AAE="}]', { json: true }), [
      'a',
      1n,
      Uint8Array.of(0, 1),
    ])
    assert.equal(parseValue('9223372036854775807', { json: true }), 2n ** 63n - 1n)
    assert.equal(parseValue('"9223372036854775807"', { json: true }), '9223372036854775807')
  })

  it('that are not what the flag says are usage errors', () => {
    const usage = (error: unknown): boolean => error instanceof CliError && error.exitCode === 2
    assert.throws(() => parseValue('x', { int: true }), usage)
    assert.throws(() => parseValue('9223372036854775808', { int: true }), usage)
    assert.throws(() => parseValue('1.5', { int: true }), usage)
    assert.throws(() => parseValue('not base64!', { bytes: true }), usage)
    assert.throws(() => parseValue('{', { json: true }), usage)
    assert.throws(() => parseValue('1.5', { json: true }), usage)
    assert.throws(() => parseValue('null', { json: true }), usage)
    assert.throws(() => parseValue('{"a":1}', { json: true }), usage)
    assert.throws(() => parseValue('[["nested"]]', { json: true }), usage)
    assert.throws(() => parseValue('1', { int: true, json: true }), usage)
    assert.throws(() => parseElement('[1]', { json: true }), usage)
  })

  it('keep every bit through JSON', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const text = JSON.stringify(jsonOfValue(value))
        assert.deepEqual(valueOfJson(parseExactJson(text)), value)
      }),
    )
  })

  it('are shown plainly for scripts and with types for people', () => {
    assert.equal(plainValue('hello'), 'hello')
    assert.equal(plainValue(5n), '5')
    assert.equal(plainValue(['a', 1n]), 'a\n1')
    assert.equal(plainValue(Uint8Array.of(0, 1)), 'AAE=')
    assert.equal(displayValue('5'), '"5"')
    assert.equal(displayValue(5n), '5')
    assert.equal(displayValue(Uint8Array.of(0, 1)), 'bytes(AAE=)')
    assert.equal(displayValue(['a', 1n]), '["a",1]')
  })

  it('have durations and sizes in common units', () => {
    assert.equal(parseDuration('500ms'), 500)
    assert.equal(parseDuration('10s'), 10_000)
    assert.equal(parseDuration('1.5m'), 90_000)
    assert.equal(parseDuration('2h'), 7_200_000)
    assert.equal(parseDuration('7d'), 604_800_000)
    assert.equal(parseDuration('3'), 3000)
    assert.throws(() => parseDuration('soon'), /not a duration/)
    assert.equal(formatBytes(512), '512 B')
    assert.equal(formatBytes(1_500_000), '1.4 MiB')
    assert.equal(formatSeconds(0), '0s')
    assert.equal(formatSeconds(3661), '1h 1m')
    assert.equal(formatSeconds(90_061), '1d 1h')
  })
})

describe('kvctl load: lines', () => {
  it('read back exactly what scan -o json wrote', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 20 }),
        anyValue,
        fc.constantFrom(0, 1_795_396_875_064_000),
        (keyBytes, value, expiry) => {
          const key = keyText(keyOfBytes(keyBytes))
          const context = new Uint8Array(0)
          const row = { key, keyBytes, value, expiry, context, timestamp: 1, author: '' }
          const line = JSON.stringify(dumpRow(row, false))
          const parsed = parseLoadLine(line)!
          const back = typeof parsed.key === 'string' ? Buffer.from(parsed.key) : parsed.key
          assert.deepEqual(Uint8Array.from(back), keyBytes)
          assert.deepEqual(parsed.value, value)
          assert.equal(parsed.expiry, expiry)
        },
      ),
    )
  })

  it('that are blank are passed over', () => {
    assert.equal(parseLoadLine('  '), undefined)
  })

  it('that are wrong say why', () => {
    assert.throws(() => parseLoadLine('{'), /not JSON/)
    assert.throws(() => parseLoadLine('[1]'), /not a JSON object/)
    assert.throws(() => parseLoadLine('{"value":1}'), /"key" is missing/)
    assert.throws(() => parseLoadLine('{"key":"a"}'), /"value" is missing/)
    assert.throws(() => parseLoadLine('{"key":5,"value":1}'), /"key" must be/)
    assert.throws(() => parseLoadLine('{"key":"a","value":1.5}'), /not an integer/)
    assert.throws(() => parseLoadLine('{"key":"a","value":1,"expiry":"x"}'), /"expiry"/)
  })

  it('show keys as text where they are text', () => {
    assert.equal(jsonOfKey(Buffer.from('grün')), 'grün')
    assert.deepEqual(jsonOfKey(Uint8Array.of(0xff)), { bytes: '/w==' })
  })
})
