/** What every command works with: the global options, resolved, and connections made when first needed. */
import { existsSync, readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { AdminClient } from '../../client/admin.ts'
import { RingKv, type RingKvClient } from '../../client/index.ts'
import { usageError } from './exit.ts'
import { Output, parseFormat } from './output.ts'
import { parseDuration } from './values.ts'

export const DEFAULT_ENDPOINTS: readonly string[] = [
  '127.0.0.1:7401',
  '127.0.0.1:7402',
  '127.0.0.1:7403',
]
/** Nobody at a prompt wants to wait longer to hear that no node is there. */
const CONNECT_TIMEOUT_MS = 3000
/** Written by `kvctl dev`. */
export const ENDPOINTS_FILE = 'data/endpoints'

/** Options that every command knows. */
export interface GlobalOptions {
  readonly endpoints?: string
  readonly timeout: string
  readonly output: string
  readonly keyspace?: string
  readonly actor?: string
}

export interface Environment {
  readonly variables: Readonly<Record<string, string | undefined>>
  readonly isTerminal: boolean
  readonly write: (text: string) => void
  /** Asks whoever sits at the terminal; undefined when nobody does. */
  readonly ask: (question: string) => Promise<string | undefined>
}

export class CliSession {
  readonly output: Output
  readonly timeoutMs: number
  readonly endpoints: readonly string[]
  /** As in `Environment`. */
  readonly ask: Environment['ask']
  private readonly options: GlobalOptions
  private kvClient: RingKvClient | undefined
  private adminClient: AdminClient | undefined

  constructor(options: GlobalOptions, environment: Environment) {
    this.options = options
    this.ask = environment.ask
    this.output = new Output(parseFormat(options.output), environment.isTerminal, environment.write)
    this.timeoutMs = parseDuration(options.timeout)
    this.endpoints = findEndpoints(options.endpoints, environment.variables)
  }

  /** The data client, connected. */
  async kv(): Promise<RingKvClient> {
    const { keyspace, actor } = this.options
    this.kvClient ??= await RingKv.connect(this.endpoints, {
      timeoutMs: this.timeoutMs,
      connectTimeoutMs: Math.min(this.timeoutMs, CONNECT_TIMEOUT_MS),
      ...(keyspace === undefined ? {} : { keyspace }),
      ...(actor === undefined ? {} : { actor }),
    })
    return this.kvClient
  }

  admin(): AdminClient {
    this.adminClient ??= new AdminClient(this.endpoints, { timeoutMs: this.timeoutMs })
    return this.adminClient
  }

  async close(): Promise<void> {
    this.adminClient?.close()
    await this.kvClient?.close()
  }
}

/** Addresses by flag, else environment, else the file of a local cluster, else its default ports. */
export function findEndpoints(
  flag: string | undefined,
  variables: Environment['variables'],
): readonly string[] {
  const given = flag ?? variables['RINGKV_ENDPOINTS']
  if (given !== undefined && given !== '') return parseEndpoints(given)
  if (existsSync(ENDPOINTS_FILE)) return parseEndpoints(readFileSync(ENDPOINTS_FILE, 'utf8'))
  return DEFAULT_ENDPOINTS
}

function parseEndpoints(text: string): string[] {
  const endpoints = text.split(/[\s,]+/).filter((part) => part !== '')
  if (endpoints.length === 0) throw usageError('--endpoints is empty; give HOST:PORT,HOST:PORT,…')
  for (const endpoint of endpoints) {
    if (!/^(\[[0-9a-fA-F:]+\]|[^:\s]+):\d{1,5}$/.test(endpoint)) {
      throw usageError(`"${endpoint}" is not an address; write HOST:PORT`)
    }
  }
  return endpoints
}

/** Runs one command's work with a session of its own, and closes it afterwards. */
export type RunCommand = (
  command: Command,
  work: (session: CliSession) => Promise<void>,
) => Promise<void>
