/** Calls to a node that may lead placement: heartbeats, commands, and the shard map as it changes. */
import {
  Metadata,
  status,
  type ChannelCredentials,
  type Client,
  type ServiceError,
} from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/grpc-js'
import type { Clock } from '../base/clock.ts'
import { dial } from './channel.ts'
import type { Identity } from './peer-identity.ts'
import {
  decodeHeartbeatAnswer,
  decodeMapUpdate,
  decodePlacementAnswer,
  decodeReports,
  encodeHeartbeat,
} from './placement-codec.ts'
import { wire } from './protobuf.ts'
import { INTERNAL_SERVICE } from './services.ts'
import type {
  ClusterReports,
  HeartbeatAnswer,
  MapUpdate,
  NodeHeartbeat,
  PlacementAnswer,
} from './transport.ts'

/** Milliseconds; a peer that takes longer is as good as silent. */
const CALL_TIMEOUT_MS = 5_000
const WINDOW_BYTES = 1 << 20
/** After these the next call dials anew. */
const CONNECTION_FAILURES: ReadonlySet<status> = new Set([
  status.UNAVAILABLE,
  status.DEADLINE_EXCEEDED,
])

export interface PlacementClientOptions extends Identity {
  readonly clock: Clock
  readonly credentials: ChannelCredentials
}

export class PlacementClient {
  private readonly address: string
  private readonly options: PlacementClientOptions
  private client: Client | undefined

  constructor(address: string, options: PlacementClientOptions) {
    this.address = address
    this.options = options
  }

  /** Rejects when the peer does not answer in time, or refuses. */
  async heartbeat(heartbeat: NodeHeartbeat): Promise<HeartbeatAnswer> {
    const request = new wire.HeartbeatRequest(encodeHeartbeat(this.options.clusterId, heartbeat))
    return decodeHeartbeatAnswer(await this.call(INTERNAL_SERVICE.Heartbeat, request))
  }

  /** Rejects when the peer does not answer in time; the command may have been logged all the same. */
  async propose(command: Uint8Array): Promise<PlacementAnswer> {
    const request = new wire.PlacementRequest({ clusterId: this.options.clusterId, command })
    return decodePlacementAnswer(await this.call(INTERNAL_SERVICE.ProposePlacement, request))
  }

  /** Rejects when the peer does not answer in time. */
  async reports(): Promise<ClusterReports> {
    const request = new wire.ReportsRequest({ clusterId: this.options.clusterId })
    return decodeReports(await this.call(INTERNAL_SERVICE.Reports, request))
  }

  /** Resolves when the peer ends the stream or `cancelled` is aborted, rejects when it breaks. */
  watchMap(
    since: number,
    onUpdate: (update: MapUpdate) => void,
    cancelled: AbortSignal,
  ): Promise<void> {
    const { clusterId, node } = this.options
    const { path, requestSerialize, responseDeserialize } = INTERNAL_SERVICE.WatchMap
    const call = this.connection().makeServerStreamRequest(
      path,
      requestSerialize,
      responseDeserialize,
      new wire.WatchMapRequest({ clusterId, node, since }),
      new Metadata(),
    )
    return new Promise((resolve, reject) => {
      const cancel = () => call.cancel()
      cancelled.addEventListener('abort', cancel)
      if (cancelled.aborted) cancel()
      call.on('data', (update: wire.MapUpdate) => {
        if (!cancelled.aborted) onUpdate(decodeMapUpdate(update))
      })
      call.on('error', (error: Error) => {
        cancelled.removeEventListener('abort', cancel)
        if (cancelled.aborted) resolve()
        else {
          this.reconnect()
          reject(error)
        }
      })
      call.on('end', () => {
        cancelled.removeEventListener('abort', cancel)
        resolve()
      })
    })
  }

  close(): void {
    this.reconnect()
  }

  private call<Request, Response>(
    method: MethodDefinition<Request, Response>,
    request: Request,
  ): Promise<Response> {
    const { path, requestSerialize, responseDeserialize } = method
    const deadline = this.options.clock.wallMicros() / 1000 + CALL_TIMEOUT_MS
    return new Promise((resolve, reject) => {
      const answered = (error: ServiceError | null, response?: Response) => {
        if (error === null && response !== undefined) resolve(response)
        else {
          if (error !== null && CONNECTION_FAILURES.has(error.code)) this.reconnect()
          reject(error ?? new Error('an answer without content'))
        }
      }
      this.connection().makeUnaryRequest(
        path,
        requestSerialize,
        responseDeserialize,
        request,
        new Metadata(),
        { deadline },
        answered,
      )
    })
  }

  private connection(): Client {
    this.client ??= dial(this.address, this.options.credentials, WINDOW_BYTES)
    return this.client
  }

  /** The next call dials anew: a connection that failed once is not waited for. */
  private reconnect(): void {
    this.client?.close()
    this.client = undefined
  }
}
