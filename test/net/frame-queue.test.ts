import assert from 'node:assert/strict'
import { TurnEnd } from '../../src/base/clock.ts'
import { FrameQueue } from '../../src/net/frame-queue.ts'
import { wire } from '../../src/net/protobuf.ts'

const FIELD = 1

describe('a queue of frames', () => {
  let turns: (() => void)[]
  let end: TurnEnd
  let frames: string[]
  let taken: (() => void)[]
  let queue: FrameQueue

  beforeEach(() => {
    turns = []
    frames = []
    taken = []
    end = new TurnEnd((run) => turns.push(run))
    queue = new FrameQueue(
      {
        write: (frame, callback) => {
          const { messages } = wire.RaftFrame.decode(frame)
          frames.push(messages.map(({ index }) => index).join())
          taken.push(callback)
          return true
        },
      },
      {
        scheduler: {
          after: () => assert.fail('no timers'),
          every: () => assert.fail('no timers'),
          endOfTurn: (run) => end.addWork(run),
          afterTurn: (run) => end.addFlush(run),
        },
        frameBytes: 1 << 10,
      },
    )
  })

  const add = (index: number, bytes = 0): void =>
    queue.add(FIELD, wire.RaftMessage, { index, entries: [{ data: Buffer.alloc(bytes) }] })

  it('sends what events and the work of a turn add in one frame, in that turn', () => {
    add(1)
    end.addWork(() => add(2))
    end.addWork(() => add(3))
    assert.deepEqual(frames, [])
    turns.shift()!()
    assert.deepEqual(frames, ['1,2,3'])
    assert.deepEqual(turns, [])
  })

  it('sends what work adds first in the turn of that work', () => {
    end.addWork(() => add(1))
    turns.shift()!()
    assert.deepEqual(frames, ['1'])
  })

  it('cuts frames at their size', () => {
    for (const index of [1, 2, 3]) add(index, 600)
    turns.shift()!()
    assert.deepEqual(frames, ['1,2', '3'])
  })

  it('gathers while the reader is slow, and goes on when it has taken a frame', () => {
    for (let index = 1; index <= 6; index++) add(index, 1 << 10)
    turns.shift()!()
    assert.deepEqual(frames, ['1', '2', '3', '4'], 'so many may be under way')
    assert.ok(queue.unsentBytes > 2 << 10)
    taken.shift()!()
    assert.deepEqual(frames.slice(4), ['5'])
    queue.stop()
    taken.shift()!()
    assert.deepEqual(frames.slice(5), [], 'nothing leaves a stopped queue')
    assert.equal(queue.unsentBytes, 0)
  })
})
