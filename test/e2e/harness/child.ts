/** A child process with what it wrote, and the promise that none outlives the tests. */
import { spawn, type ChildProcess } from 'node:child_process'

export interface Exit {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

export interface ChildOptions {
  readonly cwd?: string
  readonly environment?: Readonly<Record<string, string>>
  /** In a process group of its own, as a shell starts commands: signals go to its children as well. */
  readonly ownGroup?: boolean
}

const OUTPUT_KEPT = 1 << 26
const living = new Set<Child>()

// Whatever happens to the tests, their processes go with them. SIGKILL also ends a stopped process.
process.on('exit', () => living.forEach((child) => child.signal('SIGKILL')))

export class Child {
  readonly exited: Promise<Exit>
  stdout = ''
  stderr = ''
  private readonly process: ChildProcess
  private readonly ownGroup: boolean
  private ended: Exit | undefined

  constructor(program: string, args: readonly string[], options: ChildOptions = {}) {
    const child = spawn(process.execPath, [program, ...args], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { PATH: process.env['PATH'] ?? '', NO_COLOR: '1', ...options.environment },
      detached: options.ownGroup === true,
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    })
    this.process = child
    this.ownGroup = options.ownGroup === true
    living.add(this)
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.stdout = (this.stdout + text).slice(-OUTPUT_KEPT)
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.stderr = (this.stderr + text).slice(-OUTPUT_KEPT)
    })
    this.exited = new Promise((resolve, reject) => {
      child.on('error', reject)
      // After `close` everything that it wrote has been read.
      child.on('close', (code, signal) => {
        living.delete(this)
        this.ended = { code, signal }
        resolve(this.ended)
      })
    })
  }

  get pid(): number {
    return this.process.pid!
  }

  get running(): boolean {
    return this.ended === undefined
  }

  signal(signal: NodeJS.Signals): void {
    if (this.ownGroup) process.kill(-this.pid, signal)
    else this.process.kill(signal)
  }

  /** What someone types. */
  type(text: string): void {
    this.process.stdin!.write(text)
  }

  /** Ends its standard input, after this text if there is any. */
  endInput(text = ''): void {
    this.process.stdin!.end(text)
  }

  /** Waits for the end; fails, and kills it, when that does not come. */
  async exit(timeoutMs = 60_000): Promise<Exit> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        this.signal('SIGKILL')
        reject(new Error(`process ${this.pid} did not end within ${timeoutMs} ms: ${this.stderr}`))
      }, timeoutMs)
    })
    try {
      return await Promise.race([this.exited, late])
    } finally {
      clearTimeout(timer)
    }
  }
}

/** Whether a process of this id is there. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
