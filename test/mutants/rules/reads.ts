/** Reads (design page 05, "Timestamps"; page 02, "Reads"). */
import type { MutantGroup } from '../mutant.ts'

const PARTICIPANT = 'test/txn/participant-rules.test.ts'
const READS = 'test/server/kv-reads.test.ts'
const FOLLOWERS = 'test/server/follower-reads.test.ts'
const READ_ONLY = 'test/server/read-only-transactions.test.ts'

export const READS_GROUP: MutantGroup = {
  title: 'Reads',
  mutants: [
    {
      name: 'lease-checked-before-the-read',
      rule: 'the lease is checked after the value has been read',
      where: 'src/server/kv-reads.ts',
      find: `const pending: Pending = {
      call,
      at: call.read.at,
      confirmed: false,`,
      put: `const { mode, node, monotonic } = this.options
    const pending: Pending = {
      call,
      at: call.read.at,
      confirmed: mode === 'lease' && node.hasLease(monotonic.monotonicMs()),`,
      caughtBy: { tests: [READS] },
    },
    {
      name: 'lease-not-checked',
      rule: 'a strict read needs a lease or a confirmed round',
      where: 'src/server/kv-reads.ts',
      find: "if (pending.confirmed || (mode === 'lease' && node.hasLease(monotonic.monotonicMs()))) {",
      put: "if (pending.confirmed || mode === 'lease' || node.hasLease(monotonic.monotonicMs())) {",
      caughtBy: { sim: { faults: ['depose'], workloads: ['fresh'], seconds: 20 }, tests: [READS] },
    },
    {
      name: 'round-from-before-the-read',
      rule: 'a read is confirmed only by a round that began after it',
      where: 'src/raft/read-index.ts',
      find: 'this.pending.push({ context, index, round: this.last })',
      put: 'this.pending.push({ context, index, round: this.last - 1 })',
      caughtBy: { tests: ['test/raft/reads.test.ts'] },
    },
    {
      name: 'read-before-its-index-is-applied',
      rule: 'a confirmed read waits until the commit index of its arrival is applied',
      where: 'src/server/kv-reads.ts',
      find: 'this.whenApplied(index, () => this.run(pending))',
      put: 'this.whenApplied(0 * index, () => this.run(pending))',
      caughtBy: { tests: [READS] },
    },
    {
      name: 'strict-read-ignores-locks',
      rule: 'a one-round strict read waits for every exclusive lock',
      where: 'src/shard/reads.ts',
      find: 'locateAll(state, read, rules, Infinity)',
      put: 'locateAll(state, read, rules, -1)',
      caughtBy: { sim: { workloads: ['lists'] }, tests: [PARTICIPANT] },
    },
    {
      name: 'snapshot-read-ignores-locks',
      rule: 'a snapshot read waits for locks with a prepare stamp at or below T',
      where: 'src/shard/reads.ts',
      find: 'locateAll(state, read, rules, at)',
      put: 'locateAll(state, read, rules, -1)',
      caughtBy: { tests: [PARTICIPANT] },
    },
    {
      name: 'lock-at-t-not-awaited',
      rule: 'at or below T, not below T',
      where: 'src/txn/locks.ts',
      find: 'holder.stamp <= upTo ? { holder, keyspace, key } : undefined',
      put: 'holder.stamp < upTo ? { holder, keyspace, key } : undefined',
      caughtBy: { tests: ['test/txn/locks.test.ts'] },
    },
    {
      name: 'scan-ignores-locks',
      rule: 'a scan waits for exclusive locks inside, too',
      where: 'src/shard/scan.ts',
      find: "  if (block !== undefined) return { kind: 'locked', holder: block.holder, key: block.key }\n",
      put: '',
      caughtBy: { sim: { workloads: ['bank', 'rooms'] } },
    },
    {
      name: 'snapshot-read-above-the-ceiling',
      rule: 'a read at T needs a ceiling at or above T',
      where: 'src/server/kv-reads.ts',
      find: 'if (machine.ceiling < pending.at) {',
      put: 'if (machine.ceiling < 0) {',
      caughtBy: { tests: [READS] },
    },
    {
      name: 'ceiling-not-applied-yet',
      rule: 'the ceiling is applied before a read is served under it',
      where: 'src/server/kv-reads.ts',
      find: `      this.waitForCeiling(pending, pending.at)
      return`,
      put: '      this.options.raiseCeiling(pending.at)',
      caughtBy: { tests: [READS] },
    },
    {
      name: 'open-proposals-not-awaited',
      rule: 'a read at T waits for what was proposed at or below T',
      where: 'src/server/kv-reads.ts',
      find: 'this.whenApplied(node.lastIndex, () => this.readAt(pending))',
      put: 'this.whenApplied(0 * node.lastIndex, () => this.readAt(pending))',
      caughtBy: { tests: [READS] },
    },
    {
      name: 'later-writes-not-above-t',
      rule: 'after a read at T, later writes are stamped above T',
      where: 'src/server/kv-reads.ts',
      find: '    clock.merge(pending.at)\n',
      put: '',
      caughtBy: { tests: [READS] },
    },
    {
      name: 'expired-beyond-the-ceiling',
      rule: 'before a version is judged expired past the ceiling, the ceiling is raised',
      where: 'src/server/kv-reads.ts',
      find: 'if (expiredBeyond(result.rows, machine.ceiling, now)) {',
      put: 'if (machine.ceiling < 0 && expiredBeyond(result.rows, machine.ceiling, now)) {',
      caughtBy: { tests: [READS] },
    },
    {
      name: 'scan-keeps-its-time-behind-a-lock',
      rule: 'after a wait for a lock everything is read again, a newest scan at a new time',
      where: 'src/server/kv-reads.ts',
      find: `    if (read.kind === 'scan' && read.at === 0) pending.at = this.options.clock.now()
    if (pending.closed)`,
      put: `    if (read.kind === 'scan' && read.at < 0) pending.at = this.options.clock.now()
    if (pending.closed)`,
      caughtBy: { tests: ['test/server/newest-scans.test.ts'] },
    },
    {
      name: 'confirmation-ignores-locks',
      rule: 'the confirmation of strict reads checks locks, after everything is read',
      where: 'src/shard/reads.ts',
      find: '  if (block !== undefined) return block\n',
      put: '',
      caughtBy: { tests: [PARTICIPANT] },
    },
    {
      name: 'confirmation-ignores-changes',
      rule: 'the confirmation of strict reads checks what was read',
      where: 'src/shard/reads.ts',
      find: "    else if (validateRead(state, check, entry, now).kind === 'changed') {",
      put: "    else if (now < 0 && validateRead(state, check, entry, now).kind === 'changed') {",
      caughtBy: { tests: [PARTICIPANT] },
    },
    {
      name: 'confirmation-at-an-older-time',
      rule: 'a confirmation carries the greatest of all timestamps read',
      where: 'src/server/gateway-transactions.ts',
      find: 'const at = latestOf(reads, ranges)',
      put: 'const at = timestamp(0 * latestOf(reads, ranges))',
      caughtBy: { tests: ['test/server/confirmation-time.test.ts'] },
    },
    {
      name: 'confirmation-does-not-wait',
      rule: 'a confirmation waits for the ceiling and for open proposals, and later writes are above it',
      where: 'src/server/kv-reads.ts',
      find: `    const { machine, clock, node } = this.options
    clock.merge(pending.at)`,
      put: `    const { machine, clock, node } = this.options
    if (pending.call.read.kind === 'confirm') {
      this.readAt(pending)
      return
    }
    clock.merge(pending.at)`,
      caughtBy: { tests: [READS] },
    },
    {
      name: 'confirmation-judges-expiry-in-the-past',
      rule: 'a confirmation judges expiry again, at the clock of the leader',
      where: 'src/server/kv-reads.ts',
      find: 'machine.confirm(read.reads, read.ranges, keyspaces, clock.peek(), fetched)',
      put: 'machine.confirm(read.reads, read.ranges, keyspaces, (read.at - 10 ** 9) as typeof read.at, fetched)',
      caughtBy: { tests: [READS, READ_ONLY] },
    },
    {
      name: 'confirmation-without-lease',
      rule: 'a confirmation checks lease or round, last of all',
      where: 'src/server/kv-reads.ts',
      find: "this.vouch(pending, { kind: 'confirmed', changed, readAt: read.at })",
      put: `this.answer(pending, {
          kind: 'read',
          reply: { kind: 'confirmed', changed, readAt: read.at },
        })`,
      caughtBy: { tests: [READS, READ_ONLY] },
    },
    {
      name: 'gap-in-history-read-over',
      rule: 'a version that was superseded before T is not what is read at T',
      where: 'src/shard/reads.ts',
      find: '  if (row === undefined || row.supersededAt <= at) return undefined\n',
      put: '  if (row === undefined) return undefined\n',
      caughtBy: { tests: ['test/shard/machine.test.ts', 'test/shard/model.test.ts'] },
    },
    {
      name: 'expired-read-as-alive',
      rule: 'from its expiry on a version is a tombstone, everywhere',
      where: 'src/shard/shard-state.ts',
      find: 'version.expiry !== 0 && version.expiry <= at\n',
      put: 'version.expiry !== 0 && version.expiry < at\n',
      caughtBy: { tests: ['test/shard/machine.test.ts', 'test/shard/model.test.ts'] },
    },
    {
      name: 'read-below-the-gc-point',
      rule: 'a read below the GC point is refused',
      where: 'src/shard/reads.ts',
      find: "  if (at < gcPoint) return { kind: 'too-old', gcPoint }\n",
      put: '',
      caughtBy: { tests: ['test/shard/machine.test.ts', 'test/shard/model.test.ts'] },
    },
    {
      name: 'leader-closes-above-its-ceiling',
      rule: 'a leader closes nothing above the ceiling that it has applied',
      where: 'src/server/kv-replica.ts',
      find: 'const closed = this.closable\n',
      put: 'const closed = this.options.clock.peek()\n',
      caughtBy: { tests: [FOLLOWERS] },
    },
    {
      name: 'leader-stamps-what-it-closed',
      rule: 'what a leader has closed it stamps no more, whatever its wall clock does',
      where: 'src/server/kv-replica.ts',
      find: '    this.options.clock.merge(closed)\n',
      put: '',
      caughtBy: { tests: [FOLLOWERS] },
    },
    {
      name: 'closed-complete-too-early',
      rule: 'what is closed is complete with the last entry that was proposed, not with what is committed',
      where: 'src/server/shard-heartbeats.ts',
      find: 'closed === 0 ? 0 : node.lastIndex',
      put: 'closed === 0 ? 0 : commit',
      caughtBy: { tests: ['test/server/shard-heartbeats.test.ts'] },
    },
    {
      name: 'follower-answers-what-is-not-closed',
      rule: 'a follower answers at or below what is closed only',
      where: 'src/server/kv-replica.ts',
      find: 'return read.at !== 0 && read.at <= this.machine.closedUpTo',
      put: 'return read.at !== 0',
      caughtBy: { tests: [FOLLOWERS] },
    },
    {
      name: 'follower-read-not-read-again',
      rule: 'after a wait for a lock a follower reads again, too',
      where: 'src/server/kv-reads.ts',
      find: 'if (pending.closed) this.readAt(pending)\n    else this.run(pending)',
      put: 'this.run(pending)',
      caughtBy: { tests: [FOLLOWERS] },
    },
    {
      name: 'floor-not-heeded',
      rule: 'a read that names a floor is not older',
      where: 'src/server/read-time.ts',
      find: 'Math.max(1, oldest, floor, Math.min',
      put: 'Math.max(1, oldest, Math.min',
      caughtBy: { tests: [FOLLOWERS] },
    },
  ],
}
