// Compiles src/ to dist/. The generated protobuf code is JavaScript already, so it is copied.
import { execFileSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
rmSync('dist', { recursive: true, force: true })
execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], { stdio: 'inherit' })
mkdirSync('dist/gen', { recursive: true })
for (const file of readdirSync('src/gen')) copyFileSync(`src/gen/${file}`, `dist/gen/${file}`)
for (const name of ['kvd', 'kvctl', 'kvbench']) chmodSync(`dist/cli/${name}.js`, 0o755)
