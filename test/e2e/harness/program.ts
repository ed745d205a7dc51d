/**
 * The programs under test, as a user runs them: compiled, from `dist/`. `npm ci` builds that; after a change of the sources
 * it is built again, once, by whoever needs it first.
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

const KVD = join(ROOT, 'dist', 'cli', 'kvd.js')
const KVCTL = join(ROOT, 'dist', 'cli', 'kvctl.js')

let built = false

/** Absolute path of the compiled `kvd`. */
export function kvdProgram(): string {
  build()
  return KVD
}

/** Absolute path of the compiled `kvctl`. */
export function kvctlProgram(): string {
  build()
  return KVCTL
}

function build(): void {
  if (built) return
  if (isStale()) {
    const output = execFileSync('npm', ['run', 'build'], { cwd: ROOT, encoding: 'utf8' })
    process.stdout.write(output)
  }
  built = true
}

function isStale(): boolean {
  const made = Math.min(modified(KVD), modified(KVCTL))
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
  return sources.some(
    (entry) => entry.isFile() && modified(join(entry.parentPath, entry.name)) > made,
  )
}

/** Milliseconds; 0 for what is not there. */
function modified(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
