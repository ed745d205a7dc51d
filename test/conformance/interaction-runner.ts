/** The interaction suite (FORMAT.md, section 4): a cluster in which nothing happens but what the script says. */
import { replicaId } from '../../src/base/ids.ts'
import {
  APPEND_THREAD,
  APPLY_THREAD,
  encodeConfChange,
  message,
  STEP_ERROR_TEXTS,
  type ConfChangeTransition,
  type Entry,
  type Message,
} from '../../src/raft/index.ts'
import { nodeOptions } from './add-nodes.ts'
import { parseChanges } from './changes.ts'
import { describeMembers } from './confchange-runner.ts'
import { valueOf, type Directive } from './data-driven.ts'
import { DirectiveError } from './directive-error.ts'
import { LOG_LEVELS, Output, type LogLevel } from './output.ts'
import { ROLE_NAMES, showEntry, showMessage } from './render.ts'
import { ScriptNode } from './script-node.ts'

const ELECTION_TICKS = 3
const NO_BYTES = new Uint8Array(0)

type Handler = (directive: Directive) => void

export class InteractionRunner {
  private readonly output = new Output()
  private readonly nodes: ScriptNode[] = []
  private mailbox: Message[] = []
  private nowMs = 0

  private readonly handlers: Readonly<Record<string, Handler>> = {
    _breakpoint: () => undefined,
    'add-nodes': (directive) => this.addNodes(directive),
    'log-level': (directive) => {
      this.output.level = logLevel(positional(directive)[0] ?? '')
    },
    campaign: (directive) => this.node(directive).raft.campaign(this.nowMs),
    'tick-election': (directive) => this.tick(this.node(directive), ELECTION_TICKS),
    'tick-heartbeat': (directive) => this.tick(this.node(directive), 1),
    'set-randomized-election-timeout': (directive) =>
      this.node(directive).raft.setRandomizedElectionTimeout(Number(valueOf(directive, 'timeout'))),
    propose: (directive) => {
      const data = Buffer.from(positional(directive)[1] ?? '', 'utf8')
      this.propose(this.node(directive), { type: 'normal', data })
    },
    'propose-conf-change': (directive) => this.proposeConfChange(directive),
    'process-ready': (directive) =>
      this.forNodes(directive, 'handling Ready', (node) => this.handleReady(node)),
    'process-append-thread': (directive) =>
      this.forNodes(directive, 'processing append thread', (node) =>
        this.mailbox.push(...node.processAppend()),
      ),
    'process-apply-thread': (directive) =>
      this.forNodes(directive, 'processing apply thread', (node) =>
        this.mailbox.push(...node.processApply()),
      ),
    'deliver-msgs': (directive) => this.deliverMessages(directive),
    stabilize: (directive) => this.stabilize(directive),
    status: (directive) => {
      const { raft } = this.node(directive)
      if (!raft.isLeader) return
      this.output.write(describeMembers(raft.confState, raft.progress))
    },
    'raft-state': () => this.raftState(),
    'raft-log': (directive) => this.raftLog(this.node(directive)),
    compact: (directive) => {
      const node = this.node(directive)
      if (!node.storage.compact(Number(positional(directive)[1]))) {
        throw new DirectiveError('requested index is unavailable due to compaction')
      }
      this.raftLog(node)
    },
    'transfer-leadership': (directive) =>
      this.nodeOf(valueOf(directive, 'from')).raft.transferLeader(
        replicaId(Number(valueOf(directive, 'to'))),
      ),
    'forget-leader': (directive) => this.node(directive).raft.forgetLeader(),
    'report-unreachable': (directive) =>
      this.node(directive).raft.reportUnreachable(replicaId(Number(positional(directive)[1]))),
    'send-snapshot': (directive) => this.sendSnapshot(directive),
  }

  run(directive: Directive): string {
    this.output.take()
    let error = ''
    try {
      const handler = this.handlers[directive.command]
      if (handler === undefined) throw new DirectiveError('unknown command')
      handler(directive)
    } catch (thrown) {
      if (!(thrown instanceof DirectiveError)) throw thrown
      error = thrown.message
    }
    const text = this.output.take()
    if (error !== '' && this.output.level === 'NONE') return error
    return `${text}${error}` || 'ok'
  }

  private addNodes(directive: Directive): void {
    const options = nodeOptions(directive)
    for (let count = Number(positional(directive)[0]); count > 0; count--) {
      this.nodes.push(new ScriptNode(this.nodes.length + 1, options, this.output))
    }
  }

  private tick(node: ScriptNode, ticks: number): void {
    for (let i = 0; i < ticks; i++) node.raft.tick(++this.nowMs)
  }

  private propose(node: ScriptNode, proposal: Pick<Entry, 'type' | 'data'>): void {
    const entries = [{ ...proposal, term: 0, index: 0 }]
    const { id } = node
    const error = node.raft.step(message('MsgProp', { from: id, to: id, entries }), this.nowMs)
    if (error !== undefined) throw new DirectiveError(STEP_ERROR_TEXTS[error])
  }

  private proposeConfChange(directive: Directive): void {
    for (const { key, values } of directive.args.slice(1)) {
      if (values.length === 0 || !['v1', 'transition'].includes(key)) {
        throw new DirectiveError(`unknown command ${key}`)
      }
    }
    const changes = parseChanges(directive.input)
    if (typeof changes === 'string') throw new DirectiveError(changes)
    const named = valueOf(directive, 'transition')
    const isV1 = valueOf(directive, 'v1') === 'true'
    if (isV1 && (changes.length !== 1 || named !== undefined)) {
      throw new DirectiveError('v1 conf change can only have one operation and no transition')
    }
    const transition = transitionOf(named)
    this.propose(this.node(directive), {
      type: isV1 ? 'conf-change' : 'conf-change-v2',
      data: encodeConfChange({ transition, changes, context: NO_BYTES }),
    })
  }

  /** With one node plainly, with several each under a headline. */
  private forNodes(directive: Directive, doing: string, run: (node: ScriptNode) => void): void {
    const nodes = positional(directive).map((id) => this.nodeOf(id))
    for (const node of nodes) {
      if (nodes.length === 1) run(node)
      else this.section(node, doing, () => run(node))
    }
  }

  private section(node: ScriptNode, doing: string, run: () => void): void {
    this.output.write(`> ${node.id} ${doing}\n`)
    this.output.indented(run)
  }

  private handleReady(node: ScriptNode): void {
    this.mailbox.push(...node.handleReady())
  }

  private deliverMessages(directive: Directive): void {
    const type = valueOf(directive, 'type')
    let count = 0
    for (const { key, values } of directive.args) {
      if (key === 'type') continue
      const isDrop = key === 'drop'
      for (const id of isDrop ? values : [key]) {
        count += this.deliver(Number(id), isDrop, type)
      }
    }
    if (count === 0) this.output.write('no messages\n')
  }

  /** Delivers or drops what is addressed to node `id`. Returns how many messages that were. */
  private deliver(id: number, isDrop: boolean, type?: string): number {
    const taken = this.mailbox.filter(
      (mail) =>
        mail.to === id && (type === undefined || mail.type === type) && !(isDrop && isLocal(mail)),
    )
    this.mailbox = this.mailbox.filter((mail) => !taken.includes(mail))
    for (const mail of taken) {
      this.output.write(`${isDrop ? 'dropped: ' : ''}${showMessage(mail)}\n`)
      if (isDrop) continue
      const error = this.nodeOf(String(id)).raft.step(mail, this.nowMs)
      if (error !== undefined) this.output.write(`${STEP_ERROR_TEXTS[error]}\n`)
    }
    return taken.length
  }

  private stabilize(directive: Directive): void {
    const level = valueOf(directive, 'log-level')
    const before = this.output.level
    if (level !== undefined) this.output.level = logLevel(level)
    const listed = positional(directive)
    const nodes = listed.length > 0 ? listed.map((id) => this.nodeOf(id)) : this.nodes
    try {
      while (this.stabilizePass(nodes)) {
        // Until nothing happens any more.
      }
    } finally {
      this.output.level = before
    }
  }

  private stabilizePass(nodes: readonly ScriptNode[]): boolean {
    let didSomething = false
    for (const node of nodes) {
      if (!node.raft.hasReady()) continue
      didSomething = true
      this.section(node, 'handling Ready', () => this.handleReady(node))
    }
    for (const node of nodes) {
      if (!this.mailbox.some((mail) => mail.to === node.id)) continue
      didSomething = true
      this.section(node, 'receiving messages', () => this.deliver(node.id, false))
    }
    for (const node of nodes) {
      if (node.appendWork.length === 0) continue
      didSomething = true
      this.section(node, 'processing append thread', () => {
        while (node.appendWork.length > 0) this.mailbox.push(...node.processAppend())
      })
    }
    for (const node of nodes) {
      if (node.applyWork.length === 0) continue
      didSomething = true
      this.section(node, 'processing apply thread', () => {
        while (node.applyWork.length > 0) this.mailbox.push(...node.processApply())
      })
    }
    return didSomething
  }

  private raftState(): void {
    for (const { id, raft } of this.nodes) {
      const { voters, votersOutgoing } = raft.confState
      const isVoter = voters.includes(id) || votersOutgoing.includes(id)
      this.output.write(
        `${id}: ${ROLE_NAMES[raft.role]} (${isVoter ? 'Voter' : 'Non-Voter'}) ` +
          `Term:${raft.term} Lead:${raft.leader}\n`,
      )
    }
  }

  private raftLog({ storage }: ScriptNode): void {
    if (storage.entriesStored.length === 0) {
      this.output.write(
        `log is empty: first index=${storage.firstIndex()}, last index=${storage.lastIndex()}`,
      )
    }
    for (const entry of storage.entriesStored) this.output.write(`${showEntry(entry)}\n`)
  }

  private sendSnapshot(directive: Directive): void {
    const from = this.node(directive)
    const mail = message('MsgSnap', {
      from: from.id,
      to: replicaId(Number(positional(directive)[1])),
      term: from.raft.term,
      snapshot: from.newestSnapshot,
    })
    this.mailbox.push(mail)
    this.output.write(`${showMessage(mail)}\n`)
  }

  private node(directive: Directive): ScriptNode {
    return this.nodeOf(positional(directive)[0])
  }

  private nodeOf(id: string | undefined): ScriptNode {
    const node = this.nodes[Number(id) - 1]
    if (node === undefined) throw new DirectiveError(`no node ${id ?? ''}`)
    return node
  }
}

function positional(directive: Directive): readonly string[] {
  return directive.args.filter(({ values }) => values.length === 0).map(({ key }) => key)
}

function isLocal({ from, to }: Message): boolean {
  return from === to || from === APPEND_THREAD || from === APPLY_THREAD
}

function logLevel(name: string): LogLevel {
  const level = LOG_LEVELS.find((known) => known === name.toUpperCase())
  if (level === undefined) {
    throw new DirectiveError(`log levels must be either of [${LOG_LEVELS.join(' ')}]`)
  }
  return level
}

function transitionOf(name: string | undefined): ConfChangeTransition {
  switch (name) {
    case undefined:
    case 'auto':
      return 'auto'
    case 'implicit':
    case 'explicit':
      return name
    default:
      throw new DirectiveError(`unknown transition ${name}`)
  }
}
