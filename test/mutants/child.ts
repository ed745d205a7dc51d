/** Child processes with a bound on their time. Each leads a process group of its own, so that none leaves another behind. */
import { spawn, type ChildProcess } from 'node:child_process'

export interface Ended {
  /** Exit code; `stopped`: it had said enough; `hangs`: its time was up. */
  readonly how: number | 'stopped' | 'hangs'
  /** Standard output and error together. */
  readonly output: string
}

const running = new Set<ChildProcess>()

/** Runs node with `args`, until it ends, `enough` is true of its output, or its time is up. */
export function runNode(
  directory: string,
  args: readonly string[],
  limitMs: number,
  enough: (output: string) => boolean = () => false,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: directory,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    running.add(child)
    let output = ''
    let how: 'stopped' | 'hangs' | undefined
    const stop = (why: 'stopped' | 'hangs'): void => {
      how ??= why
      kill(child)
    }
    const timer = setTimeout(() => stop('hangs'), limitMs)
    const take = (chunk: Buffer): void => {
      output += chunk.toString()
      if (enough(output)) stop('stopped')
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.on('error', reject)
    child.on('close', (code) => {
      clearTimeout(timer)
      running.delete(child)
      resolve({ how: how ?? code ?? 1, output })
    })
  })
}

export function killAll(): void {
  for (const child of running) kill(child)
}

function kill({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}
