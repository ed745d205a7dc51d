/**
 * The one door to the generated protobuf code: everything imports `wire` from here and nothing else imports src/gen.
 * Passing through this file is what puts the exact 64-bit integers of protobuf-integers.ts in place, and the generated
 * code depends on nothing that was configured earlier, so there is no import order to get wrong.
 *
 * Decoded `bytes` fields are views into the frame they came from: whoever keeps one beyond the handling of its frame copies
 * it. Decoded messages have every field set (defaults included) and a oneof's name in its own field.
 */
import './protobuf-integers.ts'
import protobuf from 'protobufjs/minimal.js'

export { wire } from '../gen/ringkv.js'

/** What every generated message class can do. */
export interface MessageType<Properties, Message> {
  encode(message: Properties, writer?: protobuf.Writer): protobuf.Writer
  decode(bytes: Uint8Array | protobuf.Reader, length?: number): Message
}

export type WireReader = protobuf.Reader

/** A reader over one frame; `bytes` fields read from it are views. */
export function wireReader(frame: Uint8Array): protobuf.Reader {
  const buffer = Buffer.isBuffer(frame)
    ? frame
    : Buffer.from(frame.buffer, frame.byteOffset, frame.byteLength)
  return protobuf.Reader.create(buffer)
}

/** The reader's next `uint64`, which is a number here whatever the library's declarations say. */
export function readUint64(reader: WireReader): number {
  return reader.uint64() as unknown as number
}

/** Beyond this a scratch writer that one large message has grown is given back to the collector. */
const SCRATCH_BYTES_MAX = 1 << 20

let scratch = new protobuf.BufferWriter()

/**
 * Encodes one message into a buffer of its own, exactly sized. Frames of many small messages are built in one scratch
 * buffer that stays grown, which saves the copies of growing it anew each time.
 */
export function encodeMessage<Properties>(
  type: Pick<MessageType<Properties, unknown>, 'encode'>,
  message: Properties,
): Buffer {
  const writer = scratch
  writer.pos = 0
  try {
    return type.encode(message, writer).finish() as Buffer
  } catch (error) {
    // A message refused half-way leaves open forks behind.
    scratch = new protobuf.BufferWriter()
    throw error
  } finally {
    if (writer.buf.length > SCRATCH_BYTES_MAX) scratch = new protobuf.BufferWriter()
  }
}
