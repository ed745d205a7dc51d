/**
 * The gRPC services of proto/ as method tables, built from the generated codecs. Streams that carry frames pass bytes
 * through untouched in both directions: whoever owns the stream encodes a frame once and decodes it by its own rules.
 */
import type { MethodDefinition, UntypedServiceImplementation } from '@grpc/grpc-js'
import { encodeMessage, wire, type MessageType } from './protobuf.ts'

/** A method whose messages are typed on both sides. */
export type Method<Request, Response> = MethodDefinition<Request, Response>

interface Streams {
  readonly requestStream?: boolean
  readonly responseStream?: boolean
}

function method<In, DecodedIn extends In, Out, DecodedOut extends Out>(
  path: string,
  request: MessageType<In, DecodedIn>,
  response: MessageType<Out, DecodedOut>,
  streams: Streams = {},
): MethodDefinition<DecodedIn, DecodedOut> {
  return {
    path,
    requestStream: streams.requestStream ?? false,
    responseStream: streams.responseStream ?? false,
    requestSerialize: (message) => encodeMessage(request, message),
    requestDeserialize: (bytes) => request.decode(bytes),
    responseSerialize: (message) => encodeMessage(response, message),
    responseDeserialize: (bytes) => response.decode(bytes),
  }
}

/** Responses are frames that are encoded already. */
function framesOut<In, DecodedIn extends In>(
  path: string,
  request: MessageType<In, DecodedIn>,
): MethodDefinition<DecodedIn, Buffer> {
  return {
    ...method(path, request, wire.RaftFrame, { responseStream: true }),
    responseSerialize: asIs,
    responseDeserialize: asIs,
  }
}

/** Both directions are frames that are encoded already. */
function framesBothWays(path: string): MethodDefinition<Buffer, Buffer> {
  return {
    path,
    requestStream: true,
    responseStream: true,
    requestSerialize: asIs,
    requestDeserialize: asIs,
    responseSerialize: asIs,
    responseDeserialize: asIs,
  }
}

function asIs(frame: Buffer): Buffer {
  return frame
}

const KV = '/ringkv.v1.Kv'

export const KV_SERVICE = {
  Session: framesBothWays(`${KV}/Session`),
  Get: method(`${KV}/Get`, wire.GetRequest, wire.GetResponse),
  BatchGet: method(`${KV}/BatchGet`, wire.BatchGetRequest, wire.BatchGetResponse),
  ScanPage: method(`${KV}/ScanPage`, wire.ScanRequest, wire.ScanResponse),
  Scan: method(`${KV}/Scan`, wire.ScanRequest, wire.ScanResponse, { responseStream: true }),
  Watch: method(`${KV}/Watch`, wire.WatchRequest, wire.WatchResponse, { responseStream: true }),
  Put: method(`${KV}/Put`, wire.PutRequest, wire.WriteResponse),
  Delete: method(`${KV}/Delete`, wire.DeleteRequest, wire.WriteResponse),
  Increment: method(`${KV}/Increment`, wire.IncrementRequest, wire.WriteResponse),
  ListAppend: method(`${KV}/ListAppend`, wire.ListRequest, wire.WriteResponse),
  ListPrepend: method(`${KV}/ListPrepend`, wire.ListRequest, wire.WriteResponse),
  ListRemove: method(`${KV}/ListRemove`, wire.ListRequest, wire.WriteResponse),
  DeleteRange: method(`${KV}/DeleteRange`, wire.DeleteRangeRequest, wire.DeleteRangeResponse),
  BatchPut: method(`${KV}/BatchPut`, wire.BatchPutRequest, wire.BatchPutResponse),
  Transact: method(`${KV}/Transact`, wire.TransactRequest, wire.TransactResponse),
  Begin: method(`${KV}/Begin`, wire.BeginRequest, wire.BeginResponse),
  Commit: method(`${KV}/Commit`, wire.CommitRequest, wire.TransactResponse),
  Conflicts: method(`${KV}/Conflicts`, wire.ConflictsRequest, wire.ConflictsResponse),
  History: method(`${KV}/History`, wire.HistoryRequest, wire.HistoryResponse),
  Resolve: method(`${KV}/Resolve`, wire.ResolveRequest, wire.ResolveResponse),
}

const ADMIN = '/ringkv.v1.Admin'

export const ADMIN_SERVICE = {
  Status: method(`${ADMIN}/Status`, wire.StatusRequest, wire.StatusResponse),
  ListNodes: method(`${ADMIN}/ListNodes`, wire.ListNodesRequest, wire.ListNodesResponse),
  ListShards: method(`${ADMIN}/ListShards`, wire.ListShardsRequest, wire.ListShardsResponse),
  SplitShard: method(`${ADMIN}/SplitShard`, wire.SplitShardRequest, wire.SplitShardResponse),
  ListKeyspaces: method(
    `${ADMIN}/ListKeyspaces`,
    wire.ListKeyspacesRequest,
    wire.ListKeyspacesResponse,
  ),
  CreateKeyspace: method(`${ADMIN}/CreateKeyspace`, wire.CreateKeyspaceRequest, wire.KeyspaceInfo),
  AlterKeyspace: method(`${ADMIN}/AlterKeyspace`, wire.AlterKeyspaceRequest, wire.KeyspaceInfo),
  ShowKeyspace: method(
    `${ADMIN}/ShowKeyspace`,
    wire.ShowKeyspaceRequest,
    wire.ShowKeyspaceResponse,
  ),
  DropKeyspace: method(`${ADMIN}/DropKeyspace`, wire.DropKeyspaceRequest, wire.KeyspaceInfo),
  TakeHold: method(`${ADMIN}/TakeHold`, wire.TakeHoldRequest, wire.HoldInfo),
  RenewHold: method(`${ADMIN}/RenewHold`, wire.RenewHoldRequest, wire.HoldInfo),
  ReleaseHold: method(`${ADMIN}/ReleaseHold`, wire.ReleaseHoldRequest, wire.ReleaseHoldResponse),
  ListHolds: method(`${ADMIN}/ListHolds`, wire.ListHoldsRequest, wire.ListHoldsResponse),
}

const RAFT = '/ringkv.v1.Raft'

export const RAFT_SERVICE = {
  Listen: framesOut(`${RAFT}/Listen`, wire.RaftHello),
  FetchSnapshot: method(`${RAFT}/FetchSnapshot`, wire.SnapshotRequest, wire.SnapshotChunk, {
    responseStream: true,
  }),
}

const INTERNAL = '/ringkv.v1.Internal'

export const INTERNAL_SERVICE = {
  Forward: framesBothWays(`${INTERNAL}/Forward`),
  WatchMap: method(`${INTERNAL}/WatchMap`, wire.WatchMapRequest, wire.MapUpdate, {
    responseStream: true,
  }),
  Heartbeat: method(`${INTERNAL}/Heartbeat`, wire.HeartbeatRequest, wire.HeartbeatResponse),
  ProposePlacement: method(
    `${INTERNAL}/ProposePlacement`,
    wire.PlacementRequest,
    wire.PlacementResponse,
  ),
  Reports: method(`${INTERNAL}/Reports`, wire.ReportsRequest, wire.ReportsResponse),
}

/** Handlers for a service: one per method of its table. */
export type Handlers<Service> = {
  readonly [Name in keyof Service]: UntypedServiceImplementation[string]
}
