import assert from 'node:assert/strict'
import sinon from 'sinon'
import type { Entry } from '../../src/raft/messages.ts'
import { ApplyPump, type ApplyPumpOptions, type ApplyTarget } from '../../src/server/apply-pump.ts'
import type { PendingRows, ReplicatedState } from '../../src/server/replicated-state.ts'
import type { Engine, Row } from '../../src/storage/engine.ts'
import { MemoryStore } from '../../src/storage/memory-engine.ts'
import { WriteBatch } from '../../src/storage/write-batch.ts'
import { FakeTime } from '../client/fake-time.ts'
import { deferred, promisesSettle, type Deferred } from './deferred.ts'

/** How long effects gather. */
const DELAY_MS = 10

/** A state machine that writes one row per shard, its applied index; entries whose data name a row need that row. */
class RowState implements ReplicatedState {
  appliedIndex = 0
  sealedIndex = 0
  versionsPerEntry = 1
  readonly applied: string[] = []
  readonly shard: string
  owesRows = false
  mayLag = false
  readonly writtenUpTo = sinon.fake<[number], unknown>()
  readonly beforeCheckpoint = sinon.fake<[], unknown>()
  private readonly known = new Set<string>()

  constructor(shard: string) {
    this.shard = shard
  }

  get unsealedVersions(): number {
    return (this.appliedIndex - this.sealedIndex) * this.versionsPerEntry
  }

  foresee(entry: Entry): PendingRows | undefined {
    return this.missing(entry)
  }

  apply(entry: Entry): PendingRows | undefined {
    const missing = this.missing(entry)
    if (missing !== undefined) return missing
    assert.equal(entry.index, this.appliedIndex + 1, `${this.shard} out of order`)
    this.appliedIndex = entry.index
    this.applied.push(`${entry.index}`)
    return undefined
  }

  seal(_sequence: number, batch: WriteBatch): void {
    this.sealedIndex = this.appliedIndex
    batch.put(Buffer.from(this.shard), Buffer.from(`${this.appliedIndex}`))
  }

  written(sequence: number): void {
    this.writtenUpTo(sequence)
  }

  private missing({ data }: Entry): PendingRows | undefined {
    const name = Buffer.from(data).toString()
    if (!name.startsWith('needs ') || this.known.has(name)) return undefined
    return {
      keys: [Buffer.from(name)],
      ranges: [],
      fill: () => {
        this.known.add(name)
      },
    }
  }
}

class Target implements ApplyTarget {
  state: RowState
  readonly handOutApplied = sinon.fake()
  readonly durablyApplied = sinon.fake<[number], unknown>()
  readonly entryApplied = sinon.fake()
  readonly applyConfChange = sinon.fake()

  constructor(shard: string) {
    this.state = new RowState(shard)
  }
}

/** A memory engine whose writes, reads and flushes take as long as the test wants. */
class SlowEngine {
  readonly engine: Engine
  readonly writes: { readonly rows: string[]; readonly done: Deferred }[] = []
  readonly gets: { readonly keys: string[]; readonly done: Deferred }[] = []
  readonly flushes: Deferred[] = []

  constructor() {
    const engine = new MemoryStore().open()
    const { writes, gets, flushes } = this
    this.engine = Object.assign(Object.create(engine) as Engine, {
      write: async (batch: WriteBatch): Promise<void> => {
        const write = { rows: rowsOf(batch), done: deferred() }
        writes.push(write)
        await write.done.promise
      },
      multiGet: async (keys: readonly Buffer[]): Promise<undefined[]> => {
        const get = { keys: keys.map(String), done: deferred() }
        gets.push(get)
        await get.done.promise
        return keys.map(() => undefined)
      },
      iterate: (): Promise<Row[]> => Promise.resolve([]),
      flush: (): Promise<void> => {
        const flush = deferred()
        flushes.push(flush)
        return flush.promise
      },
    })
  }
}

function rowsOf(batch: WriteBatch): string[] {
  const rows: string[] = []
  batch.forEach({
    put: (key, value) => rows.push(`${String(key)}=${String(value)}`),
    delete: () => assert.fail('no deletes here'),
    deleteRange: () => assert.fail('no deletes here'),
  })
  return rows
}

function entries(first: number, ...data: string[]): Entry[] {
  return data.map((text, i) => ({
    term: 1,
    index: first + i,
    type: 'normal',
    data: Buffer.from(text),
  }))
}

describe('the apply pump', () => {
  let time: FakeTime
  let slow: SlowEngine
  let pump: ApplyPump
  let fatal: sinon.SinonSpy<[unknown], unknown>
  let wake: sinon.SinonSpy<[], unknown>
  let one: Target
  let two: Target

  beforeEach(() => {
    slow = new SlowEngine()
    fatal = sinon.fake()
    wake = sinon.fake()
    time = new FakeTime()
    pump = pumpWith({})
    one = new Target('one')
    two = new Target('two')
    pump.add(one)
    pump.add(two)
  })

  afterEach(() => sinon.assert.notCalled(fatal))

  function pumpWith(options: Partial<ApplyPumpOptions>): ApplyPump {
    return new ApplyPump(slow.engine, {
      scheduler: time,
      writeDelayMs: DELAY_MS,
      writeBytes: 50,
      maxUnsealedBytes: 100,
      checkpointBytes: 1 << 20,
      fatal,
      wake,
      ...options,
    })
  }

  /** Whatever is dirty now is being written, unless a write is in flight. */
  const gathered = (): Promise<void> => time.pass(DELAY_MS)

  /** The engine has the write, and what has gathered since goes out. */
  async function written(write: number): Promise<void> {
    slow.writes[write]!.done.resolve()
    await gathered()
  }

  it('applies at once, and answers before the engine has anything', async () => {
    pump.enqueue(one, entries(1, 'a', 'b'), [])
    pump.run()
    assert.deepEqual(one.state.applied, ['1', '2'])
    sinon.assert.callOrder(one.entryApplied, one.handOutApplied)
    assert.equal(slow.writes.length, 0)
    await gathered()
    assert.equal(slow.writes.length, 1)
  })

  it('lets a shard that lacks rows wait in order, and the others go on', async () => {
    pump.enqueue(one, entries(1, 'a', 'needs x', 'c'), [])
    pump.enqueue(two, entries(1, 'a'), [])
    pump.run()
    pump.enqueue(one, entries(4, 'd'), [])
    pump.enqueue(two, entries(2, 'b'), [])
    pump.run()
    assert.deepEqual(one.state.applied, ['1'])
    assert.deepEqual(two.state.applied, ['1', '2'])
    sinon.assert.notCalled(one.handOutApplied)
    slow.gets[0]!.done.resolve()
    await promisesSettle()
    sinon.assert.called(wake)
    pump.run()
    assert.deepEqual(one.state.applied, ['1', '2', '3', '4'])
    sinon.assert.calledTwice(one.handOutApplied)
  })

  it('reads the rows that several shards lack in one trip, and those of the meantime in the next', async () => {
    pump.enqueue(one, entries(1, 'needs x'), [])
    pump.run()
    pump.enqueue(two, entries(1, 'needs y'), [])
    pump.foresee(one, entries(2, 'needs z'))
    pump.run()
    assert.deepEqual(
      slow.gets.map(({ keys }) => keys),
      [['needs x']],
    )
    slow.gets[0]!.done.resolve()
    await promisesSettle()
    assert.deepEqual(slow.gets[1]?.keys.sort(), ['needs y', 'needs z'])
  })

  it('fetches nothing twice for an entry whose rows are on their way', async () => {
    const needy = entries(1, 'needs x')
    pump.foresee(one, needy)
    pump.enqueue(one, needy, [])
    pump.run()
    slow.gets[0]!.done.resolve()
    await promisesSettle()
    pump.run()
    assert.deepEqual(one.state.applied, ['1'])
    assert.equal(slow.gets.length, 1)
  })

  describe('where nobody waits', () => {
    const STRIDE_MS = 50

    beforeEach(() => {
      one.state.mayLag = true
      two.state.mayLag = true
    })

    it('lets entries gather, and applies those of all shards in order', async () => {
      pump.enqueue(one, entries(1, 'a'), [])
      pump.enqueue(two, entries(1, 'a'), [])
      pump.enqueue(one, entries(2, 'b'), [])
      pump.run()
      assert.deepEqual(one.state.applied, [])
      sinon.assert.notCalled(wake)
      await time.pass(STRIDE_MS)
      sinon.assert.calledOnce(wake)
      pump.run()
      assert.deepEqual(one.state.applied, ['1', '2'])
      assert.deepEqual(two.state.applied, ['1'])
      sinon.assert.calledTwice(one.handOutApplied)
      pump.enqueue(one, entries(3, 'c'), [])
      pump.run()
      assert.deepEqual(one.state.applied, ['1', '2'])
      await time.pass(STRIDE_MS)
      pump.run()
      assert.deepEqual(one.state.applied, ['1', '2', '3'])
    })

    it('applies them at once behind a change of the membership, or when somebody waits after all', () => {
      const [change] = entries(2, 'b')
      pump.enqueue(one, entries(1, 'a'), [])
      pump.enqueue(two, entries(1, 'a'), [])
      pump.enqueue(one, [{ ...change!, type: 'conf-change' }], [])
      pump.run()
      assert.deepEqual(one.state.applied, ['1'])
      sinon.assert.calledOnce(one.applyConfChange)
      // It leads now.
      two.state.mayLag = false
      pump.enqueue(two, entries(2, 'b'), [])
      pump.run()
      assert.deepEqual(two.state.applied, ['1', '2'])
    })

    it('applies them when it is to hurry, and what comes in the same turn', () => {
      pump.hurry()
      sinon.assert.notCalled(wake)
      pump.enqueue(two, entries(1, 'a'), [])
      pump.run()
      assert.deepEqual(two.state.applied, ['1'])
      pump.enqueue(one, entries(1, 'a'), [])
      pump.hurry()
      sinon.assert.calledOnce(wake)
      pump.run()
      assert.deepEqual(one.state.applied, ['1'])
      assert.equal(time.planned, 1, 'only the timer of the engine batch runs')
      pump.enqueue(one, entries(2, 'b'), [])
      pump.run()
      assert.deepEqual(one.state.applied, ['1'])
    })

    it('applies at once what is much, as it is where somebody catches up', () => {
      const much = 'v'.repeat(20_000)
      pump.enqueue(one, entries(1, much), [])
      pump.run()
      assert.deepEqual(one.state.applied, [])
      pump.enqueue(one, entries(2, much), [])
      pump.run()
      assert.deepEqual(one.state.applied, ['1', '2'])
      pump.enqueue(one, entries(3, much), [])
      pump.run()
      assert.deepEqual(one.state.applied, ['1', '2'])
    })

    it('applies nothing of what a snapshot takes the place of', async () => {
      pump.enqueue(one, entries(1, 'a'), [])
      pump.hold(one)
      sinon.assert.calledOnce(one.handOutApplied)
      await time.pass(STRIDE_MS)
      pump.run()
      assert.deepEqual(one.state.applied, [])
      sinon.assert.calledOnce(one.handOutApplied)
      one.state.appliedIndex = 7
      pump.resume(one)
      pump.enqueue(one, entries(8, 'h'), [])
      await time.pass(STRIDE_MS)
      pump.run()
      assert.deepEqual(one.state.applied, ['8'])
    })

    it('fetches what all of them lack together', async () => {
      pump.enqueue(one, entries(1, 'a', 'needs x', 'b', 'needs y'), [])
      // It leads from here on.
      one.state.mayLag = false
      pump.enqueue(one, entries(5, 'needs z'), [])
      pump.run()
      assert.deepEqual(
        slow.gets.map(({ keys }) => keys),
        [['needs x', 'needs y', 'needs z']],
      )
      slow.gets[0]!.done.resolve()
      await promisesSettle()
      pump.run()
      assert.deepEqual(one.state.applied, ['1', '2', '3', '4', '5'])
      assert.equal(slow.gets.length, 1)
    })

    it('leaves no timer behind', async () => {
      pump.enqueue(one, entries(1, 'a'), [])
      await pump.close()
      assert.equal(time.planned, 0)
    })
  })

  it('writes one batch at a time, each with the whole entries of all shards since the last', async () => {
    pump.enqueue(one, entries(1, 'a'), [])
    pump.run()
    await gathered()
    pump.enqueue(one, entries(2, 'b', 'c'), [])
    pump.enqueue(two, entries(1, 'a', 'needs x'), [])
    pump.run()
    await gathered()
    assert.deepEqual(
      slow.writes.map(({ rows }) => rows),
      [['one=1']],
    )
    await written(0)
    assert.deepEqual(
      slow.writes.map(({ rows }) => rows),
      [['one=1'], ['one=3', 'two=1']],
    )
    sinon.assert.calledOnceWithExactly(one.state.writtenUpTo, 1)
    sinon.assert.notCalled(two.state.writtenUpTo)
  })

  it('lets changes of a shard gather, until much has gathered or somebody waits for it', async () => {
    for (const index of [1, 2, 3]) {
      pump.enqueue(one, entries(index, 'b'), [])
      pump.run()
      await promisesSettle()
    }
    assert.equal(slow.writes.length, 0)
    await gathered()
    assert.deepEqual(slow.writes[0]?.rows, ['one=3'])
    slow.writes[0].done.resolve()
    await promisesSettle()
    pump.enqueue(one, entries(4, 'c'.repeat(50)), [])
    pump.run()
    assert.deepEqual(slow.writes[1]?.rows, ['one=4'], 'much has gathered')
    slow.writes[1].done.resolve()
    await promisesSettle()
    pump.enqueue(one, entries(5, 'd'), [])
    pump.run()
    assert.equal(slow.writes.length, 2)
    void pump.caughtUp()
    assert.deepEqual(slow.writes[2]?.rows, ['one=5'], 'somebody waits')
  })

  it('writes each shard when its own changes have gathered, not all of them at once', async () => {
    pump.enqueue(one, entries(1, 'a'), [])
    pump.run()
    await time.pass(DELAY_MS / 2)
    pump.enqueue(two, entries(1, 'a'), [])
    pump.run()
    await time.pass(DELAY_MS / 2)
    assert.deepEqual(
      slow.writes.map(({ rows }) => rows),
      [['one=1']],
    )
    slow.writes[0]!.done.resolve()
    await time.pass(DELAY_MS / 2)
    assert.deepEqual(
      slow.writes.map(({ rows }) => rows),
      [['one=1'], ['two=1']],
    )
  })

  it('counts what a shard has not written yet when another shard is written', async () => {
    pump.enqueue(one, entries(1, 'a'), [])
    pump.run()
    await time.pass(DELAY_MS / 2)
    pump.enqueue(two, entries(1, 'b'.repeat(48)), [])
    pump.run()
    await time.pass(DELAY_MS / 2)
    assert.deepEqual(slow.writes[0]?.rows, ['one=1'])
    slow.writes[0].done.resolve()
    await promisesSettle()
    pump.enqueue(two, entries(2, 'cc'), [])
    pump.run()
    assert.deepEqual(slow.writes[1]?.rows, ['two=2'], 'fifty bytes are much')
  })

  it('divides what is due into batches that are no larger than they need to be, one right after the other', async () => {
    const three = new Target('three')
    pump.add(three)
    for (const target of [one, two, three]) {
      target.state.versionsPerEntry = 1200
      pump.enqueue(target, entries(1, 'a'), [])
    }
    pump.run()
    const caughtUp = sinon.fake()
    void pump.caughtUp().then(caughtUp)
    assert.deepEqual(slow.writes[0]?.rows, ['one=1', 'two=1'])
    // Dirty again, behind what is waited for.
    pump.enqueue(one, entries(2, 'b'), [])
    pump.run()
    slow.writes[0].done.resolve()
    await promisesSettle()
    sinon.assert.notCalled(caughtUp)
    assert.deepEqual(slow.writes[1]?.rows, ['three=1', 'one=2'])
    slow.writes[1].done.resolve()
    await promisesSettle()
    sinon.assert.called(caughtUp)
  })

  it('writes a shard before its time that would fill a batch alone, and others not', async () => {
    one.state.versionsPerEntry = 1000
    pump.enqueue(two, entries(1, 'a'), [])
    pump.enqueue(one, entries(1, 'a'), [])
    pump.run()
    assert.equal(slow.writes.length, 0)
    pump.enqueue(one, entries(2, 'b'), [])
    pump.run()
    assert.deepEqual(slow.writes[0]?.rows, ['one=2'])
    slow.writes[0].done.resolve()
    await promisesSettle()
    assert.equal(slow.writes.length, 1)
    await gathered()
    assert.deepEqual(slow.writes[1]?.rows, ['two=1'])
  })

  it('stops applying while too much waits for a slow engine, and goes on after it', async () => {
    pump.enqueue(one, entries(1, 'a'), [])
    pump.run()
    await gathered()
    pump.enqueue(one, entries(2, 'b'.repeat(101), 'c'), [])
    pump.run()
    assert.deepEqual(one.state.applied, ['1', '2'])
    wake.resetHistory()
    await written(0)
    sinon.assert.called(wake)
    pump.run()
    assert.deepEqual(one.state.applied, ['1', '2', '3'])
  })

  it('counts as durable only what was written before the flush was called', async () => {
    pump.enqueue(one, entries(1, 'a'), [])
    pump.run()
    await gathered()
    const checkpoint = pump.checkpoint()
    sinon.assert.calledOnce(one.state.beforeCheckpoint)
    assert.equal(slow.flushes.length, 0, 'batches are on their way')
    await written(0)
    await written(1)
    assert.equal(slow.flushes.length, 1)
    // Written while the flush runs: it may or may not be in it.
    pump.enqueue(one, entries(2, 'b'), [])
    pump.run()
    await gathered()
    await written(2)
    sinon.assert.notCalled(one.durablyApplied)
    slow.flushes[0]!.resolve()
    await checkpoint
    sinon.assert.calledOnceWithExactly(one.durablyApplied, 1)
  })

  it('seals nothing for a checkpoint where nothing was applied since the last, and still tells the owner', async () => {
    pump.enqueue(one, entries(1, 'a'), [])
    pump.run()
    const first = pump.checkpoint()
    await gathered()
    await written(0)
    slow.flushes[0]!.resolve()
    await first
    one.state.beforeCheckpoint.resetHistory()
    one.durablyApplied.resetHistory()
    const second = pump.checkpoint()
    await promisesSettle()
    slow.flushes[1]!.resolve()
    await second
    sinon.assert.notCalled(one.state.beforeCheckpoint)
    assert.equal(slow.writes.length, 1)
    sinon.assert.calledOnceWithExactly(one.durablyApplied, 1)
  })

  it('hurries for nobody who only makes a checkpoint, until the pump is closed', async () => {
    pump.enqueue(one, entries(1, 'a'), [])
    pump.run()
    const checkpoint = pump.checkpoint()
    await time.pass(DELAY_MS / 2)
    assert.equal(slow.writes.length, 0)
    const closed = pump.close()
    assert.deepEqual(slow.writes[0]?.rows, ['one=1', 'two=0'])
    slow.writes[0].done.resolve()
    await promisesSettle()
    slow.flushes[0]!.resolve()
    await Promise.all([checkpoint, closed])
    sinon.assert.calledOnceWithExactly(one.durablyApplied, 1)
  })

  it('keeps a pace when much became due at once and nobody waits', async () => {
    const three = new Target('three')
    pump.add(three)
    for (const target of [one, two, three]) {
      target.state.versionsPerEntry = 1800
      pump.enqueue(target, entries(1, 'a'), [])
    }
    pump.run()
    await gathered()
    assert.deepEqual(slow.writes[0]?.rows, ['one=1', 'two=1'])
    slow.writes[0].done.resolve()
    await promisesSettle()
    assert.equal(slow.writes.length, 1, 'the next one waits for its step')
    await gathered()
    assert.deepEqual(slow.writes[1]?.rows, ['three=1'])
  })

  it('makes a checkpoint by itself when enough was written, one at a time', async () => {
    pump = pumpWith({ checkpointBytes: 1 })
    pump.add(one)
    pump.enqueue(one, entries(1, 'a'), [])
    pump.run()
    await gathered()
    await written(0)
    sinon.assert.calledOnce(one.state.beforeCheckpoint)
    const running = pump.checkpoint()
    assert.equal(pump.checkpoint(), running)
    await written(1)
    slow.flushes[0]!.resolve()
    await running
  })

  it('applies and writes nothing of a replica that was removed', async () => {
    pump.enqueue(one, entries(1, 'a'), [])
    pump.run()
    await gathered()
    pump.enqueue(one, entries(2, 'b'), [])
    pump.run()
    pump.enqueue(one, entries(3, 'c'), [])
    pump.remove(one)
    pump.run()
    await written(0)
    assert.deepEqual(one.state.applied, ['1', '2'])
    assert.deepEqual(
      slow.writes.slice(1).flatMap(({ rows }) => rows),
      [],
    )
    sinon.assert.notCalled(one.state.writtenUpTo)
  })

  it('tells the owner of a configuration change instead of the state machine', () => {
    const change: Entry = { term: 1, index: 1, type: 'conf-change-v2', data: Buffer.alloc(0) }
    pump.enqueue(one, [change], [])
    pump.run()
    sinon.assert.calledOnceWithExactly(one.applyConfChange, change)
    assert.deepEqual(one.state.applied, [])
  })

  describe('while a snapshot takes a state’s place', () => {
    it('applies nothing, and acknowledges what it drops, which the core counts', async () => {
      pump.enqueue(one, entries(1, 'needs x'), [])
      pump.run()
      pump.hold(one)
      sinon.assert.calledOnce(one.handOutApplied)
      pump.enqueue(one, entries(11, 'k'), [])
      pump.run()
      assert.deepEqual(one.state.applied, [])
      one.state = new RowState('one')
      one.state.appliedIndex = one.state.sealedIndex = 10
      pump.resume(one)
      slow.gets[0]!.done.resolve()
      await promisesSettle()
      pump.run()
      assert.deepEqual(one.state.applied, ['11'])
    })

    it('writes nothing of the old state, whose rows would come over the new ones', async () => {
      pump.enqueue(two, entries(1, 'a'), [])
      pump.run()
      await gathered()
      pump.enqueue(one, entries(1, 'a'), [])
      pump.run()
      pump.hold(one)
      await written(0)
      assert.deepEqual(
        slow.writes.slice(1).flatMap(({ rows }) => rows),
        [],
      )
    })

    it('writes what the old state owes to a shard that was split off from it', async () => {
      pump.enqueue(two, entries(1, 'a'), [])
      pump.run()
      await gathered()
      pump.enqueue(one, entries(1, 'a'), [])
      pump.run()
      one.state.owesRows = true
      pump.hold(one)
      const caughtUp = sinon.fake()
      void pump.caughtUp().then(caughtUp)
      await written(0)
      sinon.assert.notCalled(caughtUp)
      await written(1)
      sinon.assert.called(caughtUp)
      assert.equal(slow.writes[1]!.rows.length, 1)
    })

    it('is caught up only when a batch with the old state is not under way any more', async () => {
      pump.enqueue(one, entries(1, 'a'), [])
      pump.run()
      await gathered()
      pump.hold(one)
      const caughtUp = sinon.fake()
      void pump.caughtUp().then(caughtUp)
      await promisesSettle()
      sinon.assert.notCalled(caughtUp)
      await written(0)
      sinon.assert.called(caughtUp)
    })
  })
})

describe('the apply pump in trouble', () => {
  it('calls a failed engine write, read or flush fatal', async () => {
    for (const operation of ['write', 'get', 'flush'] as const) {
      const fatal = sinon.fake<[unknown], unknown>()
      const failure = (at: string) => (at === operation ? 'the disk is gone' : undefined)
      const time = new FakeTime()
      const pump = new ApplyPump(new MemoryStore().open({ failure }), {
        scheduler: time,
        writeDelayMs: DELAY_MS,
        writeBytes: 50,
        maxUnsealedBytes: 100,
        checkpointBytes: 1,
        fatal,
        wake: () => undefined,
      })
      const target = new Target('one')
      pump.add(target)
      pump.enqueue(target, entries(1, 'a', 'needs x'), [])
      pump.run()
      await time.pass(DELAY_MS)
      await promisesSettle()
      // The checkpoint has a batch of its own before it flushes.
      await time.pass(DELAY_MS)
      await promisesSettle()
      sinon.assert.called(fatal)
      sinon.assert.notCalled(target.durablyApplied)
    }
  })
})
