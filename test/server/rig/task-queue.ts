/**
 * Tasks in the order of their time, and of their age within one instant. Most tasks are for the present instant (the ends of
 * turns): those wait in a plain queue; the others in a binary heap.
 */
import type { Timer } from '../../../src/base/clock.ts'
import type { NodeTime } from './rig-time.ts'

export class Task implements Timer {
  readonly atMs: number
  /** Rises with every task. */
  readonly order: number
  readonly run: () => void
  readonly life: NodeTime | undefined
  cancelled = false

  constructor(atMs: number, order: number, run: () => void, life: NodeTime | undefined) {
    this.atMs = atMs
    this.order = order
    this.run = run
    this.life = life
  }

  cancel(): void {
    this.cancelled = true
  }
}

export class TaskQueue {
  private readonly heap: Task[] = []
  /** Tasks of one instant, oldest first, from `head` on. */
  private present: Task[] = []
  private head = 0

  /** @param nowMs the present: no task is for an earlier time */
  add(task: Task, nowMs: number): void {
    if (task.atMs === nowMs) this.present.push(task)
    else this.push(task)
  }

  /** The next task; undefined if there is none. */
  peek(): Task | undefined {
    const present = this.present[this.head]
    const later = this.heap[0]
    if (present === undefined) return later
    return later === undefined || isBefore(present, later) ? present : later
  }

  /** Removes what `peek` returned. */
  drop(): void {
    const present = this.present[this.head]
    const later = this.heap[0]
    if (present === undefined || (later !== undefined && isBefore(later, present))) {
      this.pop()
      return
    }
    this.head++
    if (this.head === this.present.length) {
      this.present = []
      this.head = 0
    }
  }

  private push(task: Task): void {
    const { heap } = this
    let at = heap.length
    heap.push(task)
    while (at > 0) {
      const parent = (at - 1) >>> 1
      const above = heap[parent]!
      if (!isBefore(task, above)) break
      heap[at] = above
      at = parent
    }
    heap[at] = task
  }

  private pop(): void {
    const { heap } = this
    const last = heap.pop()
    if (last === undefined || heap.length === 0) return
    const size = heap.length
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= size) break
      if (child + 1 < size && isBefore(heap[child + 1]!, heap[child]!)) child++
      if (!isBefore(heap[child]!, last)) break
      heap[at] = heap[child]!
      at = child
    }
    heap[at] = last
  }
}

function isBefore(one: Task, other: Task): boolean {
  return one.atMs < other.atMs || (one.atMs === other.atMs && one.order < other.order)
}
