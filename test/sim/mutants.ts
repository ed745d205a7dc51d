/**
 * Proves that the simulator bites (08): switches off one safety rule at a time, in a copy of the sources, and runs seeds until
 * one of them fails. A mutant that no seed catches is a hole in the simulator, or a rule that is not needed.
 *
 *   npm run sim:mutants -- [--only name,…] [--seeds 40] [--from 1]
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

interface Mutant {
  readonly name: string
  readonly file: string
  readonly from: string
  readonly to: string
  /** Options that make the bug likely; the rule must matter under them. */
  readonly options?: readonly string[]
}

const MUTANTS: readonly Mutant[] = [
  {
    name: 'responses-before-durable',
    file: 'src/server/raft-driver.ts',
    from: 'this.promised.push({ group, responses: message.responses, write: true, snapshot })',
    to: 'this.promised.push({ group, responses: [], write: true, snapshot }); this.deliver(group, message.responses)',
    options: ['--faults', 'crash,crash-all,disk-slow,disk-stall,transfer,isolate'],
  },
  {
    name: 'vote-not-durable',
    file: 'src/server/raft-driver.ts',
    from: '(message.term !== group.durableTerm || message.vote !== group.durableVote)',
    to: 'message.term !== group.durableTerm && message.term < 0',
    options: ['--faults', 'crash,crash-all,isolate,pause,transfer'],
  },
  {
    name: 'lease-for-ever',
    file: 'src/raft/read-index.ts',
    from: 'return nowMs < this.beganMs[round % REMEMBERED_ROUNDS]! + durationMs',
    to: 'return true',
    options: ['--workloads', 'keys', '--faults', 'isolate,pause,partial,one-way'],
  },
  {
    name: 'no-lock-check-of-writes',
    file: 'src/shard/apply-commands.ts',
    from: 'if (!locks.isEmpty) {',
    to: 'if (!locks.isEmpty && stamp < 0) {',
    options: ['--workloads', 'lists'],
  },
  {
    name: 'no-read-validation',
    file: 'src/shard/apply-transactions.ts',
    from: "if (validity.kind === 'changed') return lostRace(`key",
    to: "if (validity.kind === 'changed') continue\n      if (stamp < 0) return lostRace(`key",
    options: ['--workloads', 'bank,lists'],
  },
  {
    name: 'no-range-validation',
    file: 'src/shard/apply-transactions.ts',
    from: "if (validity.kind === 'changed') return lostRace('a range')",
    to: "if (validity.kind === 'changed') continue",
    options: ['--workloads', 'rooms'],
  },
  {
    name: 'no-shared-locks',
    file: 'src/txn/participant.ts',
    from: 'reads: record.reads, ranges: record.ranges',
    to: 'reads: [], ranges: []',
    options: ['--workloads', 'lists,rooms'],
  },
  {
    name: 'no-outcome-table',
    file: 'src/shard/outcomes.ts',
    from: 'return record === undefined || this.isOver(record, shardTime) ? undefined : record.outcome',
    to: 'return record === undefined || shardTime > 0 ? undefined : record.outcome',
    options: ['--workloads', 'counters'],
  },
  {
    name: 'fence-without-refusal-row',
    file: 'src/shard/apply-commands.ts',
    from: '  return refuseForGood(context, id, code, message)\n}\n\nfunction refuseForGood',
    to: "  return participantReply(outcomeAnswer({ kind: 'refused', code, message }))\n}\n\nfunction refuseForGood",
    options: ['--workloads', 'lists,bank'],
  },
  {
    name: 'stamps-below-the-ceiling',
    file: 'src/server/kv-replica.ts',
    from: 'Math.max(machine.lastStamp, machine.clockFloor, machine.ceiling)',
    to: 'Math.max(machine.lastStamp, machine.clockFloor)',
    options: ['--workloads', 'bank', '--faults', 'transfer,clock-jump,crash'],
  },
  {
    name: 'no-wait-for-locks',
    file: 'src/shard/reads.ts',
    from: 'locks.readBlocker(keyspace, key, lockedUpTo)',
    to: 'locks.readBlocker(keyspace, key, 0 * lockedUpTo || 0)',
    options: ['--workloads', 'bank,lists'],
  },
  {
    name: 'commit-at-own-prepare',
    file: 'src/txn/votes.ts',
    from: 'if (fact.stamp > this.stamp) this.stamp = fact.stamp',
    to: 'if (this.stamp === 0) this.stamp = fact.stamp',
    options: ['--workloads', 'bank,lists'],
  },
]

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    seeds: { type: 'string', default: '40' },
    from: { type: 'string', default: '1' },
  },
})

const ROOT = join(import.meta.dirname, '../..')

/** Seeds until the mutant is caught; undefined = it is not. */
function hunt(mutant: Mutant): { seed: string; how: string } | undefined {
  const copy = mkdtempSync(join(tmpdir(), 'mutant-'))
  try {
    for (const part of ['src', 'test', 'package.json', 'tsconfig.json']) {
      cpSync(join(ROOT, part), join(copy, part), { recursive: true })
    }
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
    const path = join(copy, mutant.file)
    const source = readFileSync(path, 'utf8')
    if (source.split(mutant.from).length !== 2) {
      throw new Error(`${mutant.name}: its place in ${mutant.file} is not there, or not unique`)
    }
    writeFileSync(
      path,
      source.replace(mutant.from, () => mutant.to),
    )
    return run(copy, mutant)
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

function run(copy: string, { options = [] }: Mutant): { seed: string; how: string } | undefined {
  const { from, seeds } = values
  const main = join(copy, 'test/sim/main.ts')
  const args = ['--import', 'tsx', main, '--seed', from, '--seeds', seeds, '--first', ...options]
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    cwd: copy,
    encoding: 'utf8',
  })
  const seed = /^seed (\d+) FAILED/m.exec(stdout)?.[1]
  if (seed === undefined && status !== 0) throw new Error(`the simulator did not run: ${stderr}`)
  if (seed === undefined) return undefined
  return { seed, how: stdout.split('\n').find((line) => /Error/.test(line)) ?? '' }
}

let missed = 0
for (const mutant of MUTANTS) {
  if (values.only !== undefined && !values.only.split(',').includes(mutant.name)) continue
  const caught = hunt(mutant)
  if (caught === undefined) missed++
  const verdict = caught === undefined ? 'NOT CAUGHT' : `seed ${caught.seed}: ${caught.how}`
  console.log(`${mutant.name}: ${verdict.slice(0, 160)}`)
}
process.exitCode = missed === 0 ? 0 : 1
