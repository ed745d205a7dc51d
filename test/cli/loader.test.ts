import assert from 'node:assert/strict'
import { RingKvError } from '../../src/base/errors.ts'
import { Loader, type LoaderOptions } from '../../src/cli/kvctl/loader.ts'
import { renderProgress } from '../../src/cli/kvctl/progress.ts'

interface Put {
  readonly key: string
  readonly resolve: () => void
  readonly reject: (error: Error) => void
}

/** A target whose puts end when the test says so. */
class Target {
  readonly puts: Put[] = []

  put(key: string | Uint8Array): Promise<unknown> {
    return new Promise<void>((resolve, reject) => {
      this.puts.push({ key: key as string, resolve, reject })
    })
  }
}

async function* linesOf(lines: readonly string[]): AsyncGenerator<string> {
  for (const line of lines) {
    await Promise.resolve()
    yield line
  }
}

const row = (key: string): string => JSON.stringify({ key, value: 'v' })
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

function make(skip = 0, options: Partial<LoaderOptions> = {}) {
  const target = new Target()
  const bad: number[] = []
  const loader = new Loader(target, skip, {
    inFlight: 3,
    errorsMax: 2,
    onBadLine: (line) => bad.push(line),
    ...options,
  })
  return { target, loader, bad }
}

describe('kvctl load', () => {
  it('keeps so many puts under way, and no more', async () => {
    const { target, loader } = make()
    const run = loader.run(linesOf(['a', 'b', 'c', 'd', 'e'].map(row)))
    await settle()
    assert.equal(target.puts.length, 3)
    target.puts[1]!.resolve()
    await settle()
    assert.equal(target.puts.length, 4)
    for (let i = 0; i < 5; i++) {
      await settle()
      target.puts[i]!.resolve()
    }
    await run
    assert.deepEqual(loader.counts.stored, 5)
    assert.equal(loader.doneThrough, 5)
  })

  it('knows up to which line everything is stored, whatever the order of answers', async () => {
    const { target, loader } = make()
    const run = loader.run(linesOf(['a', 'b', 'c'].map(row)))
    await settle()
    target.puts[2]!.resolve()
    await settle()
    assert.equal(loader.doneThrough, 0)
    target.puts[0]!.resolve()
    await settle()
    assert.equal(loader.doneThrough, 1)
    target.puts[1]!.resolve()
    await run
    assert.equal(loader.doneThrough, 3)
  })

  it('goes on behind the lines that are stored already', async () => {
    const { target, loader } = make(2)
    const run = loader.run(linesOf(['a', 'b', 'c'].map(row)))
    await settle()
    assert.deepEqual(
      target.puts.map(({ key }) => key),
      ['c'],
    )
    target.puts[0]!.resolve()
    await run
    assert.equal(loader.doneThrough, 3)
  })

  it('reports wrong lines by number and passes over them', async () => {
    const { target, loader, bad } = make()
    const run = loader.run(linesOf(['', 'nonsense', row('a'), '{"key":""}', row('b')]))
    await settle()
    for (const put of target.puts) put.resolve()
    await run
    assert.deepEqual(bad, [2, 4])
    assert.equal(loader.counts.stored, 2)
    assert.equal(loader.doneThrough, 5)
  })

  it('passes over rows that the cluster refuses for themselves', async () => {
    const { target, loader, bad } = make()
    const run = loader.run(linesOf([row('a'), row('b')]))
    await settle()
    target.puts[0]!.reject(new RingKvError('VALUE_TOO_LARGE', 'too large'))
    target.puts[1]!.resolve()
    await run
    assert.deepEqual(bad, [1])
    assert.equal(loader.counts.stored, 1)
  })

  it('ends with the line and the exit code when the cluster cannot be reached', async () => {
    const { target, loader } = make()
    const run = loader.run(linesOf(['a', 'b', 'c', 'd', 'e', 'f'].map(row)))
    await settle()
    target.puts[0]!.resolve()
    await settle()
    target.puts[1]!.reject(new RingKvError('NO_QUORUM', 'no leader'))
    await settle()
    for (const put of target.puts.slice(2)) put.resolve()
    await assert.rejects(run, (error: Error & { exitCode?: number }) => {
      assert.match(error.message, /^line 2: no leader/)
      assert.equal(error.exitCode, 5)
      return true
    })
    // The failed line is not done, although later ones are.
    assert.equal(loader.doneThrough, 1)
    assert.ok(target.puts.length < 6)
  })

  it('ends after too many wrong lines', async () => {
    const { loader } = make(0, { errorsMax: 1 })
    await assert.rejects(loader.run(linesOf(['x', 'y', 'z'])), /more than 1 lines are wrong/)
  })

  it('stops between lines when asked, and waits for what is under way', async () => {
    const { target, loader } = make()
    let over = false
    const run = loader.run(linesOf(['a', 'b', 'c', 'd', 'e'].map(row))).then(() => {
      over = true
    })
    await settle()
    loader.stop()
    await settle()
    assert.equal(over, false)
    for (const put of target.puts) put.resolve()
    await run
    assert.equal(target.puts.length, 3)
    assert.equal(loader.doneThrough, 3)
  })

  it('shows progress with rate and time to go', () => {
    assert.equal(
      renderProgress({ rows: 5000, fraction: 0.5 }, 10_000),
      '[############------------]  50 %  5,000 rows  500/s  ETA 10s',
    )
    assert.equal(renderProgress({ rows: 10, fraction: undefined }, 1000), '10 rows  10/s')
    assert.match(renderProgress({ rows: 0, fraction: 0 }, 0), /ETA …$/)
  })
})
