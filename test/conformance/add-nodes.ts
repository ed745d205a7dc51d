/** The options of `add-nodes` (FORMAT.md, section 4.2). Unknown ones are ignored. */
import { replicaId, type ReplicaId } from '../../src/base/ids.ts'
import { NO_CONF } from '../raft/memory-storage.ts'
import { valueOf, valuesOf, type Directive } from './data-driven.ts'
import { DirectiveError } from './directive-error.ts'
import type { ScriptNodeOptions } from './script-node.ts'

export function nodeOptions(directive: Directive): ScriptNodeOptions {
  const number = (key: string, otherwise: number): number =>
    Number(valueOf(directive, key) ?? otherwise)
  // An option without a value is switched on.
  const flag = (key: string): boolean =>
    valuesOf(directive, key) !== undefined && (valueOf(directive, key) ?? 'true') === 'true'
  const ids = (key: string): readonly ReplicaId[] =>
    (valuesOf(directive, key) ?? []).map((id) => replicaId(Number(id)))
  const isBootstrapped = ['voters', 'learners', 'index', 'content'].some(
    (key) => valuesOf(directive, key) !== undefined,
  )
  const index = number('index', 0)
  if (isBootstrapped && index <= 1) {
    throw new DirectiveError('index must be specified as > 1 due to bootstrap')
  }
  return {
    confState: { ...NO_CONF, voters: ids('voters'), learners: ids('learners') },
    index,
    content: valueOf(directive, 'content') ?? '',
    inflight: number('inflight', Infinity),
    preVote: flag('prevote'),
    checkQuorum: flag('checkquorum'),
    asyncStorageWrites: flag('async-storage-writes'),
    stepDownOnRemoval: flag('step-down-on-removal'),
    disableConfChangeValidation: flag('disable-conf-change-validation'),
    readMode: valueOf(directive, 'read-only') === 'lease-based' ? 'lease' : 'read-index',
    maxCommittedBytesPerReady: number('max-committed-size-per-ready', Infinity),
  }
}
