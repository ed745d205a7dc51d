/** The confchange suite (FORMAT.md, section 3): one membership, changed step by step. */
import type { ReplicaId } from '../../src/base/ids.ts'
import { describeConf, describeProgress } from '../../src/raft/describe.ts'
import {
  enterJoint,
  leaveJoint,
  simpleChange,
  type Membership,
  type MembershipResult,
} from '../../src/raft/membership.ts'
import type { ConfState } from '../../src/raft/index.ts'
import { Progress, type ProgressView } from '../../src/raft/progress.ts'
import { NO_CONF } from '../raft/memory-storage.ts'
import { parseChanges } from './changes.ts'
import { valueOf, type Directive } from './data-driven.ts'

export class ConfChangeRunner {
  private membership: Membership = { conf: NO_CONF, progress: new Map() }
  private lastIndex = 0

  run(directive: Directive): string {
    try {
      const result = this.change(directive)
      if (typeof result === 'string') return result
      if (result.kind === 'refused') return result.reason
      this.membership = result.membership
      return `${describeConf(this.membership.conf)}\n${describeMembers(this.membership.conf, this.membership.progress)}`
    } finally {
      this.lastIndex++
    }
  }

  private change(directive: Directive): MembershipResult | string {
    const changes = parseChanges(directive.input)
    if (typeof changes === 'string') return changes
    const { lastIndex } = this
    const newProgress = (id: Progress['id']): Progress =>
      new Progress(id, Math.max(lastIndex, 1), { messages: 10, bytes: Infinity })
    switch (directive.command) {
      case 'simple':
        return simpleChange(this.membership, changes, newProgress)
      case 'enter-joint':
        return enterJoint(
          this.membership,
          changes,
          valueOf(directive, 'autoleave') === 'true',
          newProgress,
        )
      case 'leave-joint':
        if (directive.input !== '') return 'this command takes no input'
        return leaveJoint(this.membership)
      default:
        return 'unknown command'
    }
  }
}

/** A progress map as FORMAT.md 5.7 shows it. */
export function describeMembers(
  conf: ConfState,
  progress: ReadonlyMap<ReplicaId, ProgressView>,
): string {
  return [...progress.values()]
    .map((peer) => `${peer.id}: ${describeProgress(peer, conf.learners.includes(peer.id))}\n`)
    .join('')
}
