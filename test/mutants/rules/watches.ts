/** Watches (design page 05, "Watch"; docs/decisions/0013). */
import type { MutantGroup } from '../mutant.ts'

const WATCH = 'test/server/watch.test.ts'
const CHANGES = 'test/server/changes.test.ts'
const WATCHER = 'test/server/shard-watcher.test.ts'

export const WATCHES_GROUP: MutantGroup = {
  title: 'Watches',
  mutants: [
    {
      name: 'resolved-above-an-open-prepare',
      rule: 'nothing is resolved at or above the stamp of an open prepare',
      where: 'src/shard/changes.ts',
      find: 'resolved = Math.min(resolved, stamp - 1)',
      put: 'resolved = Math.max(resolved, stamp)',
      caughtBy: { tests: [WATCH] },
    },
    {
      name: 'resolved-above-what-is-not-sent',
      rule: 'a watcher is told that something is resolved only with everything at or below it',
      where: 'src/server/shard-watcher.ts',
      find: 'most = Math.min(most, version.timestamp - 1)',
      put: 'most = Math.max(most, version.timestamp)',
      caughtBy: { tests: [WATCHER] },
    },
    {
      name: 'buffer-overflow-forgets',
      rule: 'a watcher whose buffer overflows catches up from history',
      where: 'src/server/shard-watcher.ts',
      find: '    this.live = false\n    this.position = undefined\n    this.searches++',
      put: '    this.searches++',
      caughtBy: { tests: [WATCHER, WATCH] },
    },
    {
      name: 'seam-between-history-and-live',
      rule: 'while a page of history is read, what apply changes is remembered',
      where: 'src/server/shard-watcher.ts',
      find: 'if (!live && !reading && !passed) return false',
      put: 'if (!live && !passed) return false',
      caughtBy: { tests: [WATCHER] },
    },
    {
      name: 'changes-found-twice-out-of-order',
      rule: 'what the search has not passed yet is found by it, not remembered',
      where: 'src/server/shard-watcher.ts',
      find: 'const kept = this.buffer.filter(({ token, key }) => isBefore(token, key, next))',
      put: 'const kept = this.buffer.filter(() => next.key.length >= 0)',
      caughtBy: { tests: [WATCHER, CHANGES] },
    },
    {
      name: 'only-heads-are-caught-up',
      rule: 'catching up brings every version above the token, not only the newest',
      where: 'src/shard/changes.ts',
      find: 'for (const version of [...history, head]) {',
      put: 'for (const version of [head]) {',
      caughtBy: { tests: [WATCH, CHANGES] },
    },
    {
      name: 'changes-of-memory-only',
      rule: 'catching up looks into the history that the engine has',
      where: 'src/shard/changes.ts',
      find: 'for (const { value } of [...around, ...above]) {',
      put: 'for (const { value } of above.slice(0, 0)) {',
      caughtBy: { tests: [CHANGES] },
    },
    {
      name: 'changes-of-whole-rows-only',
      rule: 'catching up looks into the row of history that began before',
      where: 'src/shard/changes.ts',
      find: 'for (const { value } of [...around, ...above]) {',
      put: 'for (const { value } of above) {',
      caughtBy: { tests: [CHANGES] },
    },
    {
      name: 'watch-below-the-gc-point',
      rule: 'a watch from below the GC point is refused',
      where: 'src/shard/changes.ts',
      find: "  if (since < gcPoint) return { kind: 'too-old', gcPoint }\n",
      put: '',
      caughtBy: { tests: [WATCH] },
    },
    {
      name: 'lost-answer-not-repeated',
      rule: 'a watcher that did not get an answer gets it again',
      where: 'src/server/kv-watches.ts',
      find: 'if (watcher.sent === received && watcher.resolved === at) return watcher',
      put: 'if (watcher.resolved === at || watcher.sent > received) return watcher',
      caughtBy: { tests: [CHANGES] },
    },
    {
      name: 'token-before-every-lane-has-begun',
      rule: 'no token is given out before every part of the ring is watched',
      where: 'src/server/watch-run.ts',
      find: '    if (this.lanes.some(({ told }) => told === 0)) return\n',
      put: '',
      caughtBy: { tests: [WATCH] },
    },
  ],
}
