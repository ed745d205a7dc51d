/** One node of a local cluster: a `kvd` child process, its flags, and what can be said when it has died. */
import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { FATAL_EXIT_CODES } from '../../base/errors.ts'

export interface NodePlan {
  readonly id: number
  /** Where it serves gRPC. */
  readonly listen: string
  /** Where it serves metrics and health. */
  readonly http: string
  readonly data: string
  readonly logFile: string
  /** Flags that all nodes share. */
  readonly common: readonly string[]
}

/** How a child ended. */
export interface NodeExit {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

const STDERR_KEPT = 4000
const LOG_TAIL_BYTES = 8192
const LOG_TAIL_LINES = 8

/** The command that runs kvd: compiled when this file is, else through the TypeScript loader. */
function kvdCommand(): string[] {
  const compiled = import.meta.url.endsWith('.js')
  const path = fileURLToPath(new URL(compiled ? '../kvd.js' : '../kvd.ts', import.meta.url))
  const loader = compiled ? [] : ['--import', import.meta.resolve('tsx')]
  return [process.execPath, ...loader, path]
}

function nodeFlags(plan: NodePlan): string[] {
  return [
    ...['--node-id', String(plan.id)],
    ...['--listen', plan.listen],
    ...['--http', plan.http],
    ...['--data', plan.data],
    ...['--log-file', plan.logFile],
    ...plan.common,
  ]
}

export class DevNode {
  readonly plan: NodePlan
  private readonly onExit: (node: DevNode, exit: NodeExit) => void
  private child: ChildProcess | undefined
  private stderr = ''
  private exited: Promise<void> = Promise.resolve()

  constructor(plan: NodePlan, onExit: (node: DevNode, exit: NodeExit) => void) {
    this.plan = plan
    this.onExit = onExit
  }

  get running(): boolean {
    return this.child !== undefined
  }

  get pid(): number | undefined {
    return this.child?.pid
  }

  start(): void {
    this.stderr = ''
    const [program, ...leading] = kvdCommand()
    const child = spawn(program!, [...leading, ...nodeFlags(this.plan)], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    this.child = child
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.stderr = (this.stderr + text).slice(-STDERR_KEPT)
    })
    this.exited = new Promise((resolve) => {
      const ended = (exit: NodeExit): void => {
        if (this.child !== child) return
        this.child = undefined
        resolve()
        this.onExit(this, exit)
      }
      child.on('error', (error) => {
        this.stderr += error.message
        ended({ code: null, signal: null })
      })
      // After `close` everything that it wrote has been read.
      child.on('close', (code, signal) => ended({ code, signal }))
    })
  }

  /** Asks it to stop; resolves when it has ended. After `graceMs` it is killed. */
  async stop(graceMs: number): Promise<void> {
    const { child } = this
    if (child === undefined) return
    child.kill('SIGTERM')
    const timer = setTimeout(() => child.kill('SIGKILL'), graceMs)
    await this.exited
    clearTimeout(timer)
  }

  /** Ends it at once. */
  kill(): void {
    this.child?.kill('SIGKILL')
  }

  /** The last lines that it wrote: to standard error, else to its log. */
  lastWords(): string[] {
    const text = this.stderr.trim() === '' ? tailOf(this.plan.logFile) : this.stderr
    return text.trimEnd().split('\n').slice(-LOG_TAIL_LINES)
  }
}

/** `exit code 71 (address-in-use)`, `killed by SIGKILL`. */
export function describeExit({ code, signal }: NodeExit): string {
  if (signal !== null) return `killed by ${signal}`
  if (code === null) return 'could not be started'
  const kind = Object.entries(FATAL_EXIT_CODES).find(([, exitCode]) => exitCode === code)?.[0]
  return `exit code ${code}${kind === undefined ? '' : ` (${kind})`}`
}

function tailOf(path: string): string {
  if (!existsSync(path)) return ''
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    const length = Math.min(size, LOG_TAIL_BYTES)
    const buffer = Buffer.alloc(length)
    readSync(file, buffer, 0, length, size - length)
    return buffer.toString('utf8')
  } finally {
    closeSync(file)
  }
}
