/**
 * Hands frames to a gRPC stream, a bounded number at a time. The library would buffer without end (it counts messages, not
 * bytes); here what is under way is limited in both, and what does not fit stays with the owner of the stream, where it
 * goes on being coalesced into fewer, larger frames while the reader is slow.
 */

/** What is written to: a gRPC stream. The callback runs when the frame has been taken for sending. */
export interface FrameStream {
  write(frame: Buffer, taken: (error?: Error | null) => void): boolean
}

const FRAMES_UNDER_WAY_MAX = 4
const BYTES_UNDER_WAY_MAX = 1 << 20

export class FrameSender {
  private readonly stream: FrameStream
  private readonly onRoom: () => void
  private frames = 0
  private bytes = 0
  private blocked = false
  private stopped = false

  /** `onRoom` runs when there is room again after `hasRoom` was false. */
  constructor(stream: FrameStream, onRoom: () => void) {
    this.stream = stream
    this.onRoom = onRoom
  }

  /** Whether another frame may be sent now. When not, `onRoom` follows (unless the stream ends). */
  get hasRoom(): boolean {
    if (this.stopped) return false
    const room = this.frames < FRAMES_UNDER_WAY_MAX && this.bytes < BYTES_UNDER_WAY_MAX
    if (!room) this.blocked = true
    return room
  }

  send(frame: Buffer): void {
    this.frames++
    this.bytes += frame.length
    this.stream.write(frame, () => this.taken(frame.length))
  }

  /** Nothing is called from here on. */
  stop(): void {
    this.stopped = true
  }

  private taken(size: number): void {
    this.frames--
    this.bytes -= size
    if (this.stopped || !this.blocked || !this.hasRoom) return
    this.blocked = false
    this.onRoom()
  }
}
