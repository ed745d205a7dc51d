/**
 * Carries out the split operators that placement has recorded (06, "Operators"): asks the shard's leader, again and again, until the
 * child is on the map. Whoever leads placement does this, so a split that was asked for survives its leader; asking twice does
 * nothing, since the command names the epoch that it wants to end.
 */
import type { HybridClock } from '../base/hybrid-clock.ts'
import type { Operator, OperatorReport } from '../placement/operator.ts'
import { operatorSteps } from '../placement/operator.ts'
import type { Command } from '../shard/command.ts'
import type { PlacementReplica } from './placement-replica.ts'

type SplitCommand = Extract<Command, { kind: 'split' }>

/** Brings the command to the leader of the shard that owns `token`; resolves with why nothing came of it, empty if it was done. */
export type AskSplit = (command: SplitCommand, token: number) => Promise<string>

export class SplitOperators {
  private readonly clock: HybridClock
  private readonly ask: AskSplit
  /** Operators whose last question is open. */
  private readonly asking = new Set<number>()

  constructor(clock: HybridClock, ask: AskSplit) {
    this.clock = clock
    this.ask = ask
  }

  /** Once a second, where placement is led. */
  tick(replica: PlacementReplica): void {
    for (const operator of replica.machine.operators()) {
      if (operator.state === 'running' && operator.action.kind === 'split') {
        this.advance(replica, operator, operator.action)
      }
    }
  }

  private advance(
    replica: PlacementReplica,
    operator: Operator,
    { child, token }: Extract<Operator['action'], { kind: 'split' }>,
  ): void {
    const { shards } = replica.machine.view
    const parent = shards.byShard(operator.shard)
    if (shards.byShard(child) !== undefined) {
      const last = operatorSteps(operator.action).length - 1
      for (let step = operator.step; step <= last; step++) {
        this.report(replica, operator, { step, result: 'finished', note: '' })
      }
    } else if (this.clock.peek() >= operator.deadline) {
      this.report(replica, operator, { result: 'timed-out', note: operator.note })
    } else if (parent === undefined || token <= parent.range.start || token >= parent.range.end) {
      const note = `shard ${operator.shard} does not own token ${token} any more`
      this.report(replica, operator, { result: 'failed', note })
    } else if (!this.asking.has(operator.id)) {
      this.asking.add(operator.id)
      const { epoch, range } = parent
      const command: SplitCommand = { kind: 'split', child, token, epoch, shares: [] }
      void this.ask(command, range.start).then((note) => {
        this.asking.delete(operator.id)
        if (note !== '' && note !== operator.note) {
          this.report(replica, operator, { result: 'working', note })
        }
      })
    }
  }

  private report(
    replica: PlacementReplica,
    { id, step }: Operator,
    report: Omit<OperatorReport, 'progress' | 'step'> & { readonly step?: number },
  ): void {
    const progress = { done: 0, total: 0 }
    void replica.propose({
      kind: 'operator-advance',
      at: this.clock.now(),
      operator: id,
      report: { step, progress, ...report },
    })
  }
}
