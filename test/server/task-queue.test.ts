/** The order of simulated tasks. */
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Task, TaskQueue } from './rig/task-queue.ts'

const nothing = (): void => undefined

describe('the queue of simulated tasks', () => {
  it('gives tasks by time, and those of one instant by age', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(20))), (steps) => {
        const queue = new TaskQueue()
        const model: Task[] = []
        let nowMs = 0
        steps.forEach((delayMs, order) => {
          if (delayMs !== null) {
            const task = new Task(nowMs + delayMs, order, nothing, undefined)
            queue.add(task, nowMs)
            model.push(task)
            return
          }
          model.sort((a, b) => a.atMs - b.atMs || a.order - b.order)
          const next = model.shift()
          assert.equal(queue.peek(), next)
          queue.drop()
          nowMs = next?.atMs ?? nowMs
        })
      }),
    )
  })
})
