/** What simulated time promises to a node. */
import assert from 'node:assert/strict'
import { NodeTime, RigTime } from './rig/rig-time.ts'

describe('simulated time', () => {
  it('never runs what was cancelled, also when it came due while the process stood still', async () => {
    const time = new RigTime()
    const node = new NodeTime(time)
    const ran: string[] = []
    const cancelled = node.after(20, () => ran.push('cancelled'))
    node.after(10, () => cancelled.cancel())
    const every = node.every(5, () => ran.push('every'))
    node.after(12, () => every.cancel())
    node.pause()
    await time.pass(100)
    assert.deepEqual(ran, [])
    node.resume()
    await time.pass(100)
    assert.deepEqual(ran, ['every'])
  })

  it('does nothing more for a process that died', async () => {
    const time = new RigTime()
    const node = new NodeTime(time)
    let ran = 0
    node.every(5, () => ran++)
    await time.pass(12)
    node.kill()
    await time.pass(100)
    assert.equal(ran, 2)
  })
})
