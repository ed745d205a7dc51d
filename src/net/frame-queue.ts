/**
 * Everything that waits to leave on one stream: messages are encoded into the open frame as they come, the frame leaves when
 * the work of the turn is done (with everything that this work added), or, while the reader is slow, when there is room again. One such queue stands behind each end of
 * every stream; whoever fills it looks at `unsentBytes` and decides what to refuse or drop.
 */
import type { Scheduler } from '../base/clock.ts'
import { FrameBuilder } from './frame-builder.ts'
import { FrameSender, type FrameStream } from './frame-sender.ts'
import type { MessageType } from './protobuf.ts'

export interface FrameQueueOptions {
  readonly scheduler: Scheduler
  /** A frame is closed when it has reached this size, so that none is much larger. */
  readonly frameBytes: number
  /** Adds the frame's own fields (a clock, a name) when it is closed. */
  readonly finish?: (frame: FrameBuilder) => void
  /** Runs whenever the queue has handed frames to the stream; what is left waits for room. */
  readonly flushed?: () => void
}

export class FrameQueue {
  private readonly options: FrameQueueOptions
  private readonly sender: FrameSender
  private readonly open = new FrameBuilder()
  private readonly closed: Buffer[] = []
  private closedBytes = 0
  private planned = false
  private stopped = false
  private readonly flushAfterTurn = () => {
    this.planned = false
    this.flush()
  }

  constructor(stream: FrameStream, options: FrameQueueOptions) {
    this.options = options
    this.sender = new FrameSender(stream, () => this.flush())
  }

  /** Bytes that have not been handed to the stream yet. */
  get unsentBytes(): number {
    return this.closedBytes + this.open.size
  }

  /**
   * Adds a message as an element of the frame's field number `field`.
   * @throws what the encoder throws; nothing is added then. RangeError for a message of more than `bytesMax` bytes
   */
  add<Properties>(
    field: number,
    type: Pick<MessageType<Properties, unknown>, 'encode'>,
    message: Properties,
    bytesMax = Infinity,
  ): void {
    if (this.stopped) return
    const size = this.open.add(field, type, message)
    if (size > bytesMax) {
      this.open.removeLast(size)
      throw new RangeError(`a message of ${size} bytes, more than ${bytesMax}`)
    }
    if (this.open.size >= this.options.frameBytes) this.closeFrame()
    this.plan()
  }

  /** Lets a frame leave at the end of this turn even if it holds nothing but what `finish` adds. */
  addEmptyFrame(): void {
    this.closeFrame()
    this.plan()
  }

  flush(): void {
    if (this.stopped) return
    while ((this.closed.length > 0 || this.open.size > 0) && this.sender.hasRoom) {
      if (this.closed.length === 0) this.closeFrame()
      const frame = this.closed.shift()!
      this.closedBytes -= frame.length
      this.sender.send(frame)
    }
    this.options.flushed?.()
  }

  /** Plans a flush even if nothing waits, for what `flushed` does then. */
  plan(): void {
    if (this.planned) return
    this.planned = true
    this.options.scheduler.afterTurn(this.flushAfterTurn)
  }

  /** Drops what waits; nothing is sent or called from here on. */
  stop(): void {
    this.stopped = true
    this.sender.stop()
    this.closed.length = 0
    this.closedBytes = 0
    this.open.clear()
  }

  private closeFrame(): void {
    this.options.finish?.(this.open)
    const frame = this.open.take()
    this.closed.push(frame)
    this.closedBytes += frame.length
  }
}
