import assert from 'node:assert/strict'
import { DEFAULT_KEYSPACE, keyOfText, timestamp } from '../../src/base/ids.ts'
import { Waiter, WaitQueues, type WaitHolder } from '../../src/txn/waiting.ts'

const LIMITS = { waitersMax: 100, bytesMax: 10_000 }

/** Names are ids; a number is a prepare's age, undefined means a command of one log entry. */
function waiter(name: string, age?: number, bytes = 1, deadlineMs = 1_000): Waiter<string> {
  return new Waiter(name, name, age === undefined ? undefined : timestamp(age), bytes, deadlineMs)
}

function holder(id: string, age: number): WaitHolder {
  return { id, age: timestamp(age) }
}

class Lines {
  readonly queues = new WaitQueues<string>(LIMITS)

  wait(who: Waiter<string>, key: string, behind: WaitHolder): string {
    return this.queues.wait(who, DEFAULT_KEYSPACE, keyOfText(key), behind)
  }

  lineHolder(key: string): string | undefined {
    return this.queues.lineHolder(DEFAULT_KEYSPACE, keyOfText(key))?.id
  }

  release(id: string): string[] {
    this.queues.release(id)
    return this.ready()
  }

  ready(): string[] {
    return this.queues.takeReady().map(({ command }) => command)
  }

  dead(): string[] {
    return this.queues.takeDead().map(({ command }) => command)
  }
}

describe('waiting in line', () => {
  const H = holder('h', 100)

  it('lets one-entry commands go on together, in the order in which they came', () => {
    const lines = new Lines()
    for (const name of ['a', 'b', 'c']) assert.equal(lines.wait(waiter(name), 'k', H), 'waiting')
    assert.deepEqual(lines.ready(), [])
    assert.deepEqual(lines.release('h'), ['a', 'b', 'c'])
    assert.deepEqual([lines.queues.size, lines.queues.bytes], [0, 0])
    assert.deepEqual(lines.release('h'), [])
  })

  it('stops behind the first prepare, which the rest then waits for', () => {
    const lines = new Lines()
    lines.wait(waiter('a'), 'k', H)
    lines.wait(waiter('p', 50), 'k', H)
    lines.wait(waiter('b'), 'k', H)
    lines.wait(waiter('q', 40), 'k', H)
    assert.deepEqual(lines.release('h'), ['a', 'p'])
    assert.equal(lines.lineHolder('k'), 'p')
    assert.deepEqual(lines.release('p'), ['b', 'q'])
    assert.equal(lines.lineHolder('k'), undefined)
  })

  it('moves only the lines of the holder that ended, oldest arrival first over several lines', () => {
    const lines = new Lines()
    lines.wait(waiter('a'), 'k2', H)
    lines.wait(waiter('b'), 'k1', H)
    lines.wait(waiter('c'), 'k3', holder('other', 1))
    lines.wait(waiter('d'), 'k2', H)
    assert.deepEqual(lines.release('h'), ['a', 'b', 'd'])
    assert.equal(lines.queues.size, 1)
  })

  it('takes a command that comes back to its old place', () => {
    const lines = new Lines()
    const [a, p] = [waiter('a'), waiter('p', 50)]
    lines.wait(a, 'k', H)
    lines.wait(p, 'k', H)
    lines.wait(waiter('b'), 'k', H)
    lines.release('h')
    assert.equal(lines.wait(p, 'k', holder('h2', 90)), 'waiting')
    assert.equal(lines.wait(a, 'k', holder('h2', 90)), 'waiting')
    assert.deepEqual(lines.release('h2'), ['a', 'p'])
    assert.deepEqual(lines.release('p'), ['b'])
  })

  it('gives the old place back even if the line was empty meanwhile', () => {
    const lines = new Lines()
    const a = waiter('a')
    lines.wait(a, 'k', H)
    lines.release('h')
    lines.wait(waiter('b'), 'k', holder('h2', 90))
    lines.wait(a, 'k', holder('h2', 90))
    assert.deepEqual(lines.release('h2'), ['a', 'b'])
  })

  it('moves a line whose prepare went on but then waits elsewhere', () => {
    const lines = new Lines()
    const p = waiter('p', 50)
    lines.wait(p, 'k1', H)
    lines.wait(waiter('b'), 'k1', H)
    assert.deepEqual(lines.release('h'), ['p'])
    assert.equal(lines.wait(p, 'k2', holder('h2', 90)), 'waiting')
    assert.deepEqual(lines.ready(), ['b'])
  })

  it('refuses a command that waits already', () => {
    const lines = new Lines()
    const a = waiter('a')
    lines.wait(a, 'k1', H)
    assert.throws(() => lines.wait(a, 'k2', H), /two lines/)
  })

  describe('wait-die', () => {
    it('lets a prepare die that is younger than the holder, and wait if it is older', () => {
      const lines = new Lines()
      assert.equal(lines.wait(waiter('young', 101), 'k', H), 'dies')
      assert.equal(lines.lineHolder('k'), undefined)
      assert.equal(lines.wait(waiter('old', 99), 'k', H), 'waiting')
    })

    it('looks at everyone ahead in line, not only at the holder', () => {
      const lines = new Lines()
      lines.wait(waiter('p', 50), 'k', H)
      lines.wait(waiter('a'), 'k', H)
      assert.equal(lines.wait(waiter('q', 60), 'k', H), 'dies')
      assert.equal(lines.wait(waiter('r', 40), 'k', H), 'waiting')
    })

    it('decides equal ages by id', () => {
      const lines = new Lines()
      assert.equal(lines.wait(waiter('a', 100), 'k', H), 'waiting')
      assert.equal(lines.wait(waiter('z', 100), 'k', H), 'dies')
    })

    it('never lets a one-entry command die, nor anyone because of one', () => {
      const lines = new Lines()
      assert.equal(lines.wait(waiter('a'), 'k', holder('ancient', 1)), 'waiting')
      assert.equal(lines.wait(waiter('p', 99), 'k', H), 'waiting')
      assert.deepEqual(lines.dead(), [])
    })

    it('looks again when another transaction holds the line', () => {
      const lines = new Lines()
      lines.wait(waiter('p', 50), 'k', H)
      lines.wait(waiter('a'), 'k', H)
      lines.wait(waiter('q', 20), 'k', H)
      lines.wait(waiter('b'), 'k', holder('elder', 30))
      assert.deepEqual(lines.dead(), ['p'])
      assert.deepEqual(lines.release('h'), [])
      assert.deepEqual(lines.release('elder'), ['a', 'q'])
      assert.deepEqual(lines.release('q'), ['b'])
    })

    it('looks again at those behind a prepare that comes back before them', () => {
      const lines = new Lines()
      const p = waiter('p', 50)
      lines.wait(p, 'k', H)
      lines.release('h')
      lines.wait(waiter('q', 60), 'k', holder('h2', 90))
      assert.equal(lines.wait(p, 'k', holder('h2', 90)), 'waiting')
      assert.deepEqual(lines.dead(), ['q'])
    })

    it('remembers the oldest ahead when others leave the line', () => {
      const lines = new Lines()
      const [p, q] = [waiter('p', 50), waiter('q', 40)]
      lines.wait(p, 'k', H)
      lines.wait(waiter('a'), 'k', H)
      lines.wait(q, 'k', H)
      lines.queues.cancel(q)
      assert.equal(lines.wait(waiter('r', 55), 'k', H), 'dies')
      assert.equal(lines.wait(waiter('s', 45), 'k', H), 'waiting')
    })
  })

  describe('bounds', () => {
    it('turns newcomers away beyond the count', () => {
      const lines = new Lines()
      for (let i = 0; i < LIMITS.waitersMax; i++) lines.wait(waiter(`w${i}`), `k${i % 7}`, H)
      assert.equal(lines.wait(waiter('more'), 'k', H), 'overloaded')
      assert.equal(lines.lineHolder('k'), undefined)
      assert.equal(lines.queues.size, LIMITS.waitersMax)
    })

    it('turns newcomers away beyond the bytes, but not one that comes back', () => {
      const lines = new Lines()
      const a = waiter('a', undefined, 6_000)
      lines.wait(a, 'k', H)
      assert.equal(lines.wait(waiter('b', undefined, 5_000), 'k', H), 'overloaded')
      lines.release('h')
      assert.equal(lines.wait(waiter('c', undefined, 6_000), 'k', holder('h2', 90)), 'waiting')
      assert.equal(lines.wait(a, 'k', holder('h2', 90)), 'waiting')
      assert.equal(lines.queues.bytes, 12_000)
    })

    it('hands out those whose deadline has come, and nobody early', () => {
      const lines = new Lines()
      lines.wait(waiter('late', undefined, 1, 500), 'k1', H)
      lines.wait(waiter('a', undefined, 1, 700), 'k1', H)
      lines.wait(waiter('later', undefined, 1, 500), 'k2', H)
      assert.equal(lines.queues.wakeAtMs, 500)
      assert.deepEqual(lines.queues.expire(499), [])
      assert.deepEqual(
        lines.queues.expire(500).map(({ command }) => command),
        ['late', 'later'],
      )
      assert.equal(lines.queues.wakeAtMs, 700)
      assert.deepEqual(lines.release('h'), ['a'])
    })

    it('hands everyone out when the replica no longer leads', () => {
      const lines = new Lines()
      lines.wait(waiter('a'), 'k1', H)
      lines.wait(waiter('b'), 'k2', holder('h2', 1))
      lines.wait(waiter('c'), 'k1', H)
      lines.queues.release('h2')
      assert.deepEqual(
        lines.queues.drain().map(({ command }) => command),
        ['a', 'b', 'c'],
      )
      assert.equal(lines.queues.size, 0)
      assert.equal(lines.lineHolder('k1'), undefined)
      assert.deepEqual(lines.ready(), [])
    })
  })
})
