/** What happens at apply: identity, outcomes, locks, stamps (design page 05). */
import type { MutantGroup } from '../mutant.ts'

const PARTICIPANT = 'test/txn/participant-rules.test.ts'
const OUTCOMES = 'test/shard/outcomes.test.ts'

export const IDENTITY: MutantGroup = {
  title: 'One identity for every write',
  mutants: [
    {
      name: 'no-outcome-table',
      rule: 'the outcome of a write is recorded, a copy of it takes no effect',
      where: 'src/shard/apply-commands.ts',
      find: "      record(context, command, { kind: 'applied', at: stamp, succeeded: true, outcomes })\n",
      put: '',
      caughtBy: { sim: { workloads: ['counters'] } },
    },
    {
      name: 'outcomes-lost-at-restart',
      rule: 'the outcome table is persisted with the data',
      where: 'src/shard/machine.ts',
      find: '    state.outcomes.seal(batch)\n',
      put: '',
      caughtBy: { tests: [OUTCOMES, PARTICIPANT] },
    },
    {
      name: 'outcome-dropped-early',
      rule: 'an outcome is kept until it is acknowledged or its id has expired',
      where: 'src/shard/outcomes.ts',
      find: 'return record.expiry < shardTime || record.sequence < markAt(record.client, shardTime)',
      put: 'return record.expiry < shardTime + 59_500_000 || record.sequence < markAt(record.client, shardTime)',
      caughtBy: { sim: { workloads: ['counters'] } },
    },
    {
      name: 'commit-forgotten-too-early',
      rule: 'a commit is kept until every participant is known to have applied it',
      where: 'src/shard/outcomes.ts',
      find: "    if (record.outcome.kind === 'committed' && !record.forgotten) return false\n",
      put: '',
      caughtBy: { tests: [PARTICIPANT] },
    },
    {
      name: 'no-low-water-mark',
      rule: 'below the low-water mark nothing is evaluated',
      where: 'src/shard/outcomes.ts',
      find: 'return client !== undefined && id.sequence < markAt(client, shardTime)',
      put: 'return false',
      caughtBy: { tests: [PARTICIPANT] },
    },
    {
      name: 'mark-dropped-early',
      rule: 'the mark stays until the greatest expiry of its client has passed',
      where: 'src/shard/outcomes.ts',
      find: 'return client.greatestExpiry < shardTime ? 0 : client.mark',
      put: 'return client.greatestExpiry < shardTime + 30_000_000 ? 0 : client.mark',
      caughtBy: { tests: [OUTCOMES, PARTICIPANT] },
    },
    {
      name: 'expiry-not-checked',
      rule: 'past its expiry an id is not evaluated any more',
      where: 'src/shard/apply-commands.ts',
      find: "return stamp > id.expiry ? 'OUTCOME_EXPIRED' : undefined",
      put: 'return undefined',
      caughtBy: { tests: [PARTICIPANT] },
    },
    {
      name: 'mark-and-expiry-before-known',
      rule: 'known is asked before mark and expiry',
      where: 'src/shard/apply-commands.ts',
      find: `  const found = state.outcomes.find(id, stamp)
  if (found !== undefined) return participantReply(outcomeAnswer(found))
  const held = state.prepared.find(id)
  if (held !== undefined) return participantReply(voteOf(held, participants))
  const code = lostCode(context, id)
  return code === undefined ? undefined : participantReply({ kind: 'no-vote', code })`,
      put: `  const code = lostCode(context, id)
  if (code !== undefined) return participantReply({ kind: 'no-vote', code })
  const found = state.outcomes.find(id, stamp)
  if (found !== undefined) return participantReply(outcomeAnswer(found))
  const held = state.prepared.find(id)
  return held === undefined ? undefined : participantReply(voteOf(held, participants))`,
      caughtBy: { tests: [PARTICIPANT] },
    },
    {
      name: 'refusal-not-recorded',
      rule: 'a refusal at apply writes the refusal row in the same entry',
      where: 'src/shard/apply-commands.ts',
      find: "  record(context, command, { kind: 'refused', code, message: recordable(message) })\n",
      put: '',
      caughtBy: { tests: [PARTICIPANT] },
    },
    {
      name: 'vote-evaluated-again',
      rule: 'a recorded vote is answered again, not evaluated again',
      where: 'src/shard/apply-commands.ts',
      find: `  if (held !== undefined) return participantReply(voteOf(held, participants))
  const code = lostCode(context, id)`,
      put: `  if (held !== undefined) release(context, held)
  const code = lostCode(context, id)`,
      caughtBy: { tests: [PARTICIPANT] },
    },
    {
      name: 'refused-vote-evaluated-again',
      rule: 'a recorded no is answered again, not evaluated again',
      where: 'src/shard/apply-commands.ts',
      find: `  if (found !== undefined) return participantReply(outcomeAnswer(found))
  const held = state.prepared.find(id)`,
      put: `  if (found !== undefined && found.kind !== 'refused') return participantReply(outcomeAnswer(found))
  const held = state.prepared.find(id)`,
      caughtBy: { tests: [PARTICIPANT] },
    },
    {
      name: 'unlogged-refusal-after-second-send',
      rule: 'an unlogged refusal is final only if the id was never sent before',
      where: 'src/server/shard-router.ts',
      find: 'const mayTellClient = !this.log || this.request.step || this.request.command === undefined',
      put: 'const mayTellClient = true as boolean',
      caughtBy: { tests: ['test/server/shard-router.test.ts'] },
    },
    {
      name: 'resent-not-said',
      rule: 'a client says that it has sent an id before',
      where: 'src/client/dispatcher.ts',
      find: 'header.resent = call.sends > 0 || call.uncertain',
      put: 'header.resent = false',
      caughtBy: { tests: ['test/client/retries.test.ts'] },
    },
    {
      name: 'epoch-not-checked-at-apply',
      rule: 'the range epoch is checked at apply',
      where: 'src/shard/machine.ts',
      find: 'return rangeEpoch === this.state.descriptor.epoch.range',
      put: 'return rangeEpoch > -1',
      caughtBy: { tests: [PARTICIPANT] },
    },
    {
      name: 'fence-in-the-wrong-shard',
      rule: 'ownership is checked at apply, of fences too',
      where: 'src/shard/apply-commands.ts',
      find: '    if (!rangeContains(state.descriptor.range, tokenId(token))) return STALE_EPOCH\n',
      put: '',
      caughtBy: { tests: [PARTICIPANT] },
    },
  ],
}

export const LOCKS: MutantGroup = {
  title: 'Locks',
  mutants: [
    {
      name: 'no-shared-locks',
      rule: 'what a prepare has read is locked against writes',
      where: 'src/txn/locks.ts',
      find: 'lock.shared = appended(lock.shared, holder)',
      put: 'appended(lock.shared, holder)',
      caughtBy: { sim: { workloads: ['pairs'] }, tests: ['test/txn/locks.test.ts'] },
    },
    {
      name: 'no-exclusive-locks',
      rule: 'what a prepare writes is locked against everybody',
      where: 'src/txn/locks.ts',
      find: '      lock.exclusive = holder\n',
      put: '',
      caughtBy: { sim: { workloads: ['lists', 'bank'] } },
    },
    {
      name: 'no-range-locks',
      rule: 'a range that a prepare has read is locked against writes',
      where: 'src/txn/locks.ts',
      find: '    for (const range of footprint.ranges) this.ranges.push({ ...range, holder })\n',
      put: '',
      caughtBy: { tests: ['test/txn/locks.test.ts'] },
    },
    {
      name: 'write-ignores-locks-at-apply',
      rule: 'locks are checked at apply, of one-shard entries too',
      where: 'src/shard/apply-commands.ts',
      find: '    if (block !== undefined) return lockedReply(block)\n',
      put: '',
      caughtBy: { sim: { workloads: ['lists'] } },
    },
    {
      name: 'transaction-ignores-write-locks-at-apply',
      rule: 'a transaction checks the locks of what it writes at apply',
      where: 'src/shard/apply-transactions.ts',
      find: "    if (block !== undefined) return { kind: 'locked', block }\n",
      put: '',
      caughtBy: { sim: { workloads: ['lists', 'bank'] } },
    },
    {
      name: 'transaction-ignores-read-locks-at-apply',
      rule: 'a transaction checks the locks of what it reads at apply',
      where: 'src/shard/apply-transactions.ts',
      find: "return block === undefined ? entry : { kind: 'locked', block }",
      put: 'return entry',
      caughtBy: { tests: [PARTICIPANT] },
    },
    {
      name: 'transaction-ignores-range-locks-at-apply',
      rule: 'a transaction checks the locks of ranges that it reads at apply',
      where: 'src/shard/apply-transactions.ts',
      find: "return block === undefined ? undefined : { kind: 'locked', block }",
      put: 'return undefined',
      caughtBy: { tests: [PARTICIPANT] },
    },
    {
      name: 'locks-lost-at-restart',
      rule: 'locks are rebuilt from the prepare records at start',
      where: 'src/shard/machine.ts',
      find: '      else batch.put(key, encodePrepareRecord(record, incarnation))\n',
      put: '',
      caughtBy: { tests: [PARTICIPANT] },
    },
    {
      name: 'wait-die-ignores-the-holder',
      rule: 'wait-die: a prepare does not wait for an older holder',
      where: 'src/txn/waiting.ts',
      find: '  if (isOlder(holder.age, holder.id, age, id)) return true\n',
      put: '',
      caughtBy: { tests: ['test/txn/waiting.test.ts'] },
    },
    {
      name: 'wait-die-ignores-the-line',
      rule: 'wait-die: nor for an older one ahead in line',
      where: 'src/txn/waiting.ts',
      find: 'return ahead?.age !== undefined && isOlder(ahead.age, ahead.id, age, id)',
      put: 'return ahead === waiter',
      caughtBy: { tests: ['test/txn/waiting.test.ts'] },
    },
    {
      name: 'wait-die-looks-once',
      rule: 'wait-die is re-checked when the holder changes',
      where: 'src/txn/waiting.ts',
      find: '      this.changeHolder(line, holder)\n      this.lookAgain(line)\n',
      put: '      this.changeHolder(line, holder)\n',
      caughtBy: { tests: ['test/txn/waiting.test.ts'] },
    },
  ],
}

export const STAMPS: MutantGroup = {
  title: 'Stamps and the ceiling',
  mutants: [
    {
      name: 'clock-not-at-c-after-commit',
      rule: 'after Commit(c) the clock is at or above c, also where only reads were',
      where: 'src/shard/apply-commands.ts',
      find: '  if (at > state.clockFloor) state.clockFloor = at\n',
      put: '',
      caughtBy: { tests: [PARTICIPANT] },
    },
    {
      name: 'c-not-merged-before-proposing',
      rule: 'a leader merges c before it proposes Commit(c)',
      where: 'src/server/kv-proposals.ts',
      find: "    if (command.kind === 'commit') this.options.clock.merge(command.at)\n",
      put: '',
      caughtBy: { tests: ['test/server/kv-proposals.test.ts'] },
    },
    {
      name: 'new-leader-below-the-ceiling',
      rule: 'a new leader stamps above the ceiling',
      where: 'src/server/kv-replica.ts',
      find: 'const floor = Math.max(machine.lastStamp, machine.clockFloor, machine.ceiling)',
      put: 'const floor = Math.max(machine.lastStamp, machine.clockFloor)',
      caughtBy: {
        sim: {
          faults: ['blackout'],
          workloads: ['past'],
          nodes: 3,
          shards: 1,
          seconds: 30,
          seeds: 200,
        },
        tests: ['test/server/kv-replica.test.ts'],
      },
    },
    {
      name: 'new-leader-below-its-log',
      rule: 'a new leader stamps above every stamp and every c in its log',
      where: 'src/server/kv-replica.ts',
      find: '    this.options.clock.merge(timestamp(floor))\n',
      put: '',
      caughtBy: { tests: ['test/server/kv-replica.test.ts'] },
    },
    {
      name: 'ceiling-falls',
      rule: 'the ceiling never falls',
      where: 'src/shard/machine.ts',
      find: '    if (batch.ceiling > state.ceiling) state.ceiling = batch.ceiling\n',
      put: '    state.ceiling = batch.ceiling\n',
      caughtBy: { tests: [PARTICIPANT] },
    },
    {
      name: 'shard-time-includes-the-ceiling',
      rule: 'shard time is made of stamps, never of the ceiling',
      where: 'src/shard/apply-commands.ts',
      find: 'if (stamp > id.expiry || state.outcomes.isAnswered(id, stamp)) {',
      put: 'if (Math.max(stamp, state.ceiling) > id.expiry || state.outcomes.isAnswered(id, stamp)) {',
      caughtBy: { tests: ['test/txn/refusal-rows.test.ts'] },
    },
    {
      name: 'outcomes-expire-by-the-ceiling',
      rule: 'outcomes expire by shard time, not by the ceiling',
      where: 'src/shard/machine.ts',
      find: '    state.outcomes.sweep(state.lastStamp)\n',
      put: '    state.outcomes.sweep(timestamp(Math.max(state.lastStamp, state.ceiling)))\n',
      caughtBy: { tests: [PARTICIPANT] },
    },
    {
      name: 'closed-above-the-ceiling',
      rule: 'closed timestamps hold only up to the ceiling',
      where: 'src/shard/machine.ts',
      find: 'return timestamp(Math.min(closed.at(appliedIndex).timestamp, ceiling))',
      put: 'return timestamp(Math.max(closed.at(appliedIndex).timestamp, 0 * ceiling))',
      caughtBy: { tests: [PARTICIPANT] },
    },
    {
      name: 'closed-before-its-index',
      rule: 'a closed timestamp holds only where its index is applied',
      where: 'src/shard/closed-timestamps.ts',
      find: 'if (this.newest !== undefined && this.newest.index <= appliedIndex) {',
      put: 'if (this.newest !== undefined && appliedIndex >= 0) {',
      caughtBy: { tests: [PARTICIPANT, 'test/shard/closed-timestamps.test.ts'] },
    },
  ],
}
