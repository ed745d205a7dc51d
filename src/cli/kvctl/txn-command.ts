/** `kvctl txn`: several operations over any number of shards, atomically. */
import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import type { OneShotResult, Operation, OperationResult } from '../../client/index.ts'
import { keyText } from '../../base/ids.ts'
import { toKey } from '../../client/keys.ts'
import { describeWrite } from './data-commands.ts'
import { jsonOfValue } from './exact-json.ts'
import { CliError, EXIT_CONFLICT, usageError } from './exit.ts'
import type { Output } from './output.ts'
import type { RunCommand } from './session.ts'
import { parseCondition, parseOperation, parseScript, type Script } from './txn-parser.ts'
import { displayValue } from './values.ts'

interface TxnFlags {
  readonly if?: string[]
  readonly else?: string[]
  readonly file?: string
}

const HELP = `
Operations (each one argument, or one line of a file):
  put KEY VALUE [--int|--bytes|--json] [--if-absent] [--ttl 10s]
  get KEY                     del KEY                    incr KEY [BY]
  append KEY ELEMENT…         prepend KEY ELEMENT…       remove KEY ELEMENT…

Conditions (--if, all must hold; in a file: lines that begin with "if"):
  'KEY exists'   'KEY absent'   'KEY = VALUE'   'KEY != VALUE'   'KEY < 5 --int'   'KEY version = TIMESTAMP'

Either everything happens or nothing. Exit code 4 if a condition does not hold and there is no --else.

Examples:
  kvctl txn 'put a 1 --int' 'incr b 5' 'get c'
  kvctl txn 'incr acct:1 -10' 'incr acct:2 10' --if 'acct:1 > 9 --int'
  kvctl txn 'put lock me' --if 'lock absent' --else 'get lock'
  printf 'if a exists\\nput b "two words"\\n' | kvctl txn --file -`

export function addTransactionCommand(program: Command, run: RunCommand): void {
  const collect = (text: string, previous: string[] = []): string[] => [...previous, text]
  program
    .command('txn [operation...]')
    .description('do several operations atomically, on any shards')
    .option('--if <condition>', 'only if this holds (repeatable)', collect)
    .option('--else <operation>', 'do this if a condition does not hold (repeatable)', collect)
    .option('-f, --file <path>', 'read operations and conditions from a file, - for standard input')
    .addHelpText('after', HELP)
    .action((lines: string[], flags: TxnFlags, self: Command) =>
      run(self, async (session) => {
        const script = scriptOf(lines, flags)
        const kv = await session.kv()
        const result = await kv.transactOnce(script)
        printResult(session.output, script, result)
        if (!result.succeeded && script.else.length === 0) throw new CliError(EXIT_CONFLICT, '')
      }),
    )
}

function scriptOf(lines: readonly string[], flags: TxnFlags): Script {
  const script: Script = {
    compare: (flags.if ?? []).map(parseCondition),
    then: lines.map(parseOperation),
    else: (flags.else ?? []).map(parseOperation),
  }
  if (flags.file !== undefined) {
    const fromFile = parseScript(readFileSync(flags.file === '-' ? 0 : flags.file, 'utf8'))
    script.compare.push(...fromFile.compare)
    script.then.push(...fromFile.then)
    script.else.push(...fromFile.else)
  }
  if (script.then.length === 0) {
    throw usageError("give at least one operation, for example: kvctl txn 'put a 1' 'get b'")
  }
  return script
}

interface ResultRow {
  readonly operation: Operation
  readonly result: OperationResult | undefined
}

function printResult(output: Output, script: Script, result: OneShotResult): void {
  const branch = result.succeeded ? script.then : script.else
  const rows = branch.map((operation, index) => ({ operation, result: result.results?.[index] }))
  if (output.structured) {
    output.data({
      succeeded: result.succeeded,
      timestamp: result.timestamp,
      results: rows.map(rowData),
    })
    return
  }
  if (output.format !== 'name') output.line(headline(output, script, result))
  if (rows.length === 0) return
  output.list({
    rows,
    columns: [
      { title: 'operation', text: ({ operation }) => operation.op },
      { title: 'key', text: ({ operation }) => keyName(operation) },
      { title: 'result', text: (row) => describeResult(row.result) },
      {
        title: 'version',
        text: (row) => String(versionOf(row.result) ?? ''),
        right: true,
        wide: true,
      },
    ],
    data: rowData,
    name: ({ operation }) => keyName(operation),
    empty: '',
  })
}

function headline(output: Output, script: Script, result: OneShotResult): string {
  if (result.succeeded) return output.paint('green', `committed at ${result.timestamp}`)
  return script.else.length === 0
    ? output.paint('yellow', 'nothing done: a condition does not hold')
    : output.paint('yellow', `a condition does not hold: did the else part at ${result.timestamp}`)
}

function describeResult(result: OperationResult | undefined): string {
  if (result === undefined) return 'done (the answer was lost; it was found to have happened)'
  if (result.kind === 'read') {
    return result.entry === undefined ? '(no value)' : displayValue(result.entry.value)
  }
  return result.outcome === 'APPLIED' && result.value !== undefined
    ? displayValue(result.value)
    : describeWrite(result)
}

function versionOf(result: OperationResult | undefined): number | undefined {
  return result?.kind === 'read' ? result.entry?.timestamp : result?.timestamp
}

function rowData({ operation, result }: ResultRow): object {
  const value = result?.kind === 'read' ? result.entry?.value : result?.value
  return {
    operation: operation.op,
    key: keyName(operation),
    ...(result?.kind === 'written' ? { outcome: result.outcome } : {}),
    ...(value === undefined ? {} : { value: jsonOfValue(value) }),
    timestamp: versionOf(result) ?? 0,
  }
}

function keyName(operation: Operation): string {
  return keyText(toKey(operation.key))
}
