/**
 * Many seeds at once, each in a process of its own: a seed that kills or blocks its process fails like any other, and the
 * others go on. Nothing that a run leaves behind lasts, since processes are replaced now and then.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { replayCommand } from './flags.ts'
import type { Report, RunSummary } from './report.ts'

/** Of a worker, when a seed has ended. */
export interface SeedEnded {
  readonly summary: RunSummary
  /** What is to be shown, as it was said. */
  readonly said: readonly string[]
}

/** A worker ends after so many seeds. Its code is fast by then, so not too soon. */
const SEEDS_OF_WORKER = 50
/** Most of what a run makes is gone when the next answers are there: with less room for it, a fifth of the time goes to collecting. */
const YOUNG_SPACE = '--max-semi-space-size=64'
/** Real time. A seed of five minutes takes some ten seconds on a quiet machine. */
const SEED_HANGS_AFTER_MS = 30 * 60_000
const PROGRESS_EVERY_MS = 30_000
const TERMINAL_PROGRESS_EVERY_MS = 1_000

export class Fleet {
  private readonly report: Report
  private readonly nextSeed: () => number | undefined
  private readonly count: number

  /** @param count how many seeds `nextSeed` has at most */
  constructor(report: Report, count: number, nextSeed: () => number | undefined) {
    this.report = report
    this.count = count
    this.nextSeed = nextSeed
  }

  async run(workers: number): Promise<void> {
    const { isTTY } = process.stdout
    const everyMs = isTTY ? TERMINAL_PROGRESS_EVERY_MS : PROGRESS_EVERY_MS
    const timer = setInterval(() => this.show(isTTY), everyMs)
    try {
      await Promise.all(Array.from({ length: workers }, () => this.work()))
    } finally {
      clearInterval(timer)
    }
  }

  private async work(): Promise<void> {
    let worker: SeedWorker | undefined
    for (let seed = this.nextSeed(); seed !== undefined; seed = this.nextSeed()) {
      worker ??= new SeedWorker()
      try {
        const { summary, said } = await worker.run(seed)
        this.report.add(summary)
        for (const text of said) console.log(text)
      } catch (error) {
        this.report.addLost(seed)
        console.log(`\nseed ${seed} FAILED: ${(error as Error).message}`)
        console.log(`\nreplay: ${replayCommand(seed)}`)
        worker.end()
        worker = undefined
      }
      if (worker !== undefined && worker.seeds >= SEEDS_OF_WORKER) {
        worker.end()
        worker = undefined
      }
    }
    worker?.end()
  }

  private show(isTerminal: boolean): void {
    const line = this.report.progress(this.count)
    if (isTerminal) process.stdout.write(`\r\x1b[K${line}`)
    else console.log(line)
  }
}

/** This program again, as a worker. */
class SeedWorker {
  seeds = 0
  private readonly child: ChildProcess

  constructor() {
    this.child = fork(process.argv[1]!, process.argv.slice(2), {
      serialization: 'advanced',
      execArgv: ['--enable-source-maps', YOUNG_SPACE, ...process.execArgv],
    })
  }

  run(seed: number): Promise<SeedEnded> {
    const { child } = this
    this.seeds++
    return new Promise((resolve, reject) => {
      const settle = (): void => {
        clearTimeout(timer)
        child.off('message', ended)
        child.off('exit', died)
      }
      const timer = setTimeout(() => {
        settle()
        reject(new Error(`no end within ${SEED_HANGS_AFTER_MS / 60_000} minutes`))
      }, SEED_HANGS_AFTER_MS)
      const ended = (message: unknown): void => {
        settle()
        resolve(message as SeedEnded)
      }
      const died = (code: number | null, signal: string | null): void => {
        settle()
        reject(new Error(`its process ended with ${signal ?? `exit code ${code}`}`))
      }
      child.on('message', ended)
      child.on('exit', died)
      child.send(seed)
    })
  }

  end(): void {
    this.child.kill('SIGKILL')
  }
}

/** The other end: runs the seeds that arrive, one after the other, for as long as the fleet lives. */
export function serveFleet(run: (seed: number) => Promise<SeedEnded>): void {
  process.on('message', (seed: number) => {
    void run(seed).then((ended) => process.send!(ended))
  })
  process.on('disconnect', () => process.exit())
}
