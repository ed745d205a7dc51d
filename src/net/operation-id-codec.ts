/**
 * Operation ids between the wire (16 bytes of client id) and the domain (32 hexadecimal digits). On a session the client's own
 * id is named once, in its hello, and left out of every request; its text is made once a session, not once a request.
 */
import { timestamp, type OperationId } from '../base/ids.ts'
import type { wire } from './protobuf.ts'
import { bytesOf, invalid } from './request-context.ts'

const CLIENT_BYTES = 16

/** Header of a write as the gateway uses it. */
export interface WriteHeader {
  /** Undefined on a unary request that brought none: the gateway mints one. */
  readonly id: OperationId | undefined
  readonly lowWater: number
  /** Sent before, on any connection: only a recorded answer counts now (05, "When an answer is final"). */
  readonly resent: boolean
}

const NO_HEADER: WriteHeader = { id: undefined, lowWater: 0, resent: false }

/** The client id of a hello as text. @throws RingKvError INVALID_ARGUMENT unless it has 16 bytes */
export function decodeClientId(bytes: Uint8Array | null | undefined): string {
  const client = bytesOf(bytes)
  if (client.length !== CLIENT_BYTES) {
    throw invalid(`a client id must have ${CLIENT_BYTES} bytes, not ${client.length}`)
  }
  return Buffer.from(client.buffer, client.byteOffset, client.length).toString('hex')
}

/**
 * `ownClient` is the session's client id, empty on a unary call.
 * @throws RingKvError INVALID_ARGUMENT for a malformed id, and on a session for a missing one
 */
export function decodeHeader(
  header: wire.WriteHeader.$Properties | null | undefined,
  ownClient: string,
): WriteHeader {
  if (header === null || header === undefined) {
    if (ownClient === '') return NO_HEADER
    throw invalid('a write on a session needs a header with its operation id')
  }
  const { id } = header
  const present = id !== null && id !== undefined
  if (!present && ownClient !== '') throw invalid('the header of a write needs an operation id')
  return {
    id: present ? decodeOperationId(id, ownClient) : undefined,
    lowWater: header.lowWater ?? 0,
    resent: header.resent ?? false,
  }
}

/** @throws RingKvError INVALID_ARGUMENT */
export function decodeOperationId(
  id: wire.OperationId.$Properties | null | undefined,
  ownClient: string,
): OperationId {
  const named = id?.client
  const foreign = named !== null && named !== undefined && named.length > 0
  if (!foreign && ownClient === '') throw invalid('an operation id must name its client')
  const expiry = id?.expiry ?? 0
  if (expiry === 0) throw invalid('an operation id must have an expiry')
  return {
    client: foreign ? decodeClientId(named) : ownClient,
    sequence: id?.sequence ?? 0,
    expiry: timestamp(expiry),
  }
}

export function encodeOperationId(id: OperationId): wire.OperationId.$Properties {
  return { client: Buffer.from(id.client, 'hex'), sequence: id.sequence, expiry: id.expiry }
}
