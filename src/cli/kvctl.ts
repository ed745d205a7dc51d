#!/usr/bin/env node
/** kvctl: the command line of RingKV. Everything that happens is in kvctl/; this file only ends the process well. */
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { CommanderError, type Command } from 'commander'
import { EXIT_OK, EXIT_USAGE, exitCodeOf } from './kvctl/exit.ts'
import { describeError } from './kvctl/describe-error.ts'
import { buildProgram } from './kvctl/program.ts'

const { version } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { version: string }

/** A reader that has seen enough (`kvctl scan | head`) is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? EXIT_OK : EXIT_USAGE)
})

const program = buildProgram(
  {
    variables: process.env,
    isTerminal: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
    write: (text) => process.stdout.write(text),
    ask,
  },
  version,
)

async function ask(question: string): Promise<string | undefined> {
  if (!process.stdin.isTTY) return undefined
  // Answers of scripts go through standard output; questions must not get in between.
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return await terminal.question(question)
  } finally {
    terminal.close()
  }
}

function throwInsteadOfExit(command: Command): void {
  command.exitOverride()
  for (const child of command.commands) throwInsteadOfExit(child)
}

throwInsteadOfExit(program)
try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) {
    // Commander has printed what is wrong, or the help that was asked for.
    process.exitCode = error.exitCode === 0 ? EXIT_OK : EXIT_USAGE
  } else {
    const message = describeError(error)
    if (message !== '') process.stderr.write(`${message}\n`)
    process.exitCode = exitCodeOf(error)
  }
}
