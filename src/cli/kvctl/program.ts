/** kvctl's commands and global options, without side effects: nothing runs before `parseAsync`. */
import { Command } from 'commander'
import { addClusterCommands } from './cluster-commands.ts'
import { addCompletionCommand } from './completion.ts'
import { addDataCommands } from './data-commands.ts'
import { addDevCommand } from './dev-command.ts'
import { addHistoryCommand } from './history-command.ts'
import { addKeyspaceCommands } from './keyspace-commands.ts'
import { addLoadCommand } from './load-command.ts'
import { FORMATS } from './output.ts'
import { addScanCommand } from './scan-command.ts'
import { CliSession, type Environment, type GlobalOptions, type RunCommand } from './session.ts'
import { addTransactionCommand } from './txn-command.ts'
import { addWatchCommand } from './watch-command.ts'
import { addWhyCommand } from './why-command.ts'

export function buildProgram(environment: Environment, version: string): Command {
  const program = new Command('kvctl')
  program
    .description('Reads, writes and looks after a RingKV cluster.')
    .version(version, '-V, --version')
    .option(
      '--endpoints <addresses>',
      'nodes to connect to, HOST:PORT,HOST:PORT,… (default: $RINGKV_ENDPOINTS, ./data/endpoints, 127.0.0.1:7401–7403)',
    )
    .option('--timeout <duration>', 'how long a command may wait for the cluster', '10s')
    .option('-o, --output <format>', FORMATS.join(' | '), 'table')
    .option('--keyspace <name>', 'keyspace of the keys (default: default)')
    .option('--actor <name>', 'who writes, kept beside every version')
    .addHelpText(
      'after',
      `
First steps:
  kvctl dev                                  start a cluster on this machine
  kvctl put greeting hello                   then, in another terminal
  kvctl get greeting
  kvctl txn 'incr a -1' 'incr b 1' --if 'a > 0 --int'
  kvctl status

Exit codes: 0 ok, 1 failed, 2 usage, 3 not found, 4 conflict, 5 unavailable.`,
    )
    .showSuggestionAfterError(true)
    .configureOutput({ writeOut: environment.write })
  const run: RunCommand = async (command, work) => {
    const session = new CliSession(command.optsWithGlobals<GlobalOptions>(), environment)
    try {
      await work(session)
    } finally {
      await session.close()
    }
  }
  addDataCommands(program, run)
  addWhyCommand(program, run)
  addHistoryCommand(program, run)
  addTransactionCommand(program, run)
  addScanCommand(program, run)
  addWatchCommand(program, run)
  addLoadCommand(program, run)
  addClusterCommands(program, run)
  addKeyspaceCommands(program, run)
  addDevCommand(program, environment)
  addCompletionCommand(program, environment.write)
  return program
}
