/** The commit protocol over several shards (design pages 05 and 12). */
import type { MutantGroup } from '../mutant.ts'

const PARTICIPANT = 'test/txn/participant-rules.test.ts'
const COORDINATOR = 'test/txn/coordinator.test.ts'
const RECOVERY = 'test/txn/recovery.test.ts'
const EXPLORER = 'test/txn/commit-explorer.test.ts'

export const COMMIT: MutantGroup = {
  title: 'Commit over several shards',
  mutants: [
    {
      name: 'fence-writes-nothing',
      rule: 'a fence writes a refusal row',
      where: 'src/shard/apply-commands.ts',
      find: '  return refuseForGood(context, id, code, message)\n',
      put: "  return participantReply({ kind: 'refused', refusal: refusal(code, message) })\n",
      caughtBy: { tests: [PARTICIPANT] },
    },
    {
      name: 'abort-writes-nothing',
      rule: 'an Abort that meets a prepare record leaves a refusal row',
      where: 'src/shard/apply-commands.ts',
      find: `    return refuseForGood(context, id, command.refusal.code, command.refusal.message)`,
      put: `    return participantReply({
      kind: 'refused',
      refusal: refusal(command.refusal.code, command.refusal.message),
    })`,
      caughtBy: { tests: ['test/txn/refusal-rows.test.ts'] },
    },
    {
      name: 'commit-without-all-votes',
      rule: 'a transaction is committed only when all have voted yes',
      where: 'src/txn/votes.ts',
      find: "    if (this.unknown > 0) return 'open'\n",
      put: "    if (this.unknown > 1) return 'open'\n    if (this.unknown === 1 && this.prepared > 0) return 'commit'\n",
      caughtBy: { sim: { workloads: ['bank', 'lists'] } },
    },
    {
      name: 'c-of-the-last-vote',
      rule: 'c is at or above every prepare stamp, those of readers included',
      where: 'src/txn/votes.ts',
      find: 'if (fact.stamp > this.stamp) this.stamp = fact.stamp',
      put: 'this.stamp = fact.stamp',
      caughtBy: { sim: { workloads: ['bank', 'lists'] } },
    },
    {
      name: 'c-at-the-least-expiry',
      rule: 'c at or past the least expiry read means abort',
      where: 'src/txn/votes.ts',
      find: 'if (this.stamp >= this.leastExpiry) {',
      put: 'if (this.stamp > this.leastExpiry) {',
      caughtBy: { tests: [COORDINATOR] },
    },
    {
      name: 'expiry-not-in-the-vote',
      rule: 'a vote carries the least expiry of what was read or built on',
      where: 'src/shard/apply-transactions.ts',
      find: '        this.leastExpiry = lesserExpiry(this.leastExpiry, evaluated.builtOnExpiry)\n',
      put: '',
      caughtBy: { tests: [PARTICIPANT] },
    },
    {
      name: 'aborted-without-proof',
      rule: 'aborted is said only after an Abort met a prepare record, or a refusal row was found',
      where: 'src/txn/votes.ts',
      find: "return this.prepared > 0 ? 'abort-unproven' : 'expired'",
      put: `if (this.prepared === 0) return 'expired'
    this.firstRefusal ??= EXPIRED_REFUSAL
    return 'abort'`,
      caughtBy: { tests: [RECOVERY] },
    },
    {
      name: 'gone-told-as-aborted',
      rule: 'nothing found past expiry is OUTCOME_EXPIRED, never aborted',
      where: 'src/txn/recovery.ts',
      find: `    } else if (!this.proven) {
      this.tell({ kind: 'expired' })`,
      put: `    } else if (!this.proven) {
      this.tell({ kind: 'aborted', refusal: this.refusal })`,
      caughtBy: { tests: [RECOVERY] },
    },
    {
      name: 'no-vote-counts-as-no',
      rule: 'an answer without a vote is not a refusal',
      where: 'src/txn/votes.ts',
      find: `      case 'no-vote':
        this.standing[index] = 'gone'`,
      put: `      case 'no-vote':
        this.firstRefusal ??= EXPIRED_REFUSAL
        this.standing[index] = 'gone'`,
      caughtBy: { tests: [RECOVERY, COORDINATOR] },
    },
    {
      name: 'unlogged-refusal-counts-as-vote',
      rule: 'a refusal outside the log is no vote: fence first',
      where: 'src/txn/coordinator.ts',
      find: `      const recovery = this.handOver(nowMs, finalRefusal(refusal))
      recovery.startWith(nowMs, ticket, this.votesByMs)`,
      put: `      this.recoverWith(nowMs, ticket, { kind: 'refused', refusal: finalRefusal(refusal) })`,
      caughtBy: { tests: [COORDINATOR] },
    },
    {
      name: 'late-vote-counts-as-no',
      rule: 'a late vote is not a no: recover',
      where: 'src/txn/coordinator.ts',
      find: '    else if (nowMs >= this.votesByMs) this.recover(nowMs)\n',
      put: `    else if (nowMs >= this.votesByMs) {
      const refusal = { code: 'RETRY', message: 'late', conflicts: [] } as const
      const late = this.options.participants.findIndex((_, index) => !this.votes.isKnown(index))
      this.recoverWith(nowMs, late, { kind: 'refused', refusal })
    }
`,
      caughtBy: { tests: [COORDINATOR] },
    },
    {
      name: 'prepare-record-expires',
      rule: 'a prepare record is never dropped before its outcome',
      where: 'src/shard/machine.ts',
      find: '    state.heads.unpin()\n',
      put: `    state.heads.unpin()
    for (const record of [...state.prepared.all()]) {
      if (record.id.expiry < state.lastStamp) state.prepared.release(record)
    }
`,
      caughtBy: { tests: [PARTICIPANT] },
    },
    {
      name: 'void-promise-keeps-its-row',
      rule: 'the row of a promise that was kept or is void goes, or a restart takes its locks again',
      where: 'src/txn/participant.ts',
      find: 'if (!this.unwritten.delete(record)) this.voided.push(id)',
      put: 'this.unwritten.delete(record)',
      caughtBy: { tests: ['test/shard/model.test.ts'] },
    },
    {
      name: 'promise-without-a-row',
      rule: 'a promise that is open when the engine is written has its row there',
      where: 'src/txn/participant.ts',
      find: '    this.unwritten.add(record)\n',
      put: '',
      caughtBy: { tests: ['test/shard/model.test.ts'] },
    },
    {
      name: 'vote-under-another-list',
      rule: 'a prepare record under another list is no vote: recover by that list',
      where: 'src/txn/participant.ts',
      find: 'if (asked.length > 0 && !sameParticipants(asked, participants)) {',
      put: 'if (asked.length > 0 && participants.length === 0) {',
      caughtBy: { tests: [PARTICIPANT] },
    },
    {
      name: 'coordinator-takes-any-list',
      rule: 'a coordinator counts no vote under another list',
      where: 'src/txn/coordinator.ts',
      find: `        if (sameParticipants(answer.participants, this.options.participants)) {
          this.learn(nowMs, ticket, answer)`,
      put: `        if (answer.participants.length > 0) {
          this.learn(nowMs, ticket, answer)`,
      caughtBy: { tests: [COORDINATOR] },
    },
    {
      name: 'outcome-only-under-its-list',
      rule: 'an outcome is the answer under any list',
      where: 'src/txn/recovery.ts',
      find: "      if (answer.kind === 'committed') this.foundCommit(nowMs, answer)\n",
      put: '',
      caughtBy: { tests: [RECOVERY] },
    },
    {
      name: 'commit-record-ignored',
      rule: 'a commit found anywhere is the outcome',
      where: 'src/txn/recovery.ts',
      find: `    if (answer.kind === 'committed') {
      this.foundCommit(nowMs, answer)
      return
    }`,
      put: `    if (answer.kind === 'committed') {
      this.round.close(index)
      return
    }`,
      caughtBy: { tests: [RECOVERY, EXPLORER] },
    },
    {
      name: 'second-gateway-prepares',
      rule: 'only the first gateway prepares: what was sent before is resolved',
      where: 'src/server/gateway-transactions.ts',
      find: `    } else if (call.identified.resent) {
      const branches`,
      put: `    } else if (call.deadlineMs < 0) {
      const branches`,
      caughtBy: { tests: ['test/server/resent-transactions.test.ts'] },
    },
    {
      name: 'forgotten-before-all-applied',
      rule: 'an outcome is forgotten only when every participant has applied it',
      where: 'src/txn/recovery.ts',
      find: `    this.tell({ kind: 'committed', at, succeeded, participants: own })
`,
      put: `    this.tell({ kind: 'committed', at, succeeded, participants: own })
    this.actions.applied(own)
`,
      caughtBy: { tests: [COORDINATOR] },
    },
    {
      name: 'reads-not-validated',
      rule: 'every version read must still be the newest at commit',
      where: 'src/shard/apply-transactions.ts',
      find: '      if (validity.kind === \'changed\') return lostRace(`key "${shown(keyText(check.key))}"`)\n',
      put: "      if (validity.kind === 'changed') continue\n",
      caughtBy: { sim: { workloads: ['bank', 'lists'] } },
    },
    {
      name: 'ranges-not-validated',
      rule: 'every range read must still be as it was at commit',
      where: 'src/shard/apply-transactions.ts',
      find: "      if (validity.kind === 'changed') return lostRace('a range')\n",
      put: "      if (validity.kind === 'changed') continue\n",
      caughtBy: {
        sim: { workloads: ['rooms'] },
        tests: [PARTICIPANT, 'test/shard/machine.test.ts', 'test/shard/model.test.ts'],
      },
    },
    {
      name: 'absence-past-the-gc-point',
      rule: 'absence is validated by the GC point',
      where: 'src/shard/validation.ts',
      find: 'return check.timestamp === 0 && gcPoint <= check.readAt ? VALID : changed(keyspace, key)',
      put: 'return check.timestamp === 0 ? VALID : changed(keyspace, key)',
      caughtBy: { tests: [PARTICIPANT] },
    },
    {
      name: 'absence-despite-a-tombstone',
      rule: 'absence is validated by the tombstone',
      where: 'src/shard/validation.ts',
      find: 'if (version.timestamp !== check.timestamp) return changed(keyspace, key)',
      put: `if (version.timestamp !== check.timestamp && version.value !== undefined) {
    return changed(keyspace, key)
  }`,
      caughtBy: { tests: [PARTICIPANT] },
    },
    {
      name: 'range-deletion-not-seen',
      rule: 'a range is validated also against what was deleted in it',
      where: 'src/shard/validation.ts',
      find: '    if (head.timestamp > check.readAt) return changed(keyspace, key)\n',
      put: '',
      caughtBy: { tests: [PARTICIPANT, 'test/shard/machine.test.ts', 'test/shard/model.test.ts'] },
    },
    {
      name: 'gc-past-what-is-to-come',
      rule: 'what is still to be written is not collected already',
      where: 'src/shard/apply-commands.ts',
      find: 'const point = timestamp(Math.min(command.point, least - 1))',
      put: 'const point = timestamp(command.point)',
      caughtBy: { tests: ['test/shard/machine.test.ts', 'test/shard/model.test.ts'] },
    },
  ],
}
