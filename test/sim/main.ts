/** `npm run sim -- --help` says what it can do. */
import { flags, USAGE } from './flags.ts'
import { Fleet, serveFleet } from './fleet.ts'
import { Report, summaryOf } from './report.ts'
import { runSeed } from './run-seed.ts'

const say = (text: string): void => {
  console.log(text)
}

async function main(): Promise<number> {
  const { first, count, stop, realMs, workers } = flags
  const report = new Report()
  const endMs = performance.now() + realMs
  let seed = first
  const nextSeed = (): number | undefined => {
    const isOver = performance.now() >= endMs || (stop && report.failed.length > 0)
    return isOver || seed >= first + count ? undefined : seed++
  }
  if (workers !== undefined) await new Fleet(report, count, nextSeed).run(workers)
  else {
    for (let next = nextSeed(); next !== undefined; next = nextSeed()) {
      const result = await runSeed(next, say)
      report.add(summaryOf(result))
      const { traceHash, description } = result
      if (count === 1) console.log(`seed ${next}: trace ${traceHash}, ${description}`)
    }
  }
  console.log(report.text())
  return report.failed.length === 0 ? 0 : 1
}

if (flags.help) console.log(USAGE)
else if (process.send === undefined) process.exitCode = await main()
else {
  // Started by a fleet.
  serveFleet(async (seed) => {
    const said: string[] = []
    const result = await runSeed(seed, (text) => said.push(text))
    return { summary: summaryOf(result), said }
  })
}
