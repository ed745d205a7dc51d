/**
 * Asking what became of an operation whose answer was lost (05, "Unknown outcome"). The shards of its keys either know, or
 * see to it that it can never happen any more; only then is it called aborted.
 */
import { RingKvError } from '../base/errors.ts'
import { keyOfBytes } from '../base/ids.ts'
import { wire } from '../net/protobuf.ts'
import type { ClientCore } from './core.ts'
import { formatOperationId, type UnresolvedOperation } from './errors.ts'

export type Resolution =
  /** It happened; `timestamp` is when. */
  | { readonly outcome: 'committed'; readonly timestamp: number }
  /** It did not happen and never will. */
  | { readonly outcome: 'aborted' }

const { OUTCOME_COMMITTED, OUTCOME_ABORTED } = wire.ResolveResponse.Outcome

/** Throws `OUTCOME_EXPIRED` when the shards no longer know, and the errors of a read. */
export async function resolveOperation(
  core: ClientCore,
  operation: UnresolvedOperation,
  deadlineMs: number,
  signal: AbortSignal | undefined,
): Promise<Resolution> {
  const { id } = operation
  const first = operation.keys[0]
  const request = {
    resolve: {
      id: {
        client: Buffer.from(id.client, 'hex'),
        sequence: id.sequence,
        expiry: id.expiry as number,
      },
      keys: operation.keys.map(({ keyspace, key }) => ({ keyspace, key })),
    },
  }
  const { outcome, timestamp } = await core.invoke(
    {
      kind: 'read',
      request,
      ...(first === undefined ? {} : { keyspace: first.keyspace, key: keyOfBytes(first.key) }),
    },
    deadlineMs,
    signal,
    (response) => ({
      outcome: response.resolve?.outcome,
      timestamp: response.resolve?.timestamp ?? 0,
    }),
  )
  if (outcome === OUTCOME_COMMITTED) return { outcome: 'committed', timestamp }
  if (outcome === OUTCOME_ABORTED) return { outcome: 'aborted' }
  throw new RingKvError(
    'OUTCOME_EXPIRED',
    `the outcome of operation ${formatOperationId(id)} is no longer known: it may have happened. Read its keys to see`,
    operation,
  )
}
