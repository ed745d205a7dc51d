/** Connecting: the composition root of the client. */
import { credentials } from '@grpc/grpc-js'
import { systemClock, systemScheduler } from '../base/clock.ts'
import { RingKvError } from '../base/errors.ts'
import { sessionDialer } from '../net/session-client.ts'
import { Client } from './client.ts'
import { Dispatcher } from './dispatcher.ts'
import { invalid, resolveConnectOptions, type ConnectOptions } from './options.ts'
import { randomClientId, randomJitter } from './random.ts'

/** How long one node may take to accept a session. */
const SESSION_TIMEOUT_MS = 3000

/**
 * Connects to a cluster by the addresses (`host:port`) of some of its nodes; the others are learnt. Resolves when the first
 * node has answered. Throws `NO_QUORUM` when none does in time.
 */
export async function connect(
  addresses: readonly string[],
  options: ConnectOptions = {},
): Promise<Client> {
  if (addresses.length === 0) throw invalid('give at least one address (host:port) to connect to')
  const defaults = resolveConnectOptions(options)
  const { signal } = options
  signal?.throwIfAborted()
  const dispatcher = new Dispatcher({
    clock: systemClock,
    scheduler: systemScheduler,
    random: randomJitter(),
    openSession: sessionDialer({
      scheduler: systemScheduler,
      credentials: credentials.createInsecure(),
      connectTimeoutMs: SESSION_TIMEOUT_MS,
    }),
    seeds: [...new Set(addresses)],
    actor: defaults.actor,
    clientId: randomClientId(),
  })
  try {
    await firstSession(dispatcher, addresses, defaults.connectTimeoutMs, signal)
  } catch (error) {
    dispatcher.close()
    throw error
  }
  return new Client(dispatcher, defaults)
}

function firstSession(
  dispatcher: Dispatcher,
  addresses: readonly string[],
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = systemScheduler.after(timeoutMs, () => {
      signal?.removeEventListener('abort', abort)
      const reasons = dispatcher.connectionFailures()
      reject(
        new RingKvError(
          'NO_QUORUM',
          `could not reach any of ${addresses.join(', ')} within ${timeoutMs} ms` +
            (reasons.length > 0 ? ` (${reasons.join('; ')})` : '') +
            '. Is the cluster running, and are these its addresses?',
        ),
      )
    })
    const abort = (): void => {
      timer.cancel()
      reject(signal!.reason as Error)
    }
    signal?.addEventListener('abort', abort, { once: true })
    dispatcher.whenOpen(() => {
      timer.cancel()
      signal?.removeEventListener('abort', abort)
      resolve()
    })
  })
}
