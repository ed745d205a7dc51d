import assert from 'node:assert/strict'
import { RingKvError, type ErrorCode } from '../../src/base/errors.ts'
import { timestamp } from '../../src/base/ids.ts'
import { completionWords } from '../../src/cli/kvctl/completion.ts'
import { problemsOf } from '../../src/cli/kvctl/cluster-commands.ts'
import { parsePartition } from '../../src/cli/kvctl/keyspace-commands.ts'
import { parseTime } from '../../src/cli/kvctl/read-flags.ts'
import { describeError } from '../../src/cli/kvctl/describe-error.ts'
import { describeExit } from '../../src/cli/kvctl/dev-node.ts'
import { CliError, exitCodeOf } from '../../src/cli/kvctl/exit.ts'
import { Output, parseFormat, type Format, type Listing } from '../../src/cli/kvctl/output.ts'
import { buildProgram } from '../../src/cli/kvctl/program.ts'
import { findEndpoints } from '../../src/cli/kvctl/session.ts'
import { printHistory } from '../../src/cli/kvctl/why-command.ts'
import type { Conflict, LoggedConflict } from '../../src/client/conflicts.ts'
import { outcomeUnknown } from '../../src/client/errors.ts'
import type { Value } from '../../src/client/values.ts'

interface Thing {
  readonly id: number
  readonly name: string
}

const LISTING: Listing<Thing> = {
  rows: [
    { id: 1, name: 'one' },
    { id: 20, name: 'twenty' },
  ],
  columns: [
    { title: 'id', text: ({ id }) => String(id), right: true },
    { title: 'name', text: ({ name }) => name },
    { title: 'more', text: ({ id }) => `+${id}`, wide: true },
  ],
  data: (thing) => thing,
  name: ({ name }) => name,
  empty: 'no things',
}

function rendered(format: Format, listing: Listing<Thing> = LISTING): string {
  let text = ''
  new Output(format, false, (piece) => (text += piece)).list(listing)
  return text
}

describe('kvctl: output', () => {
  it('is a table by default, with more columns when wide', () => {
    assert.equal(
      rendered('table'),
      [
        '┌────┬────────┐',
        '│ id │ name   │',
        '├────┼────────┤',
        '│  1 │ one    │',
        '│ 20 │ twenty │',
        '└────┴────────┘',
        '',
      ].join('\n'),
    )
    assert.match(rendered('wide'), /│ 20 │ twenty │ \+20 {2}│/)
  })

  it('is data for programs', () => {
    assert.deepEqual(JSON.parse(rendered('json')), LISTING.rows)
    assert.equal(rendered('yaml'), '- id: 1\n  name: one\n- id: 20\n  name: twenty\n')
    assert.equal(rendered('name'), 'one\ntwenty\n')
  })

  it('says so when there is nothing, to people only', () => {
    const empty = { ...LISTING, rows: [] }
    assert.equal(rendered('table', empty), 'no things\n')
    assert.equal(rendered('json', empty), '[]\n')
    assert.equal(rendered('name', empty), '')
  })

  it('has no colours but on a terminal', () => {
    const plain = new Output('table', false, () => undefined)
    const terminal = new Output('table', true, () => undefined)
    assert.equal(plain.paint('red', 'x'), 'x')
    assert.notEqual(terminal.paint('red', 'x'), 'x')
  })

  it('refuses unknown formats', () => {
    assert.throws(() => parseFormat('xml'), /table, wide, json, yaml, name/)
  })
})

describe('kvctl: exit codes', () => {
  it('follow the table of errors', () => {
    const codes: [ErrorCode, number][] = [
      ['TYPE_MISMATCH', 1],
      ['KEY_INVALID', 2],
      ['KEYSPACE_UNKNOWN', 3],
      ['CONFLICT', 4],
      ['NO_QUORUM', 5],
      ['OUTCOME_UNKNOWN', 5],
    ]
    for (const [code, exit] of codes)
      assert.equal(exitCodeOf(new RingKvError(code, '')), exit, code)
    assert.equal(exitCodeOf(new CliError(3, '')), 3)
    assert.equal(exitCodeOf(new Error('bug')), 1)
  })
})

describe('kvctl: error messages', () => {
  it('are one line with the code, without a stack', () => {
    assert.equal(
      describeError(new RingKvError('NO_QUORUM', 'the shard has no leader')),
      'error: the shard has no leader (NO_QUORUM)',
    )
    assert.equal(describeError(new CliError(4, '')), '')
  })

  const side = (value: Value, author: string, at: number) => {
    return { timestamp: at, value, author, truncated: false, clock: {}, clockDropped: 0 }
  }
  const conflict: Conflict = {
    keyspace: 'default',
    key: "ada's doc",
    keyBytes: Buffer.from("ada's doc"),
    relation: 'STALE',
    reason: 'OVERLAPPING_EDITS',
    detail: { kind: 'overlap', start: 1, end: 2 },
    base: side(['milk', 'eggs'], 'ada', 5_000_000),
    theirs: side(['milk', 'six eggs'], 'bob', 9_000_000),
    mine: side(['milk', 'no eggs', 'salt'], '', 10_000_000),
    newestContext: Uint8Array.of(1, 2, 253),
  }

  it('explain conflicts in full: what each side changed, and what to type next', () => {
    const error = new RingKvError('CONFLICT', 'the write conflicts', { conflicts: [conflict] })
    assert.deepEqual(describeError(error).split('\n'), [
      'error: the write conflicts (CONFLICT)',
      '',
      'CONFLICT on "ada\'s doc": it was written again after its context was read.',
      '',
      '  base    ["milk", "eggs"]',
      '          written 1970-01-01T00:00:05.000000Z by "ada"',
      '  theirs  ["milk", "six eggs"]',
      '          written 1970-01-01T00:00:09.000000Z by "bob"',
      '            - "eggs"',
      '            + "six eggs"',
      '  mine    ["milk", "no eggs", "salt"]',
      '          refused 1970-01-01T00:00:10.000000Z',
      '            - "eggs"',
      '            + "no eggs"',
      '            + "salt"',
      '',
      '  relation  STALE',
      '  reason    OVERLAPPING_EDITS: both sides changed the same part in different ways',
      '            both changed element 2 of the base',
      '            | "eggs"',
      '',
      'What you can do:',
      '  - Make your change on top of theirs, and write it with their context:',
      "      kvctl put 'ada'\\''s doc' VALUE --context AQL9",
      '  - To let the later edit win whole, add --on-conflict lww.',
      "  - To keep mine whatever is there: kvctl put 'ada'\\''s doc' VALUE, without --context; theirs stays in history.",
    ])
  })

  it('name the keyspace where it is another one, and say how to get what was cut', () => {
    const theirs = { ...side('y', 'bob', 9_000_000), truncated: true }
    const elsewhere = { ...conflict, keyspace: 'notes', theirs, newestContext: new Uint8Array() }
    const details = { conflicts: [elsewhere] }
    const text = describeError(new RingKvError('CONFLICT', 'the write conflicts', details))
    assert.match(
      text,
      /\(cut; for the whole, kvctl why 'ada.*doc' --keyspace notes --at 10000000\)/,
    )
    assert.match(text, /Read it again with kvctl get 'ada.*doc' --keyspace notes --context/)
  })

  it('tell of a key’s conflicts, how each ended, and how far back the log reaches', () => {
    const logged: LoggedConflict = {
      ...conflict,
      reason: 'RESOLVED',
      detail: undefined,
      at: 11_000_000,
      outcome: 'MERGED',
      policy: 'auto',
      merged: side(['milk', 'six eggs', 'salt'], 'bob', 11_000_000),
      id: { client: 'ab'.repeat(16), sequence: 7, expiry: timestamp(99) },
    }
    const history = { conflicts: [logged], since: 5_000_000 }
    const [table, ids, json] = (['table', 'name', 'json'] as const).map((format) => {
      let text = ''
      printHistory(new Output(format, false, (part) => (text += part)), 'doc', history)
      return text
    })
    const lines = table!.split('\n')
    assert.equal(lines[0], '1970-01-01T00:00:11.000000Z  merged, policy auto')
    assert.equal(
      lines[2],
      'Resolved conflict on "ada\'s doc": it was written again after its context was read.',
    )
    assert.deepEqual(lines.slice(-9), [
      '',
      '  result  ["milk", "six eggs", "salt"]',
      '          version 1970-01-01T00:00:11.000000Z (11000000)',
      '            - "eggs"',
      '            + "six eggs"',
      '            + "salt"',
      '',
      'the log of its shard reaches back to 1970-01-01T00:00:05.000000Z',
      '',
    ])
    assert.equal(ids, '11000000\n')
    const { since, conflicts } = JSON.parse(json!) as {
      since: number
      conflicts: { mine: object }[]
    }
    assert.equal(since, 5_000_000)
    assert.deepEqual(Object.keys(conflicts[0]!.mine), [
      ...['timestamp', 'time', 'value', 'deleted', 'author', 'truncated', 'clock', 'clockText'],
    ])
  })

  it('tell how to find out about an unknown outcome', () => {
    const id = { client: 'ab'.repeat(16), sequence: 7, expiry: timestamp(99) }
    const operation = { id, keys: [{ keyspace: '', key: Buffer.from('k') }] }
    const text = describeError(outcomeUnknown(operation, 'no answer before the deadline'))
    assert.match(text, /^error: no answer before the deadline; it may or may not have happened/)
    assert.ok(text.endsWith(`kvctl resolve ${'ab'.repeat(16)}/7/99 'k'`))
  })
})

describe('kvctl: commands', () => {
  const program = buildProgram(
    {
      variables: {},
      isTerminal: false,
      write: () => undefined,
      ask: () => Promise.resolve(undefined),
    },
    '0.0.0',
  )

  it('are all there, and known to completion', () => {
    const words = completionWords(program)
    const top = words.get('')!
    for (const name of [
      'get',
      'put',
      'del',
      'incr',
      'list',
      'txn',
      'scan',
      'load',
      'status',
      'dev',
    ]) {
      assert.ok(top.includes(name), name)
    }
    assert.ok(words.get('put')!.includes('--if-absent'))
    assert.ok(words.get('put')!.includes('--endpoints'))
    assert.ok(words.get('keyspace')!.includes('create'))
    assert.ok(words.get('keyspace create')!.includes('--partition'))
  })

  it('find the cluster by flag, environment, then the default ports', () => {
    assert.deepEqual(findEndpoints('a:1,b:2', { RINGKV_ENDPOINTS: 'c:3' }), ['a:1', 'b:2'])
    assert.deepEqual(findEndpoints(undefined, { RINGKV_ENDPOINTS: 'c:3 d:4' }), ['c:3', 'd:4'])
    assert.throws(() => findEndpoints('nonsense', {}), /HOST:PORT/)
    assert.throws(() => findEndpoints(',', {}), /empty/)
  })

  it('read times, partition rules and exits', () => {
    const now = 1_795_396_875_064_000
    assert.equal(parseTime('1795396875064000', now), now)
    assert.equal(parseTime('1970-01-01T00:00:01Z', now), 1_000_000)
    assert.equal(parseTime('1970-01-01 01:00:01+01:00', now), 1_000_000)
    assert.equal(parseTime('-5m', now), now - 300_000_000)
    for (const text of ['yesterday', '2026-01-31', '2026-01-31T12:00:00', '-5y', '5m', '']) {
      assert.throws(() => parseTime(text, now), /no time|no duration|not a duration/)
    }
    assert.deepEqual(parsePartition('first:2'), { kind: 'first', parts: 2, separator: ':' })
    assert.deepEqual(parsePartition('first:1:/'), { kind: 'first', parts: 1, separator: '/' })
    assert.deepEqual(parsePartition('all'), { kind: 'all' })
    assert.throws(() => parsePartition('first:0'), /partition rule/)
    assert.equal(describeExit({ code: 71, signal: null }), 'exit code 71 (address-in-use)')
    assert.equal(describeExit({ code: null, signal: 'SIGKILL' }), 'killed by SIGKILL')
  })

  it('call a cluster well only when nothing is wrong', () => {
    const well = {
      nodes: 3,
      nodesUp: 3,
      shards: 32,
      shardsWithLeader: 32,
      underReplicated: 0,
      placementLeader: 1,
    }
    assert.deepEqual(problemsOf(well), [])
    assert.deepEqual(problemsOf({ ...well, nodesUp: 2, shardsWithLeader: 30 }), [
      '1 node is down',
      '2 shards have no leader',
    ])
    assert.deepEqual(problemsOf({ ...well, placementLeader: 0 }), [
      'the placement service has no leader',
    ])
  })
})
