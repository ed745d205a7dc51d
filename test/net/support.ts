/** What the network tests share: servers on loopback, and waiting for conditions instead of for time. */
import { Server, ServerCredentials } from '@grpc/grpc-js'
import { SERVER_OPTIONS } from '../../src/net/channel.ts'
import type { NetEvent } from '../../src/net/net-log.ts'
import type { RequestContext } from '../../src/net/request-context.ts'
import { keyspaceId } from '../../src/base/ids.ts'
import type { Limits } from '../../src/shard/command.ts'

const PATIENCE_MS = 15_000

/** Lets the event loop run until `condition` holds; gives up long after anything that works would have happened. */
export async function until(condition: () => boolean): Promise<void> {
  const giveUpMs = performance.now() + PATIENCE_MS
  while (!condition()) {
    if (performance.now() > giveUpMs) throw new Error(`never came true: ${condition.toString()}`)
    await new Promise((resolve) => setImmediate(resolve))
  }
}

export function newServer(): Server {
  return new Server(SERVER_OPTIONS)
}

/** Starts on a free port of loopback, or on the given one; returns the address. */
export function listen(server: Server, port = 0): Promise<string> {
  return new Promise((resolve, reject) => {
    server.bindAsync(`127.0.0.1:${port}`, ServerCredentials.createInsecure(), (error, bound) => {
      if (error === null) resolve(`127.0.0.1:${bound}`)
      else reject(error)
    })
  })
}

export class RecordingLog {
  readonly events: NetEvent[] = []
  readonly log = (event: NetEvent): void => {
    this.events.push(event)
  }

  has(kind: NetEvent['kind']): boolean {
    return this.events.some((event) => event.kind === kind)
  }
}

export const TEST_LIMITS: Limits = {
  keyBytes: 4096,
  valueBytes: 1 << 20,
  clockActors: 64,
  transactionOperations: 1024,
  transactionBytes: 8 << 20,
  transactionParticipants: 64,
  clockMaxAheadMicros: 500_000,
}

const KEYSPACES = new Map([
  ['default', { id: keyspaceId(1), partition: { kind: 'key' } as const }],
  ['users', { id: keyspaceId(2), partition: { kind: 'first', parts: 2, separator: ':' } as const }],
])

export const TEST_CONTEXT: RequestContext = {
  keyspace: (name) => KEYSPACES.get(name),
  wasDropped: (name) => name === 'gone',
  limits: TEST_LIMITS,
}
