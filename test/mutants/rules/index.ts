/** All mutants, by subject; and the rules that have none, with the reason. */
import type { MutantGroup } from '../mutant.ts'
import { IDENTITY, LOCKS, STAMPS } from './apply.ts'
import { COMMIT } from './commit.ts'
import { CONFLICTS } from './conflicts.ts'
import { CONSENSUS } from './consensus.ts'
import { GARBAGE_GROUP } from './garbage.ts'
import { KEYSPACES } from './keyspaces.ts'
import { READS_GROUP } from './reads.ts'
import { SPLITS } from './splits.ts'
import { STORAGE } from './storage.ts'
import { WATCHES_GROUP } from './watches.ts'

export const GROUPS: readonly MutantGroup[] = [
  CONSENSUS,
  STORAGE,
  IDENTITY,
  LOCKS,
  STAMPS,
  COMMIT,
  CONFLICTS,
  READS_GROUP,
  GARBAGE_GROUP,
  KEYSPACES,
  WATCHES_GROUP,
  SPLITS,
]

export const WITHOUT_MUTANT: readonly string[] = [
  'A transaction of one shard whose keys a split has parted on the way is recovered, not prepared: what was logged of it under the old epoch has either been applied before the split, and then both halves know its outcome, or never has an effect, so preparing it would come to the same; test/server/split.test.ts watches the answer.',
  'A wiped node does not make its key-value replicas again: two checks stand one behind the other (node.ts, replica-host.ts), so no single patch breaks the rule; test/server/replica-ids.test.ts watches it.',
]
