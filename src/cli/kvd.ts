#!/usr/bin/env node
/** `kvd`: runs one node until it is told to stop. Exit codes: docs/ERRORS.md. */
import { setFlagsFromString } from 'node:v8'
import { Command } from 'commander'
import { pino } from 'pino'
import { FATAL_EXIT_CODES, FatalError } from '../base/errors.ts'
import {
  resolveConfig,
  SETTINGS,
  settingsOfEnvironment,
  settingsOfFile,
  settingsOfFlags,
  type SettingEntry,
} from '../config/load.ts'
import type { Config } from '../config/config.ts'
import { startNode } from '../server/node-process.ts'
import { VERSION, type NodeLog } from '../server/node.ts'

/** A bug, as opposed to an environment that does not let us work. */
const EXIT_BUG = 99

// The log's writes must not stand in line behind the engine's reads: libuv's four threads are too few for both. It reads
// this when the first of them is needed, which is later than now.
process.env.UV_THREADPOOL_SIZE ??= '8'

// Helpers that share the work of a young collection cost more than they save where cores are few (docs/decisions/0024). V8
// reads this at every collection.
setFlagsFromString('--no-parallel-scavenge')

interface Flags {
  readonly config?: string
  readonly printConfig?: boolean
  readonly check?: boolean
}

const program = new Command('kvd')
  .description('Runs a RingKV node.')
  .version(VERSION)
  .option('--config <FILE>', 'settings in YAML; flags and RINGKV_… variables override it')
  .option('--print-config', 'print the complete configuration and exit')
  .option('--check', 'check the configuration and exit')
  .configureOutput({ outputError: (text, write) => write(`kvd: ${oneLine(text)}\n`) })
  .exitOverride(({ exitCode }) => {
    process.exit(exitCode === 0 ? 0 : FATAL_EXIT_CODES['bad-configuration'])
  })
for (const setting of SETTINGS) {
  const { flag, value } = setting
  program.option(value === '' ? `--${flag}` : `--${flag} <${value}>`, explained(setting))
}
program.addHelpText(
  'after',
  `
Each setting is also a key of the file and a variable of the environment: --log-max is logMax and RINGKV_LOG_MAX.
A flag wins over the environment, the environment over the file.
TIME is a number with ms, s, min, h or d, such as 500ms; SIZE one with B, KiB, MiB, GiB or TiB, such as 64MiB.`,
)
program.action(() => run(program.opts<Flags>()))
await program.parseAsync()

async function run(flags: Flags): Promise<void> {
  try {
    const config = readConfig(flags)
    if (flags.printConfig === true)
      process.stdout.write(`${JSON.stringify(config, undefined, 2)}\n`)
    else if (flags.check === true) process.stdout.write('the configuration is valid\n')
    else await serve(config)
  } catch (error) {
    exitWith(error)
  }
}

function readConfig(flags: Flags): Config {
  const given = flags as Readonly<Record<string, unknown>>
  const settings: Record<string, unknown> = {}
  for (const { key } of SETTINGS) if (given[key] !== undefined) settings[key] = given[key]
  return resolveConfig(
    settingsOfFlags(settings),
    settingsOfEnvironment(process.env),
    ...(flags.config === undefined ? [] : [settingsOfFile(flags.config)]),
  )
}

/** What help says of a setting: what it does, the values that it takes, and what holds unless it is given. */
function explained({ description, bounds, initial }: SettingEntry): string {
  const facts = [bounds, initial === '' ? '' : `default ${initial}`].filter((fact) => fact !== '')
  return facts.length === 0 ? description : `${description} (${facts.join('; ')})`
}

async function serve(config: Config): Promise<void> {
  const destination = pino.destination({
    dest: config.logFile === '' ? 2 : config.logFile,
    sync: true,
  })
  const logger = pino({ level: config.logLevel, base: { self: config.nodeId } }, destination)
  const log: NodeLog = (level, message, fields) => logger[level](fields ?? {}, message)
  const fatal = (error: unknown): void => {
    logger.fatal({ err: error }, 'the node cannot go on')
    exitWith(error)
  }
  process.on('uncaughtException', fatal)
  process.on('unhandledRejection', fatal)
  const running = startNode(config, log, fatal)
  let stopping: Promise<void> | undefined
  const stop = (signal: string): void => {
    stopping ??= (async () => {
      logger.info({ signal }, 'stopping')
      await (await running).stop()
      process.exit(0)
    })()
  }
  process.on('SIGTERM', () => stop('SIGTERM'))
  process.on('SIGINT', () => stop('SIGINT'))
  await running
}

/** What commander says about wrong flags, without its prefix and on one line. */
function oneLine(text: string): string {
  return text
    .replace(/^error: /, '')
    .trim()
    .replaceAll('\n', ' ')
}

/** One line for people, a distinct code for scripts. */
function exitWith(error: unknown): never {
  if (error instanceof FatalError) {
    process.stderr.write(`kvd: ${error.message}\n`)
    process.exit(error.exitCode)
  }
  process.stderr.write(
    `kvd: a bug: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
  process.exit(EXIT_BUG)
}
