/**
 * `kvctl dev`: a cluster on this machine, for trying things out. Every node is a process of its own that can be killed to
 * see what happens; nothing is restarted without being asked. Ending it (ctrl-C) stops all nodes cleanly; starting again
 * finds the data.
 */
import { dirname, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import type { Command } from 'commander'
import ora from 'ora'
import { AdminClient } from '../../client/admin.ts'
import { describeExit, DevNode, type NodeExit } from './dev-node.ts'
import { checkPorts, prepareCluster, type DevPlan } from './dev-plan.ts'
import { CliError, EXIT_FAILED, usageError } from './exit.ts'
import { Output } from './output.ts'
import { DEFAULT_ENDPOINTS, ENDPOINTS_FILE, type Environment } from './session.ts'

const READY_TIMEOUT_MS = 60_000
const POLL_MS = 100
const STOP_GRACE_MS = 10_000

interface DevFlags {
  readonly nodes: string
  readonly data: string
  readonly basePort: string
  readonly shards: string
}

export function addDevCommand(program: Command, environment: Environment): void {
  program
    .command('dev')
    .description('start a cluster on this machine and keep it running until ctrl-C')
    .option('--nodes <count>', 'how many nodes', '3')
    .option('--data <directory>', 'where data and logs go', './data')
    .option('--base-port <port>', 'nodes listen on the ports after it (HTTP: 100 higher)', '7400')
    .option('--shards <count>', 'shards of a new cluster', '32')
    .addHelpText(
      'after',
      `\nExamples:\n  kvctl dev\n  kvctl dev --nodes 5 --data /tmp/ring --base-port 9000`,
    )
    .action(async (flags: DevFlags) => {
      const plan = prepareCluster({
        nodes: wholeNumber(flags.nodes, '--nodes'),
        data: flags.data,
        basePort: wholeNumber(flags.basePort, '--base-port'),
        shards: wholeNumber(flags.shards, '--shards'),
      })
      await checkPorts(plan)
      const output = new Output('table', environment.isTerminal, environment.write)
      await new DevCluster(plan, output).run()
    })
}

function wholeNumber(text: string, flag: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number) || number < 1) {
    throw usageError(`${flag} must be a whole number above 0, not ${text}`)
  }
  return number
}

class DevCluster {
  private readonly plan: DevPlan
  private readonly output: Output
  private readonly nodes: readonly DevNode[]
  private ready = false
  private stopping = false
  /** Set when a node dies before the cluster is ready. */
  private failure: string | undefined
  private endRun: () => void = () => undefined

  constructor(plan: DevPlan, output: Output) {
    this.plan = plan
    this.output = output
    this.nodes = plan.nodes.map(
      (node) => new DevNode(node, (ended, exit) => this.died(ended, exit)),
    )
  }

  /** Resolves when everything has stopped. */
  async run(): Promise<void> {
    const ended = new Promise<void>((end) => {
      this.endRun = end
    })
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
    const onSignal = (): void => this.interrupted()
    for (const signal of signals) process.on(signal, onSignal)
    // Whatever happens here, no node may be left behind.
    const killAll = (): void => this.nodes.forEach((node) => node.kill())
    process.on('exit', killAll)
    try {
      for (const node of this.nodes) node.start()
      await this.waitUntilReady()
      if (!this.stopping) {
        this.ready = true
        this.printSummary()
        const keyboard = this.listenToKeyboard()
        await ended
        keyboard.close()
      }
    } finally {
      await this.stopAll()
      process.removeListener('exit', killAll)
      for (const signal of signals) process.removeListener(signal, onSignal)
    }
  }

  // ---- start -----------------------------------------------------------------------------------------------------

  private async waitUntilReady(): Promise<void> {
    const count = this.nodes.length
    const spinner = ora({
      text: `${this.plan.existed ? 'starting' : 'founding'} a cluster of ${count} nodes`,
      isEnabled: this.output.isTerminal,
      isSilent: !this.output.isTerminal,
      discardStdin: false,
    }).start()
    const admin = new AdminClient(
      this.plan.nodes.map(({ listen }) => listen),
      { timeoutMs: 2000 },
    )
    try {
      const giveUpAt = performance.now() + READY_TIMEOUT_MS
      while (!this.stopping && !(await this.isReady(admin, (text) => (spinner.text = text)))) {
        if (this.failure !== undefined) throw new CliError(EXIT_FAILED, this.failure)
        if (performance.now() > giveUpAt) {
          throw new CliError(
            EXIT_FAILED,
            `the cluster is not ready after ${READY_TIMEOUT_MS / 1000} s (${spinner.text}); see the logs in ${this.plan.data}`,
          )
        }
        await new Promise((wake) => setTimeout(wake, POLL_MS))
      }
    } finally {
      spinner.stop()
      admin.close()
    }
  }

  private async isReady(admin: AdminClient, progress: (text: string) => void): Promise<boolean> {
    try {
      const { nodesUp, nodes, shards, shardsWithLeader } = await admin.status()
      progress(
        `${nodesUp} of ${nodes} nodes up, ${shardsWithLeader} of ${shards} shards have a leader`,
      )
      return shards > 0 && shardsWithLeader === shards && nodesUp >= this.nodes.length
    } catch {
      // Not listening yet.
      return false
    }
  }

  private printSummary(): void {
    const { output, plan } = this
    const count = this.nodes.length
    output.line(
      `${output.paint('green', '✔')} ${output.paint('bold', `RingKV is running: ${count} ${count === 1 ? 'node' : 'nodes'}`)}  (cluster ${plan.clusterId})`,
    )
    for (const { plan: node, pid } of this.nodes) {
      output.line(`  node ${node.id}  ${node.listen}  http://${node.http}  pid ${pid ?? 0}`)
    }
    output.line(`  data and logs in ${plan.data}`)
    output.line('')
    output.line('Now type in another terminal:')
    const commands = ['put greeting hello', 'get greeting', 'status'].map((it) => `npx kvctl ${it}`)
    if (!this.isFoundByDefault) {
      commands.unshift(
        `export RINGKV_ENDPOINTS=${plan.nodes.map(({ listen }) => listen).join(',')}`,
      )
    }
    for (const command of commands) output.line(`  ${output.paint('cyan', command)}`)
    output.line('')
    output.line(output.paint('dim', 'ctrl-C stops the cluster; starting it again finds the data'))
  }

  /** Whether kvctl, started in the same directory, finds this cluster without being told. */
  private get isFoundByDefault(): boolean {
    return (
      this.plan.data === dirname(resolve(ENDPOINTS_FILE)) ||
      DEFAULT_ENDPOINTS.includes(this.plan.nodes[0]!.listen)
    )
  }

  // ---- life ------------------------------------------------------------------------------------------------------

  private listenToKeyboard(): { close(): void } {
    const keyboard = createInterface({ input: process.stdin })
    keyboard.on('line', (line) => {
      const word = line.trim().toLowerCase()
      if (word === 'r') this.restartDead()
      else if (word === 'q') this.interrupted()
      else if (word !== '')
        this.output.line('r restarts dead nodes, q (or ctrl-C) stops the cluster')
    })
    return {
      close: () => {
        keyboard.close()
        process.stdin.destroy()
      },
    }
  }

  private restartDead(): void {
    const dead = this.nodes.filter((node) => !node.running)
    if (dead.length === 0) this.output.line('all nodes are running')
    for (const node of dead) {
      node.start()
      this.output.line(`node ${node.plan.id} started again, pid ${node.pid ?? 0}`)
    }
  }

  private died(node: DevNode, exit: NodeExit): void {
    if (this.stopping) return
    const words = node.lastWords().map((line) => `    ${line}`)
    const what = `node ${node.plan.id} died: ${describeExit(exit)}`
    if (!this.ready) {
      this.failure ??= [`${what}. It said:`, ...words].join('\n')
      return
    }
    const { output } = this
    output.line(output.paint('red', what))
    for (const line of words) output.line(output.paint('dim', line))
    const left = this.nodes.filter(({ running }) => running).length
    output.line(
      `  ${left} of ${this.nodes.length} nodes are running. Type ${output.paint('bold', 'r')} + Enter to start it again`,
    )
  }

  private interrupted(): void {
    if (this.stopping) {
      // Asked twice: no more patience.
      for (const node of this.nodes) node.kill()
      return
    }
    this.stopping = true
    this.output.line(this.output.paint('dim', 'stopping …'))
    this.endRun()
  }

  private async stopAll(): Promise<void> {
    this.stopping = true
    await Promise.all(this.nodes.map((node) => node.stop(STOP_GRACE_MS)))
    if (this.ready) this.output.line(this.output.paint('dim', 'stopped'))
  }
}
