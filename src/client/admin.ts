/**
 * Calls of the Admin service: seldom made, so plain unary calls, on whichever of the given nodes answers first in order.
 * Reads are repeated on the next node; a change is only repeated when it is certain that no node received it.
 */
import { credentials, Metadata, status, type Client, type ServiceError } from '@grpc/grpc-js'
import { systemClock } from '../base/clock.ts'
import { RingKvError } from '../base/errors.ts'
import { dial } from '../net/channel.ts'
import { ERROR_TRAILER } from '../net/error-codec.ts'
import { wire } from '../net/protobuf.ts'
import { ADMIN_SERVICE, type Method } from '../net/services.ts'
import { decodeError } from './errors.ts'
import { plainReason } from './reasons.ts'

const WINDOW_BYTES = 1 << 20

export interface AdminOptions {
  /** For the whole call, all nodes together. */
  readonly timeoutMs: number
}

/** Admin calls to a cluster. Connections are opened as needed; `close` ends them. */
export class AdminClient {
  private readonly addresses: readonly string[]
  private readonly options: AdminOptions
  private readonly clients = new Map<string, Client>()

  constructor(addresses: readonly string[], options: AdminOptions) {
    this.addresses = addresses
    this.options = options
  }

  status(): Promise<wire.StatusResponse> {
    return this.call(ADMIN_SERVICE.Status, {})
  }

  async listNodes(): Promise<wire.NodeInfo.$Properties[]> {
    return (await this.call(ADMIN_SERVICE.ListNodes, {})).nodes
  }

  async listShards(): Promise<wire.ShardInfo.$Properties[]> {
    return (await this.call(ADMIN_SERVICE.ListShards, {})).shards
  }

  /**
   * Has placement split a shard, and returns the operator that does it; with `plan` only says what would happen. Throws `NOT_FOUND`,
   * `CONFLICT` where the token does not divide the shard, and `ALREADY_EXISTS` while something else is done to it.
   */
  splitShard(request: wire.SplitShardRequest.$Properties): Promise<wire.SplitShardResponse> {
    return this.call(ADMIN_SERVICE.SplitShard, request)
  }

  async listKeyspaces(): Promise<wire.KeyspaceInfo.$Properties[]> {
    return (await this.call(ADMIN_SERVICE.ListKeyspaces, {})).keyspaces
  }

  /**
   * Creates a keyspace, or finds (`existed`) the one that has this name and exactly these rules. Throws `ALREADY_EXISTS`,
   * naming the differences, if it has others.
   */
  createKeyspace(
    request: wire.CreateKeyspaceRequest.$Properties,
  ): Promise<wire.KeyspaceInfo.$Properties> {
    return this.call(ADMIN_SERVICE.CreateKeyspace, request)
  }

  /** Changes what the request gives. Throws `KEYSPACE_UNKNOWN`, `INVALID_ARGUMENT`. */
  alterKeyspace(
    request: wire.AlterKeyspaceRequest.$Properties,
  ): Promise<wire.KeyspaceInfo.$Properties> {
    return this.call(ADMIN_SERVICE.AlterKeyspace, request)
  }

  /** Throws `KEYSPACE_UNKNOWN`. */
  showKeyspace(name: string): Promise<wire.ShowKeyspaceResponse.$Properties> {
    return this.call(ADMIN_SERVICE.ShowKeyspace, { name })
  }

  /**
   * Drops a keyspace with everything in it; there is no way back. `id`: only if the name means that very keyspace.
   * Throws `KEYSPACE_UNKNOWN`, and `INVALID_ARGUMENT` for `default`.
   */
  dropKeyspace(name: string, id = 0): Promise<wire.KeyspaceInfo.$Properties> {
    return this.call(ADMIN_SERVICE.DropKeyspace, { name, id })
  }

  /**
   * Keeps history readable from `readAt` (default now) on, in a keyspace or all of them, until the hold is released or
   * expires. Throws `SNAPSHOT_TOO_OLD` where that is out of the retention already.
   */
  takeHold(request: wire.TakeHoldRequest.$Properties): Promise<wire.HoldInfo.$Properties> {
    return this.call(ADMIN_SERVICE.TakeHold, request)
  }

  /** Throws `NOT_FOUND` if it has expired: what it held may be gone. */
  renewHold(id: number, lifeMs: number): Promise<wire.HoldInfo.$Properties> {
    return this.call(ADMIN_SERVICE.RenewHold, { id, lifeMs })
  }

  async releaseHold(id: number): Promise<void> {
    await this.call(ADMIN_SERVICE.ReleaseHold, { id })
  }

  async listHolds(): Promise<wire.HoldInfo.$Properties[]> {
    return (await this.call(ADMIN_SERVICE.ListHolds, {})).holds
  }

  close(): void {
    for (const client of this.clients.values()) client.close()
    this.clients.clear()
  }

  private async call<Request, Response>(
    method: Method<Request, Response>,
    request: NoInfer<Request> | object,
  ): Promise<Response> {
    const deadlineMs = systemClock.monotonicMs() + this.options.timeoutMs
    const failures: string[] = []
    for (const address of this.addresses) {
      const remainingMs = deadlineMs - systemClock.monotonicMs()
      if (remainingMs <= 0) break
      try {
        return await this.callNode(address, method, request as Request, remainingMs)
      } catch (error) {
        if (!(error instanceof Unreachable)) throw error
        // The library would hold the failure against later calls: the next one dials afresh.
        this.clients.get(address)?.close()
        this.clients.delete(address)
        failures.push(`${address}: ${error.message}`)
      }
    }
    throw new RingKvError(
      'NO_QUORUM',
      `no node answered (${failures.join('; ') || 'no time left'}). Is the cluster running, and are these its addresses?`,
    )
  }

  private callNode<Request, Response>(
    address: string,
    method: Method<Request, Response>,
    request: Request,
    timeoutMs: number,
  ): Promise<Response> {
    let client = this.clients.get(address)
    if (client === undefined) {
      client = dial(address, credentials.createInsecure(), WINDOW_BYTES)
      this.clients.set(address, client)
    }
    return new Promise((resolve, reject) => {
      client.makeUnaryRequest(
        method.path,
        method.requestSerialize,
        method.responseDeserialize,
        request,
        new Metadata(),
        { deadline: systemClock.wallMicros() / 1000 + timeoutMs },
        (error, response) => {
          if (error === null) resolve(response!)
          else reject(asClientError(error))
        },
      )
    })
  }
}

/** The call did not reach a node that could answer. */
class Unreachable extends Error {}

function asClientError(error: ServiceError): Error {
  const [encoded] = error.metadata.get(ERROR_TRAILER)
  if (encoded !== undefined && typeof encoded !== 'string') {
    return decodeError(wire.Error.decode(encoded))
  }
  if (error.code === status.UNAVAILABLE) return new Unreachable(plainReason(error.details))
  if (error.code === status.DEADLINE_EXCEEDED) return new Unreachable('no answer in time')
  if (error.code === status.UNIMPLEMENTED) {
    return new RingKvError('UNIMPLEMENTED', 'this server does not know the request: upgrade it')
  }
  return new RingKvError('INTERNAL', `the call failed: ${error.details}`)
}
