/** Comparison, resolution, offline edits, the conflict log (design page 04). */
import type { MutantGroup } from '../mutant.ts'

const COMPARISON = 'test/shard/comparison.test.ts'
const LOG = 'test/shard/conflict-log.test.ts'
const OFFLINE = 'test/server/offline-session.test.ts'

export const CONFLICTS: MutantGroup = {
  title: 'Conflicts and offline edits',
  mutants: [
    {
      name: 'context-of-any-key',
      rule: 'a context may be used on its own key only',
      where: 'src/versions/context.ts',
      find: '  if (sum !== checksum(keyspace, key, bytes, end)) return undefined\n',
      put: '  if (sum === checksum(keyspace, key, bytes, end) + 1) return undefined\n',
      caughtBy: { tests: [COMPARISON] },
    },
    {
      name: 'duplicate-applied-again',
      rule: 'an own dot that the key has is answered as applied, without effect',
      where: 'src/versions/evaluate.ts',
      find: 'if (isDuplicate(current, incoming.actor, ownDots)) {',
      put: 'if (isDuplicate(current, incoming.actor, []) && current) {',
      caughtBy: { tests: [COMPARISON] },
    },
    {
      name: 'chain-with-gaps',
      rule: "the context must contain the actor's previous dot on the key",
      where: 'src/versions/compare.ts',
      find: "return contained ? undefined : 'PREVIOUS_DOT_MISSING'",
      put: "return contained || newest > 0 ? undefined : 'PREVIOUS_DOT_MISSING'",
      caughtBy: { tests: [COMPARISON] },
    },
    {
      name: 'chain-counted-twice',
      rule: 'an edit whose chain came in since its context is not merged: BASE_GONE',
      where: 'src/versions/evaluate.ts',
      find: "  if (actor !== '' && mayHaveLaterDot(head.clock, base?.clock ?? EMPTY_CLOCK, actor)) return 'gone'\n",
      put: "  if (mayHaveLaterDot(head.clock, head.clock, actor)) return 'gone'\n",
      caughtBy: { tests: [COMPARISON] },
    },
    {
      name: 'resolved-and-refused',
      rule: 'what a refused transaction had resolved is not logged as having happened',
      where: 'src/shard/apply-transactions.ts',
      find: '      context.dropResolved()\n',
      put: '',
      caughtBy: { tests: [LOG] },
    },
    {
      name: 'resolved-when-prepared',
      rule: 'what a prepare resolved is logged when it commits',
      where: 'src/shard/apply-transactions.ts',
      find: '    conflicts: context.takeConflicts(),\n',
      put: '    conflicts: [],\n',
      caughtBy: { tests: [LOG] },
    },
    {
      name: 'conflict-log-loses-mine',
      rule: 'a refused or losing value is whole in the conflict log',
      where: 'src/shard/conflict-codec.ts',
      find: '      theirs: theirs && cutSide(theirs, SIDE_BOUNDS),\n',
      put: '      theirs: theirs && cutSide(theirs, SIDE_BOUNDS),\n      mine: cutSide(explanation.mine, SIDE_BOUNDS),\n',
      caughtBy: { tests: [LOG] },
    },
    {
      name: 'one-shard-explains',
      rule: 'the conflicts of all participants are told',
      where: 'src/txn/coordinator.ts',
      find: 'if (answer.refusal.conflicts.length > 0) this.learnConflicts(nowMs, ticket, answer)',
      put: 'if (answer.refusal.conflicts.length < 0) this.learnConflicts(nowMs, ticket, answer)',
      caughtBy: { tests: ['test/server/conflicts.test.ts'] },
    },
    {
      name: 'dots-in-doubt-forgotten',
      rule: 'a dot that may have reached the store is brought along with every later edit',
      where: 'src/client/offline/offline-session.ts',
      find: 'if (error instanceof RingKvError && !isOutcomeUnknown(error)) {',
      put: 'if (error instanceof RingKvError) {',
      caughtBy: { tests: [OFFLINE] },
    },
    {
      name: 'dated-anew-unkept',
      rule: 'an offline edit is sent with the date that the program has kept',
      where: 'src/client/offline/offline-session.ts',
      find: 'state: sending(state) }))',
      put: 'state: sending(redated(state, kv.core.dispatcher.clusterClock.now())) }))',
      caughtBy: { tests: [OFFLINE] },
    },
    {
      name: 'redone-twice',
      rule: 'what the store has of an edit is not made again on top of it',
      where: 'src/client/offline/offline-key.ts',
      find: 'filter((operation) => firstDateOf(operation) > known)',
      put: 'filter((operation) => firstDateOf(operation) > known - known)',
      caughtBy: { tests: [OFFLINE] },
    },
    {
      name: 'first-date-forgotten',
      rule: 'an edit that was made again is known by its first date, too: an earlier commit may still bring it',
      where: 'src/client/offline/offline-key.ts',
      find: 'return firstDate ?? date',
      put: 'return firstDate === undefined ? date : date',
      caughtBy: { tests: [OFFLINE] },
    },
  ],
}
