// Generates src/gen/ from proto/ with protobufjs-cli. With --check: fails if what is committed differs.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { slim, slimTypes } from './slim-generated.mjs'

const require = createRequire(import.meta.url)
const bin = join(dirname(require.resolve('protobufjs-cli/package.json')), 'bin')
const protos = readdirSync('proto/ringkv/v1').map((name) => join('proto/ringkv/v1', name))
const out = mkdtempSync(join(tmpdir(), 'ringkv-gen-'))

// src/net/protobuf-integers.ts makes uint64 and sint64 exact; the other kinds would be rounded silently.
for (const proto of protos) {
  const [found] =
    /\b(int64|fixed64|sfixed64|repeated sint64)\b/.exec(readFileSync(proto, 'utf8')) ?? []
  if (found) throw new Error(`${proto} uses ${found}: only uint64 and sint64 are carried exactly`)
}

const flags = '--no-create --no-verify --no-convert --no-delimited --no-typeurl --no-service'
const generate = [join(bin, 'pbjs'), '-t', 'static-module', '-w', 'esm', '--dts', '-p', 'proto']
const target = ['--force-number', '-o', join(out, 'ringkv.js'), ...protos]
execFileSync(process.execPath, [...generate, ...flags.split(' '), ...target])

const rewrite = (name, change) => {
  writeFileSync(join(out, name), change(readFileSync(join(out, name), 'utf8')))
}
rewrite('ringkv.js', slim)
rewrite('ringkv.d.ts', slimTypes)

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
