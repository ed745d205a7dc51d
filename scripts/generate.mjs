// Generates src/gen/ from proto/ with protobufjs-cli. With --check: fails if what is committed differs.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)
const bin = join(dirname(require.resolve('protobufjs-cli/package.json')), 'bin')
const protos = readdirSync('proto/ringkv/v1').map((name) => join('proto/ringkv/v1', name))
const out = mkdtempSync(join(tmpdir(), 'ringkv-gen-'))

const flags = '--no-create --no-verify --no-convert --no-delimited --no-typeurl --force-number'
const generate = [join(bin, 'pbjs'), '-t', 'static-module', '-w', 'esm', '--dts', '-p', 'proto']
const target = ['-o', join(out, 'ringkv.js'), ...protos]
execFileSync(process.execPath, [...generate, ...flags.split(' '), ...target])

// sint64 carries values exactly, as bigint; see src/net/protobuf.ts for the codec behind it.
const sint64Fields = /(\b(?:int|by)\??: )\(?number\|null\)?/g
const types = readFileSync(join(out, 'ringkv.d.ts'), 'utf8').replace(
  sint64Fields,
  '$1(bigint|null)',
)
writeFileSync(join(out, 'ringkv.d.ts'), types)

let stale = false
mkdirSync('src/gen', { recursive: true })
for (const name of readdirSync(out)) {
  const fresh = readFileSync(join(out, name), 'utf8')
  if (process.argv.includes('--check')) {
    let committed = ''
    try {
      committed = readFileSync(join('src/gen', name), 'utf8')
    } catch {
      /* missing counts as stale */
    }
    if (committed !== fresh) {
      console.error(`src/gen/${name} is stale: run npm run generate`)
      stale = true
    }
  } else writeFileSync(join('src/gen', name), fresh)
}
rmSync(out, { recursive: true })
process.exitCode = stale ? 1 : 0
