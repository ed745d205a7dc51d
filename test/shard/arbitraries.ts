/** Random commands, batches, reads and replies. */
import fc from 'fast-check'
import { ERROR_TABLE, type ErrorCode } from '../../src/base/errors.ts'
import {
  keyspaceId,
  shardId,
  timestamp,
  token,
  type Key,
  type OperationId,
} from '../../src/base/ids.ts'
import type {
  Batch,
  Command,
  Compare,
  KeyspaceRules,
  TransactOperation,
  WriteOperation,
} from '../../src/shard/command.ts'
import type { CommandReply, Read, ReadReply, ReadRow } from '../../src/shard/request.ts'
import type { ConflictRecord } from '../../src/shard/conflict-log.ts'
import type {
  MetConflict,
  Participant,
  ParticipantAnswer,
  RangeCheck,
  ReadCheck,
  Refusal,
  WriteResult,
} from '../../src/txn/types.ts'
import type { Scalar, Value } from '../../src/versions/value.ts'
import {
  POLICIES,
  type ConflictExplanation,
  type ConflictSide,
  type VectorClock,
  type WriteOutcome,
} from '../../src/versions/version.ts'
import { LIMITS } from './replica.ts'

/** Objects as literals make them. */
const plain = <T>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> =>
  fc.record(model, { noNullPrototype: true })

const aTimestamp = fc.nat({ max: Number.MAX_SAFE_INTEGER }).map(timestamp)
const aKeyspace = fc.integer({ min: 1, max: 2 ** 31 }).map(keyspaceId)
const aToken = fc.nat({ max: 2 ** 32 - 1 }).map(token)
const aText = fc.string({ unit: 'grapheme', maxLength: 20 })
const someBytes = fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes))

const aKey = fc
  .array(fc.nat(255), { maxLength: 12 })
  .map((bytes) => Buffer.from(bytes).toString('latin1') as Key)

const aScalar: fc.Arbitrary<Scalar> = fc.oneof(
  plain({
    type: fc.constant('int'),
    value: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  }),
  plain({ type: fc.constant('string'), value: aText }),
  plain({ type: fc.constant('bytes'), value: someBytes }),
)

const aValue: fc.Arbitrary<Value> = fc.oneof(
  aScalar,
  plain({ type: fc.constant('list'), value: fc.array(aScalar, { maxLength: 4 }) }),
)

const anId: fc.Arbitrary<OperationId> = plain({
  client: fc.uuid().map((uuid) => uuid.replaceAll('-', '')),
  sequence: fc.nat(2 ** 31),
  expiry: aTimestamp,
})

const aPolicy = fc.option(fc.constantFrom(...POLICIES), { nil: undefined })
const someDots = fc.array(fc.nat(), { maxLength: 3 })
const keyed = { keyspace: aKeyspace, key: aKey }

const aWrite = fc.oneof(
  plain({
    op: fc.constant('put'),
    ...keyed,
    value: aValue,
    expiry: aTimestamp,
    context: someBytes,
    ownDots: someDots,
    policy: aPolicy,
    ifAbsent: fc.boolean(),
  }),
  plain({
    op: fc.constant('delete'),
    ...keyed,
    context: someBytes,
    ownDots: someDots,
    policy: aPolicy,
  }),
  plain({
    op: fc.constant('increment'),
    ...keyed,
    by: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  }),
  plain({
    op: fc.constantFrom('append', 'prepend', 'remove'),
    ...keyed,
    elements: fc.array(aScalar, { maxLength: 4 }),
  }),
) as fc.Arbitrary<WriteOperation>

const anOperation: fc.Arbitrary<TransactOperation> = fc.oneof(
  aWrite,
  plain({ op: fc.constant('get'), ...keyed }),
)

const aRelation = fc.constantFrom('=', '!=', '<', '>')

const aCompare = fc.oneof(
  plain({ kind: fc.constantFrom('exists', 'absent'), ...keyed }),
  plain({ kind: fc.constant('value'), ...keyed, relation: aRelation, value: aValue }),
  plain({
    kind: fc.constant('timestamp'),
    ...keyed,
    relation: aRelation,
    timestamp: aTimestamp,
  }),
) as fc.Arbitrary<Compare>

const aReadCheck: fc.Arbitrary<ReadCheck> = plain({
  ...keyed,
  timestamp: aTimestamp,
  readAt: aTimestamp,
})

const aRangeCheck: fc.Arbitrary<RangeCheck> = plain({
  keyspace: aKeyspace,
  token: aToken,
  start: aKey,
  end: aKey,
  readAt: aTimestamp,
  rows: fc.array(plain({ key: aKey, timestamp: aTimestamp }), { maxLength: 3 }),
})

const aParticipant: fc.Arbitrary<Participant> = plain({
  shard: fc.nat(2 ** 31).map(shardId),
  token: aToken,
})

const few = <T>(each: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(each, { maxLength: 3 })
const identified = { id: anId, lowWater: fc.nat(), author: aText }

export const aCommand = fc.oneof(
  plain({ kind: fc.constant('write'), ...identified, write: aWrite }),
  plain({
    kind: fc.constant('transact'),
    ...identified,
    reads: few(aReadCheck),
    ranges: few(aRangeCheck),
    compares: few(aCompare),
    then: few(anOperation),
    otherwise: few(anOperation),
  }),
  plain({
    kind: fc.constant('prepare'),
    ...identified,
    age: aTimestamp,
    succeeded: fc.boolean(),
    participants: few(aParticipant),
    reads: few(aReadCheck),
    ranges: few(aRangeCheck),
    writes: few(aWrite),
  }),
  plain({ kind: fc.constant('commit'), id: anId, at: aTimestamp }),
  plain({
    kind: fc.constant('abort'),
    id: anId,
    participants: few(aParticipant),
    refusal: plain({
      code: fc.constantFrom('RETRY', 'CONFLICT', 'DEADLINE', 'TXN_TOO_LARGE'),
      message: aText,
    }),
  }),
  plain({
    kind: fc.constant('resolve'),
    id: anId,
    participants: few(aParticipant),
    tokens: few(aToken),
  }),
  plain({ kind: fc.constant('forget'), ids: few(anId) }),
  fc.constant({ kind: 'raise-ceiling' }),
  plain({ kind: fc.constant('collect'), keyspace: aKeyspace, point: aTimestamp }),
  plain({ kind: fc.constant('drop-keyspaces'), from: aKeyspace, to: aKeyspace }),
  plain({
    kind: fc.constant('split'),
    child: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
    token: aToken,
    epoch: plain({ config: fc.nat(), range: fc.nat() }),
    shares: few(plain({ keyspace: aKeyspace, millionths: fc.nat(1_000_000) })),
  }),
  plain({
    kind: fc.constant('delete-range'),
    ...identified,
    keyspace: aKeyspace,
    partition: aKey,
    token: aToken,
    start: aKey,
    end: aKey,
  }),
) as fc.Arbitrary<Command>

const someRules = plain({
  id: aKeyspace,
  partition: fc.oneof(
    fc.constantFrom({ kind: 'key' }, { kind: 'all' }),
    plain({
      kind: fc.constant('first'),
      parts: fc.integer({ min: 1, max: 9 }),
      separator: fc.constantFrom(':', '/', '--'),
    }),
  ),
  policy: fc.constantFrom(...POLICIES),
  retentionMicros: fc.nat(),
  full: fc.option(
    fc.record(
      { name: fc.string(), usedBytes: fc.nat(), quotaBytes: fc.nat() },
      { noNullPrototype: true },
    ),
    {
      nil: undefined,
    },
  ),
}) as fc.Arbitrary<KeyspaceRules>

export const aBatch: fc.Arbitrary<Batch> = plain({
  stamp: aTimestamp,
  ceiling: aTimestamp,
  rangeEpoch: fc.nat(),
  evaluationVersion: fc.nat(10),
  limits: fc.constant(LIMITS),
  keyspaces: few(someRules),
  commands: few(aCommand),
})

export const aRead = fc.oneof(
  plain({
    kind: fc.constant('get'),
    keyspace: aKeyspace,
    keys: few(aKey),
    at: aTimestamp,
    anyReplica: fc.boolean(),
  }),
  plain({
    kind: fc.constant('scan'),
    keyspace: aKeyspace,
    token: fc.option(aToken, { nil: undefined }),
    start: aKey,
    end: aKey,
    after: fc.option(plain({ token: aToken, key: aKey }), { nil: undefined }),
    at: aTimestamp,
    limit: fc.nat(),
    maxBytes: fc.nat(),
    keysOnly: fc.boolean(),
    anyReplica: fc.boolean(),
  }),
  plain({
    kind: fc.constant('confirm'),
    reads: few(aReadCheck),
    ranges: few(aRangeCheck),
    at: aTimestamp,
  }),
  plain({ kind: fc.constant('conflicts'), ...keyed, at: aTimestamp, limit: fc.nat() }),
) as fc.Arbitrary<Read>

const anOutcome = fc.constantFrom<WriteOutcome>('APPLIED', 'MERGED', 'WON', 'LOST')
const maybeValue = fc.option(aValue, { nil: undefined })

const aResult: fc.Arbitrary<WriteResult> = plain({
  outcome: anOutcome,
  timestamp: aTimestamp,
  value: maybeValue,
})

const aRow: fc.Arbitrary<ReadRow> = plain({
  key: aKey,
  timestamp: aTimestamp,
  value: maybeValue,
  expiry: aTimestamp,
  author: aText,
  context: someBytes,
})

const aClock: fc.Arbitrary<VectorClock> = fc
  .uniqueArray(fc.constantFrom('@first', 'phone', 'tablet'), { maxLength: 3 })
  .chain((actors) =>
    plain({
      actors: fc.constant([...actors].sort()),
      counters: fc.array(fc.integer({ min: 1, max: 1000 }), {
        minLength: actors.length,
        maxLength: actors.length,
      }),
      dropped: fc.constant(0),
    }),
  )

const aSide: fc.Arbitrary<ConflictSide> = fc
  .record({
    timestamp: aTimestamp,
    clock: aClock,
    value: maybeValue,
    author: aText,
    truncated: fc.boolean(),
  })
  .map(({ truncated, ...side }) => (truncated ? { ...side, truncated } : side))

const anExplanation: fc.Arbitrary<ConflictExplanation> = fc
  .record({
    relation: fc.constantFrom('STALE', 'CONCURRENT', 'EXISTS', 'UNKNOWN'),
    reason: fc.constantFrom('EXISTS', 'OVERLAPPING_EDITS', 'UNKNOWN_CONTEXT', 'RESOLVED'),
    base: fc.option(aSide, { nil: undefined }),
    theirs: fc.option(aSide, { nil: undefined }),
    mine: aSide,
    detail: fc.constantFrom(
      undefined,
      { kind: 'unknown', cause: 'PRUNED' },
      { kind: 'overlap', start: 3, end: 400 },
    ),
  })
  .map(({ detail, ...rest }) => (detail === undefined ? rest : { ...rest, detail }))

const aMetConflict: fc.Arbitrary<MetConflict> = plain({
  ...keyed,
  policy: fc.constantFrom(...POLICIES),
  outcome: fc.option(anOutcome, { nil: undefined }),
  explanation: anExplanation,
  merged: fc.option(aSide, { nil: undefined }),
})

export const aLoggedConflict: fc.Arbitrary<ConflictRecord> = fc
  .record({ met: aMetConflict, at: aTimestamp, id: anId })
  .map(({ met, ...rest }) => ({ ...met, ...rest }))

const aCode = fc.constantFrom(...(Object.keys(ERROR_TABLE) as ErrorCode[]))

const aRefusal: fc.Arbitrary<Refusal> = plain({
  code: aCode,
  message: aText,
  conflicts: few(plain({ ...keyed, conflict: anExplanation, newest: someBytes })),
})

const anAnswer = fc.oneof(
  plain({
    kind: fc.constant('prepared'),
    stamp: aTimestamp,
    leastExpiry: aTimestamp,
    succeeded: fc.boolean(),
    participants: few(aParticipant),
    results: few(aResult),
  }),
  plain({
    kind: fc.constant('committed'),
    at: aTimestamp,
    succeeded: fc.boolean(),
    participants: few(aParticipant),
  }),
  plain({ kind: fc.constant('refused'), refusal: aRefusal }),
  plain({ kind: fc.constant('other-list'), participants: few(aParticipant) }),
  plain({
    kind: fc.constant('no-vote'),
    code: fc.constantFrom('ALREADY_ANSWERED', 'OUTCOME_EXPIRED'),
  }),
  plain({ kind: fc.constant('locked'), holder: anId }),
  fc.constantFrom({ kind: 'gone' }, { kind: 'stale-epoch' }),
) as fc.Arbitrary<ParticipantAnswer>

export const aReply = fc.oneof(
  plain({ kind: fc.constant('written'), result: aResult }),
  plain({
    kind: fc.constant('transacted'),
    succeeded: fc.boolean(),
    results: few(fc.oneof(aResult, aRow)),
    timestamp: aTimestamp,
  }),
  plain({
    kind: fc.constant('recorded'),
    succeeded: fc.boolean(),
    outcomes: few(anOutcome),
    at: aTimestamp,
    id: anId,
  }),
  plain({ kind: fc.constant('refused'), refusal: aRefusal, recorded: fc.boolean() }),
  plain({ kind: fc.constant('participant'), answer: anAnswer }),
  plain({ kind: fc.constant('locked'), holder: anId, age: aTimestamp, ...keyed }),
  fc.constantFrom({ kind: 'stale-epoch' }, { kind: 'done' }),
  plain({ kind: fc.constant('range-deleted'), deleted: fc.nat(), timestamp: aTimestamp }),
) as fc.Arbitrary<CommandReply>

export const aReadReply = fc.oneof(
  plain({ kind: fc.constant('rows'), rows: few(aRow), readAt: aTimestamp }),
  plain({
    kind: fc.constant('page'),
    rows: few(aRow),
    readAt: aTimestamp,
    next: fc.option(plain({ token: aToken, key: aKey }), { nil: undefined }),
  }),
  plain({
    kind: fc.constant('confirmed'),
    changed: fc.option(aKey, { nil: undefined }),
    readAt: aTimestamp,
  }),
  plain({
    kind: fc.constant('conflicts'),
    records: few(aLoggedConflict),
    since: aTimestamp,
    readAt: aTimestamp,
  }),
) as fc.Arbitrary<ReadReply>
