/** Forwarded requests and their answers, between gateways and shard leaders, on the wire. */
import { errorCodeOfWire, ERROR_TABLE, type ErrorCode } from '../base/errors.ts'
import { nodeId, shardId } from '../base/ids.ts'
import type { wire } from './protobuf.ts'
import type { ForwardAnswer, ForwardRequest } from './transport.ts'

export function encodeForwardRequest(
  id: number,
  request: ForwardRequest,
): wire.ForwardRequest.$Properties {
  return {
    id,
    shard: request.shard,
    rangeEpoch: request.rangeEpoch,
    timeoutMs: Math.max(1, Math.ceil(request.timeoutMs)),
    command: request.command ?? null,
    read: request.read ?? null,
    log: request.log,
  }
}

/** The bytes are views into the frame. */
export function decodeForwardRequest(request: wire.ForwardRequest.$Properties): ForwardRequest {
  return {
    shard: shardId(request.shard ?? 0),
    rangeEpoch: request.rangeEpoch ?? 0,
    timeoutMs: request.timeoutMs ?? 0,
    command: presentBytes(request.command),
    read: presentBytes(request.read),
    log: request.log ?? false,
  }
}

/** Neither a command nor a read is ever empty, and proto3 does not tell empty from absent. */
function presentBytes(bytes: Uint8Array | null | undefined): Uint8Array | undefined {
  return bytes === null || bytes === undefined || bytes.length === 0 ? undefined : bytes
}

export function encodeForwardAnswer(
  id: number,
  answer: ForwardAnswer,
): wire.ForwardReply.$Properties {
  switch (answer.kind) {
    case 'reply':
      return { id, reply: answer.reply }
    case 'read-reply':
      return { id, readReply: answer.reply }
    case 'error':
      return {
        id,
        error: {
          code: answer.code,
          name: errorCodeOfWire(answer.code),
          message: answer.message,
          retryAfterMs: Math.ceil(answer.retryAfterMs),
        },
        leader: answer.leader,
        maybeLogged: answer.maybeLogged,
      }
  }
}

export function decodeForwardAnswer(reply: wire.ForwardReply.$Properties): ForwardAnswer {
  if (reply.reply !== null && reply.reply !== undefined) {
    return { kind: 'reply', reply: reply.reply }
  }
  if (reply.readReply !== null && reply.readReply !== undefined) {
    return { kind: 'read-reply', reply: reply.readReply }
  }
  const { error } = reply
  return {
    kind: 'error',
    // An answer of a kind that this version does not know says nothing about what happened.
    code: error?.code ?? ERROR_TABLE.INTERNAL.wire,
    message: error?.message ?? 'the node answered with something that this version does not know',
    retryAfterMs: error?.retryAfterMs ?? 0,
    leader: nodeId(reply.leader ?? 0),
    maybeLogged: (reply.maybeLogged ?? false) || error === null || error === undefined,
  }
}

/** An answer that this node gives itself, because the peer could not. */
export function localRefusal(
  code: ErrorCode,
  message: string,
  maybeLogged: boolean,
): ForwardAnswer {
  return {
    kind: 'error',
    code: ERROR_TABLE[code].wire,
    message,
    retryAfterMs: 0,
    leader: nodeId(0),
    maybeLogged,
  }
}
