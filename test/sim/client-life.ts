/**
 * One life of a client's process. When it crashes its requests are never answered. Whoever runs it knows the ids of the writes that
 * it had begun, as a careful program that writes them down would, and can ask for them as another client.
 */
import { keyBytes, timestamp, type NodeId } from '../../src/base/ids.ts'
import type { Call, CallInit } from '../../src/client/call.ts'
import type { Client } from '../../src/client/client.ts'
import { Dispatcher } from '../../src/client/dispatcher.ts'
import type { UnresolvedOperation } from '../../src/client/errors.ts'
import type { NodeTime } from '../server/rig/rig-time.ts'

/** The process that asked is gone. */
export class ClientCrashed extends Error {
  override readonly name = 'ClientCrashed'
}

/** Writes down which writes it begins. */
export class WatchedDispatcher extends Dispatcher {
  readonly begun: UnresolvedOperation[] = []

  override submit(init: CallInit): Call {
    const { header, keyspace, key, keys } = init
    if (header !== undefined) {
      const { sequence, expiry } = header.id
      const id = this.ids.operationId(sequence, timestamp(expiry))
      this.begun.push({ id, keys: keys ?? [{ keyspace, key: keyBytes(key) }] })
    }
    return super.submit(init)
  }
}

export class ClientLife {
  readonly id: NodeId
  readonly client: Client
  isOver = false
  private readonly time: NodeTime
  private readonly begun: UnresolvedOperation[]
  private readonly whenOver = new Set<() => void>()

  constructor(id: NodeId, time: NodeTime, client: Client, begun: UnresolvedOperation[]) {
    this.id = id
    this.time = time
    this.client = client
    this.begun = begun
  }

  /** Settles as the request does. Throws `ClientCrashed` when the process dies first. */
  during<Answer>(request: () => Promise<Answer>): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const over = (): void => reject(new ClientCrashed('the client crashed'))
      this.whenOver.add(over)
      const settled = (): boolean => this.whenOver.delete(over)
      request()
        .finally(settled)
        .then(resolve, (error: unknown) =>
          reject(error instanceof Error ? error : new Error(String(error))),
        )
    })
  }

  /** The writes that were begun since this was called last, oldest first. */
  takeBegun(): UnresolvedOperation[] {
    return this.begun.splice(0)
  }

  crash(): void {
    this.isOver = true
    this.time.kill()
    for (const over of this.whenOver) over()
    this.whenOver.clear()
  }
}
