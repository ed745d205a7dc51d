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
  'A wiped node does not make its key-value replicas again: two checks stand one behind the other (node.ts, replica-host.ts), so no single patch breaks the rule; test/server/replica-ids.test.ts watches it.',
]
