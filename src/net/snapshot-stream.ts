/**
 * A shard's snapshot from one node to another: a server stream of chunks, each with the CRC-32C of all rows so far, so
 * that a damaged, lost or doubled chunk is noticed at once and not after gigabytes. The sender reads the next chunk from
 * disk when the last one has left; the receiver takes them at its own pace.
 */
import type { ClientReadableStream, ServerWritableStream, ServiceError } from '@grpc/grpc-js'
import { crc32c } from '@node-rs/crc32'
import type { Scheduler, Timer } from '../base/clock.ts'
import { replicaId, shardId } from '../base/ids.ts'
import type { wire } from './protobuf.ts'
import { errorOfStatus } from './error-codec.ts'
import { decodeConfState, encodeConfState } from './raft-codec.ts'
import type { SnapshotHeader, SnapshotRequest, SnapshotSource } from './transport.ts'

/** Bytes of one message; a larger chunk travels in pieces. */
const PIECE_BYTES = 1 << 18
/** A chunk in pieces that never ends is not believed. */
const CHUNK_BYTES_MAX = 1 << 28
/** A transfer that brings nothing for so long is given up, milliseconds. */
const STALL_MS = 30_000

type Chunk = wire.SnapshotChunk.$Properties
export type SnapshotServerCall = ServerWritableStream<wire.SnapshotRequest, Chunk>

/** What is wrong with a snapshot that arrives; the transfer has to start again. */
export class SnapshotDamaged extends Error {
  override readonly name = 'SnapshotDamaged'
}

export function encodeSnapshotRequest(
  clusterId: string,
  node: number,
  request: SnapshotRequest,
): wire.SnapshotRequest.$Properties {
  const { shard, replica, resume } = request
  const resumeIndex = resume?.index ?? 0
  return { clusterId, node, shard, replica, resumeIndex, resumeChunks: resume?.chunks ?? 0 }
}

export function decodeSnapshotRequest(request: wire.SnapshotRequest): SnapshotRequest {
  const { shard, replica, resumeIndex, resumeChunks } = request
  return {
    shard: shardId(shard),
    replica: replicaId(replica),
    resume: resumeIndex === 0 ? undefined : { index: resumeIndex, chunks: resumeChunks },
  }
}

/** Sends `source` until its end, or until the receiver goes away. Rejects with what the source throws. */
export async function sendSnapshot(
  call: SnapshotServerCall,
  source: SnapshotSource,
): Promise<void> {
  if (!(await write(call, { header: encodeHeader(source.header) }))) return
  let checksum = 0
  for await (const chunk of source.chunks) {
    for (let start = 0; start < chunk.length; start += PIECE_BYTES) {
      const rows = chunk.subarray(start, start + PIECE_BYTES)
      checksum = crc32c(rows, checksum)
      const more = start + PIECE_BYTES < chunk.length
      if (!(await write(call, { rows, checksum, more }))) return
    }
  }
  await write(call, { checksum, last: true })
  call.end()
}

/** Resolves when the chunk has left: true, or when nobody receives any more: false. */
function write(call: SnapshotServerCall, chunk: Chunk): Promise<boolean> {
  return new Promise((resolve) => {
    const gone = () => resolve(false)
    if (call.cancelled || call.destroyed) {
      gone()
      return
    }
    call.once('cancelled', gone)
    call.write(chunk, () => {
      call.removeListener('cancelled', gone)
      resolve(!call.cancelled)
    })
  })
}

/**
 * The snapshot that arrives on `call`. Rejects if no header comes, with what the sender threw if it said; reading `chunks` throws `SnapshotDamaged` on a wrong
 * checksum or a missing end, and leaving the loop early ends the transfer. Chunks may be views into their messages.
 */
export async function receiveSnapshot(
  call: ClientReadableStream<wire.SnapshotChunk>,
  scheduler: Scheduler,
): Promise<SnapshotSource> {
  const messages = call[Symbol.asyncIterator]() as AsyncIterator<wire.SnapshotChunk>
  const watchdog = new Watchdog(call, scheduler)
  try {
    const first = await messages.next()
    const header = first.done === true ? undefined : first.value.header
    if (header === null || header === undefined) throw new SnapshotDamaged('no header came')
    return { header: decodeHeader(header), chunks: verified(call, messages, watchdog) }
  } catch (error) {
    watchdog.rest()
    call.cancel()
    throw errorOfStatus(error as Partial<ServiceError>) ?? error
  }
}

async function* verified(
  call: ClientReadableStream<wire.SnapshotChunk>,
  messages: AsyncIterator<wire.SnapshotChunk>,
  watchdog: Watchdog,
): AsyncGenerator<Uint8Array> {
  let checksum = 0
  let pieces: Uint8Array[] = []
  let bytes = 0
  try {
    for (;;) {
      watchdog.expect()
      const next = await messages.next()
      watchdog.rest()
      if (next.done === true) throw new SnapshotDamaged('the snapshot ended before its last chunk')
      const { rows, last, more, checksum: expected } = next.value
      if (rows.length > 0) checksum = crc32c(rows, checksum)
      if (checksum !== expected) {
        throw new SnapshotDamaged(`checksum ${checksum} where the sender had ${expected}`)
      }
      if (last) return
      bytes += rows.length
      if (bytes > CHUNK_BYTES_MAX) throw new SnapshotDamaged('a chunk without an end')
      pieces.push(rows)
      if (more) continue
      yield pieces.length === 1 ? rows : Buffer.concat(pieces)
      pieces = []
      bytes = 0
    }
  } finally {
    watchdog.rest()
    call.cancel()
  }
}

/** Breaks a transfer that stands still while somebody waits for it. */
class Watchdog {
  private readonly call: ClientReadableStream<wire.SnapshotChunk>
  private readonly scheduler: Scheduler
  private timer: Timer | undefined

  constructor(call: ClientReadableStream<wire.SnapshotChunk>, scheduler: Scheduler) {
    this.call = call
    this.scheduler = scheduler
    this.expect()
  }

  expect(): void {
    this.timer?.cancel()
    this.timer = this.scheduler.after(STALL_MS, () => {
      this.call.destroy(new SnapshotDamaged(`nothing came for ${STALL_MS} ms`))
    })
  }

  rest(): void {
    this.timer?.cancel()
    this.timer = undefined
  }
}

function encodeHeader(header: SnapshotHeader): wire.SnapshotHeader.$Properties {
  const { index, term, confState, meta, firstChunk } = header
  return { index, term, confState: encodeConfState(confState), meta, firstChunk }
}

function decodeHeader(header: wire.SnapshotHeader.$Properties): SnapshotHeader {
  return {
    index: header.index ?? 0,
    term: header.term ?? 0,
    confState: decodeConfState(header.confState),
    meta: header.meta ?? new Uint8Array(0),
    firstChunk: header.firstChunk ?? 0,
  }
}
