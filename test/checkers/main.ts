/** `npm run check-history -- --kind register|list-append|kv|store FILE…`; see command.ts. */
import { runCheckHistory } from './command.ts'

process.exitCode = runCheckHistory(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
})
