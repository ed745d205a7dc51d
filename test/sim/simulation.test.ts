/** A slice of the simulator's seeds, of bounded work. `npm run sim -- --seeds N` runs more of them. */
import assert from 'node:assert/strict'
import { SeededRandom } from '../../src/base/random.ts'
import { checkText } from '../checkers/report.ts'
import { describeFault, FAULT_KINDS, makePlan, type Fault } from './faults.ts'
import { REGRESSIONS } from './regressions/seeds.ts'
import { simulate, type SimulationOptions, type SimulationResult } from './simulation.ts'

/** Simulated time under faults of one seed. */
const DURATION_MS = 6_000
const SEEDS = 16

async function simulateWell(options: SimulationOptions): Promise<SimulationResult> {
  const result = await simulate(options)
  const { violation, seed, plan, lastEvents, description } = result
  if (violation === undefined) return result
  const lines = [
    `${violation.message}\nseed ${seed}: ${description}`,
    ...plan.map(describeFault),
    ...lastEvents,
    `replay: npm run sim -- --seed ${seed} --seconds ${(options.durationMs ?? 0) / 1000}`,
  ]
  throw new Error(lines.join('\n'), { cause: violation })
}

describe('a simulated cluster', function () {
  this.timeout(120_000)

  for (let seed = 1; seed <= SEEDS; seed++) {
    it(`holds what it promises under the faults of seed ${seed}`, async () => {
      const { requestsAnswered } = await simulateWell({ seed, durationMs: DURATION_MS })
      assert(requestsAnswered > 0, 'nobody was answered')
    })
  }

  it('runs the same, event by event, for the same seed', async () => {
    const options = { seed: 4_711, durationMs: 4_000, kinds: FAULT_KINDS }
    const first = await simulate(options)
    const second = await simulate(options)
    const other = await simulate({ ...options, seed: 4_712 })
    assert.equal(first.violation, undefined)
    assert.equal(second.traceHash, first.traceHash)
    assert.equal(second.tasks, first.tasks)
    assert.notEqual(other.traceHash, first.traceHash)
  })

  it('meets every kind of fault there is', async () => {
    const random = new SeededRandom(1)
    const plan = FAULT_KINDS.map((kind, number): Fault => {
      const options = { nodes: 5, durationMs: 60_000, kinds: [kind], everyMs: 10, driftMax: 0.04 }
      const [fault] = makePlan(random, options)
      return { ...fault!, atMs: 300 * (number + 1), forMs: 250 }
    })
    const durationMs = 300 * (plan.length + 2)
    const { struck } = await simulateWell({ seed: 7, nodes: 5, shards: 3, durationMs, plan })
    for (const kind of FAULT_KINDS) assert.equal(struck.get(kind), 1, kind)
  })

  it('writes histories that the checkers of recorded histories find valid', async () => {
    const workloads = ['keys', 'lists', 'counters'] as const
    const options = {
      seed: 31,
      durationMs: 4_000,
      kinds: ['crash', 'client-crash'],
      workloads,
    } as const
    const { histories } = await simulateWell(options)
    assert.deepEqual([...histories.keys()], workloads)
    for (const [workload, { kind, lines }] of histories) {
      assert(lines.length > 20, `${workload}: only ${lines.length} events`)
      const text = lines.join('\n')
      const [report] = checkText(text, `${workload}.jsonl`, { kind, model: 'strictSerializable' })
      assert.equal(report?.verdict, 'valid', report?.explanation)
    }
  })

  it('fails when a promise is broken, and shows what came last', async () => {
    const breaks = (): never => {
      throw new Error('a promise is broken')
    }
    const watch = { digestEvery: 1, show: { shard: 1, index: 3, text: breaks } }
    const { violation, lastEvents } = await simulate({ seed: 1, kinds: [], durationMs: 500, watch })
    assert.match(violation?.message ?? '', /a promise is broken/)
    assert(lastEvents.length > 10)
  })
})

describe('what the simulator found once', function () {
  this.timeout(120_000)

  for (const { name, options } of REGRESSIONS) {
    it(`does not happen again: ${name}`, async () => {
      await simulateWell(options)
    })
  }
})
