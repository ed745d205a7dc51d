/**
 * Builds frames of many messages: each message is encoded the moment it is known, straight into the frame it will leave
 * in, so nothing waits as an object and the size of what waits is known exactly. A message that cannot be encoded is refused
 * alone; the others of its frame are untouched.
 */
import protobuf from 'protobufjs/minimal.js'
import type { MessageType } from './protobuf.ts'

/** A builder that one large frame has grown beyond this gives its buffer back. */
const KEPT_BYTES_MAX = 1 << 18

const WIRE_TYPE_LENGTH_DELIMITED = 2
const WIRE_TYPE_VARINT = 0

interface WriterState {
  states: number[] | null
}

export class FrameBuilder {
  private writer = new protobuf.BufferWriter()
  private messages = 0

  /** Messages added since the last `take`. */
  get count(): number {
    return this.messages
  }

  /** Bytes of the frame so far. */
  get size(): number {
    return this.writer.pos
  }

  /**
   * Appends `message` as an element of the frame's field number `field`; returns the bytes it took.
   * @throws what the encoder throws (a number out of range); the frame is then as before
   */
  add<Properties>(
    field: number,
    type: Pick<MessageType<Properties, unknown>, 'encode'>,
    message: Properties,
  ): number {
    const { writer } = this
    const before = writer.pos
    try {
      writer.uint32((field << 3) | WIRE_TYPE_LENGTH_DELIMITED).fork()
      type.encode(message, writer).ldelim()
    } catch (error) {
      writer.pos = before
      const state = writer as unknown as WriterState
      state.states = null
      throw error
    }
    this.messages++
    return writer.pos - before
  }

  /** Takes back the message added last, of `size` bytes. */
  removeLast(size: number): void {
    this.writer.pos -= size
    this.messages--
  }

  /** Appends a `uint64` field of the frame itself, such as the sender's clock. */
  addUint64(field: number, value: number): void {
    this.writer.uint32((field << 3) | WIRE_TYPE_VARINT).uint64(value)
  }

  /** Appends a `string` field of the frame itself. */
  addString(field: number, value: string): void {
    this.writer.uint32((field << 3) | WIRE_TYPE_LENGTH_DELIMITED).string(value)
  }

  /** The frame, in a buffer of its own; the builder is empty afterwards. */
  take(): Buffer {
    const frame = this.writer.finish() as Buffer
    this.clear()
    return frame
  }

  clear(): void {
    this.messages = 0
    this.writer.pos = 0
    if (this.writer.buf.length > KEPT_BYTES_MAX) this.writer = new protobuf.BufferWriter()
  }
}
