/**
 * The services that nodes call on each other, as handlers for a gRPC server: `Raft` and `Internal`, answered by the node's
 * `NodeHandlers`. Every call is checked to come from the same cluster before anything of it is used.
 */
import {
  Metadata,
  status,
  type sendUnaryData,
  type Server,
  type ServerDuplexStream,
  type ServerUnaryCall,
  type ServerWritableStream,
} from '@grpc/grpc-js'
import { RingKvError } from '../base/errors.ts'
import { nodeId, type NodeId } from '../base/ids.ts'
import { encodeError, statusOfError } from './error-codec.ts'
import { ForwardServer, type ForwardServerOptions } from './forward-server.ts'
import { refuseStranger } from './peer-identity.ts'
import {
  decodeHeartbeat,
  encodeHeartbeatAnswer,
  encodeMapUpdate,
  encodePlacementAnswer,
  encodeReports,
} from './placement-codec.ts'
import type { wire } from './protobuf.ts'
import type { ListenCall } from './raft-streams.ts'
import { INTERNAL_SERVICE, RAFT_SERVICE, type Handlers } from './services.ts'
import { decodeSnapshotRequest, sendSnapshot, type SnapshotServerCall } from './snapshot-stream.ts'
import type { NodeHandlers } from './transport.ts'

export interface NodeServices {
  readonly options: ForwardServerOptions
  readonly handlers: NodeHandlers
  /** A peer listens to what this node has to say. */
  listening(peer: NodeId, bootId: string, call: ListenCall): void
}

/** Adds `Raft` and `Internal` to `server`. */
export function addNodeServices(server: Server, services: NodeServices): void {
  server.addService(RAFT_SERVICE, raftHandlers(services))
  server.addService(INTERNAL_SERVICE, internalHandlers(services))
}

function raftHandlers(services: NodeServices): Handlers<typeof RAFT_SERVICE> {
  const { options, handlers } = services
  return {
    Listen: (call: ListenCall) => {
      const { clusterId, node, bootId, to } = call.request
      const refusal = refuseStranger(options, { clusterId, to }, call.getPeer(), options.log)
      if (refusal !== undefined) call.emit('error', refusal)
      else services.listening(nodeId(node), bootId, call)
    },
    FetchSnapshot: (call: SnapshotServerCall) => {
      const { clusterId } = call.request
      const refusal = refuseStranger(options, { clusterId, to: 0 }, call.getPeer(), options.log)
      call.on('error', () => undefined)
      if (refusal !== undefined) {
        call.emit('error', refusal)
        return
      }
      handlers
        .snapshot(decodeSnapshotRequest(call.request))
        .then((source) => sendSnapshot(call, source))
        .catch((error: unknown) => {
          const details = error instanceof Error ? error.message : String(error)
          const coded = error instanceof RingKvError ? statusOfError(encodeError(error)) : undefined
          call.emit('error', coded ?? { code: status.UNAVAILABLE, details })
        })
    },
  }
}

type Unary<Request, Response> = ServerUnaryCall<Request, Response>

function internalHandlers(services: NodeServices): Handlers<typeof INTERNAL_SERVICE> {
  const { options, handlers } = services
  const stranger = (call: { getPeer(): string }, clusterId: string) =>
    refuseStranger(options, { clusterId, to: 0 }, call.getPeer(), options.log) ?? null
  return {
    Forward: (call: ServerDuplexStream<Buffer, Buffer>) => {
      new ForwardServer(call, options, handlers)
    },
    WatchMap: (call: ServerWritableStream<wire.WatchMapRequest, wire.MapUpdate.$Properties>) => {
      const refusal = stranger(call, call.request.clusterId)
      call.on('error', () => undefined)
      if (refusal === null) watchMap(call, handlers)
      else call.emit('error', refusal)
    },
    Heartbeat: (
      call: Unary<wire.HeartbeatRequest, wire.HeartbeatResponse>,
      callback: sendUnaryData<wire.HeartbeatResponse.$Properties>,
    ) => {
      const refusal = stranger(call, call.request.clusterId)
      if (refusal === null) {
        const answer = handlers.heartbeat(decodeHeartbeat(call.request))
        callback(null, encodeHeartbeatAnswer(answer))
      } else callback(refusal)
    },
    ProposePlacement: (
      call: Unary<wire.PlacementRequest, wire.PlacementResponse>,
      callback: sendUnaryData<wire.PlacementResponse.$Properties>,
    ) => {
      const refusal = stranger(call, call.request.clusterId)
      if (refusal !== null) {
        callback(refusal)
        return
      }
      handlers.proposePlacement(call.request.command).then(
        (answer) => callback(null, encodePlacementAnswer(answer)),
        (error: unknown) => {
          const details = error instanceof Error ? error.message : String(error)
          callback({ code: status.UNAVAILABLE, details })
        },
      )
    },
    Reports: (
      call: Unary<wire.ReportsRequest, wire.ReportsResponse>,
      callback: sendUnaryData<wire.ReportsResponse.$Properties>,
    ) => {
      const refusal = stranger(call, call.request.clusterId)
      if (refusal === null) callback(null, encodeReports(handlers.reports()))
      else callback(refusal)
    },
  }
}

/** Updates that a watcher may leave untaken; then it is cut off, and asks again from where it was. */
const MAP_UPDATES_UNTAKEN_MAX = 10_000

function watchMap(
  call: ServerWritableStream<wire.WatchMapRequest, wire.MapUpdate.$Properties>,
  handlers: NodeHandlers,
): void {
  const cancelled = new AbortController()
  call.on('cancelled', () => cancelled.abort())
  call.on('close', () => cancelled.abort())
  call.sendMetadata(new Metadata())
  handlers.watchMap(
    call.request.since,
    (update) => {
      if (cancelled.signal.aborted) return
      if (call.writableLength >= MAP_UPDATES_UNTAKEN_MAX) {
        cancelled.abort()
        call.emit('error', { code: status.RESOURCE_EXHAUSTED, details: 'the watcher is too slow' })
        return
      }
      call.write(encodeMapUpdate(update))
    },
    cancelled.signal,
  )
}
