import assert from 'node:assert/strict'
import { systemScheduler, TurnEnd } from '../../src/base/clock.ts'

describe('the end of a turn', () => {
  let turns: (() => void)[]
  let end: TurnEnd
  let ran: string[]

  beforeEach(() => {
    turns = []
    ran = []
    end = new TurnEnd((run) => turns.push(run))
  })

  const note = (name: string) => () => void ran.push(name)

  function nextTurn(): string[] {
    turns.shift()!()
    return ran.splice(0)
  }

  it('runs work before what sends its results, whatever was planned first', () => {
    end.addFlush(note('flush'))
    end.addWork(note('one'))
    end.addWork(note('two'))
    assert.deepEqual(nextTurn(), ['one', 'two', 'flush'])
    assert.deepEqual(turns, [], 'nothing is left')
  })

  it('sends in the same turn what its work has made', () => {
    end.addWork(() => {
      ran.push('work')
      end.addFlush(note('flush'))
    })
    assert.deepEqual(nextTurn(), ['work', 'flush'])
  })

  it('lets new events in before work that work has planned', () => {
    end.addWork(() => end.addWork(note('later')))
    end.addFlush(note('flush'))
    assert.deepEqual(nextTurn(), ['flush'])
    assert.deepEqual(nextTurn(), ['later'])
  })

  it('lets new events in before what a flush has planned', () => {
    end.addFlush(() => {
      end.addWork(note('work'))
      end.addFlush(note('flush'))
    })
    assert.deepEqual(nextTurn(), [])
    assert.deepEqual(nextTurn(), ['work', 'flush'])
  })

  it('runs the rest in the next turn when something throws', () => {
    end.addWork(() => assert.fail('broken'))
    end.addWork(note('work'))
    end.addFlush(note('flush'))
    assert.throws(nextTurn, /broken/)
    assert.deepEqual(nextTurn(), ['work', 'flush'])
    assert.deepEqual(turns, [])
  })

  it('comes after the events that have arrived, in the system', async () => {
    systemScheduler.afterTurn(note('flush'))
    systemScheduler.endOfTurn(note('work'))
    await Promise.resolve().then(note('event'))
    assert.deepEqual(ran, ['event'])
    await new Promise((resolve) => setImmediate(resolve))
    assert.deepEqual(ran, ['event', 'work', 'flush'])
  })
})
