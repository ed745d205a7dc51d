/** Writes docs/ERRORS.md from the tables in src/base/errors.ts. With --check: fails if what is committed differs. */
import { readFileSync, writeFileSync } from 'node:fs'
import { ERROR_TABLE, FATAL_EXIT_CODES } from '../src/base/errors.ts'

const ADVICE = {
  no: 'no: the same request fails again',
  route: 'the gateway does, by itself',
  'same-id': 'yes, under the same operation id',
  'new-id': 'yes, from the start, under a new id',
  resolve: 'ask for the outcome of the id first',
}

const GRPC_NAMES: Readonly<Record<number, string>> = {
  3: 'INVALID_ARGUMENT',
  4: 'DEADLINE_EXCEEDED',
  5: 'NOT_FOUND',
  6: 'ALREADY_EXISTS',
  7: 'PERMISSION_DENIED',
  8: 'RESOURCE_EXHAUSTED',
  9: 'FAILED_PRECONDITION',
  10: 'ABORTED',
  11: 'OUT_OF_RANGE',
  12: 'UNIMPLEMENTED',
  13: 'INTERNAL',
  14: 'UNAVAILABLE',
  16: 'UNAUTHENTICATED',
}

const codes = Object.entries(ERROR_TABLE).map(
  ([code, { wire, grpc, retry, exit, meaning }]) =>
    `| \`${code}\` | ${wire} | ${GRPC_NAMES[grpc]} | ${ADVICE[retry]} | ${exit} | ${meaning} |`,
)
const exits = Object.entries(FATAL_EXIT_CODES).map(([kind, code]) => `| ${code} | ${kind} |`)

const text = `# Errors

Generated from \`src/base/errors.ts\` by \`npm run generate\`. Every failure that leaves RingKV has one of these codes;
the message says what happened, to which key or shard, and what to do.

| code | wire | gRPC status | try again? | kvctl exits | meaning |
| --- | --- | --- | --- | --- | --- |
${codes.join('\n')}

## Exit codes of kvd

When the environment does not let a node work, it prints one line and exits with a code of its own; 0 is an orderly stop, 99 a
bug.

| code | reason |
| --- | --- |
${exits.join('\n')}
`

const path = 'docs/ERRORS.md'
if (!process.argv.includes('--check')) writeFileSync(path, text)
else if (readFileSync(path, 'utf8') !== text) {
  console.error(`${path} is stale: run npm run generate`)
  process.exitCode = 1
}
