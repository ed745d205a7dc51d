/**
 * `node scripts/run-compiled.mjs test/sim/main.ts …`: runs a TypeScript program of this repository as plain JavaScript. What it
 * imports is compiled into .compiled/, file by file, and only where the source has changed since. For programs that run for
 * long: a loader that compiles as it loads also names every function whenever one is made, which costs the simulator a third
 * of its speed. Types are left to `npm run check`.
 */
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const ROOT = resolve(import.meta.dirname, '..')
const COMPILED = join(ROOT, '.compiled')
const RELATIVE_IMPORT = /^(?:import|export) [^;]*?['"](\.{1,2}\/[^'"]+)['"]/gm

/** Where the compiled form of a source is. */
function placeOf(source) {
  return join(COMPILED, relative(ROOT, source)).replace(/\.ts$/, '.js')
}

/** The source that an import names: generated code is JavaScript already. */
function sourceOf(importer, name) {
  const path = resolve(dirname(importer), name)
  const typed = path.replace(/\.js$/, '.ts')
  return existsSync(path) ? path : typed
}

let transpile

async function compilerOf() {
  const { default: typescript } = await import('typescript')
  const { options } = typescript.parseJsonConfigFileContent(
    typescript.readConfigFile(join(ROOT, 'tsconfig.json'), typescript.sys.readFile).config,
    { ...typescript.sys, readDirectory: () => [] },
    ROOT,
  )
  const shared = {
    ...options,
    module: typescript.ModuleKind.ESNext,
    sourceMap: false,
    inlineSourceMap: true,
  }
  return (source, fileName) => {
    // So that stack traces name the source itself.
    const compilerOptions = { ...shared, sourceRoot: pathToFileURL(dirname(fileName)).href }
    return typescript.transpileModule(source, { compilerOptions, fileName }).outputText
  }
}

/** The compiled text, made anew if the source is another one than it was made of. */
async function compiled(source) {
  const place = placeOf(source)
  const { mtime } = statSync(source)
  if (existsSync(place) && statSync(place).mtime.getTime() === mtime.getTime())
    return readFileSync(place, 'utf8')
  const text = readFileSync(source, 'utf8')
  if (source.endsWith('.ts')) transpile ??= await compilerOf()
  const output = source.endsWith('.ts') ? transpile(text, source) : text
  mkdirSync(dirname(place), { recursive: true })
  // Another such program may compile, or read, the same file at this moment.
  const draft = `${place}.${process.pid}`
  writeFileSync(draft, output)
  utimesSync(draft, mtime, mtime)
  renameSync(draft, place)
  return output
}

async function compileAll(entry) {
  const known = new Set([entry])
  for (const source of known) {
    for (const [, name] of (await compiled(source)).matchAll(RELATIVE_IMPORT)) {
      known.add(sourceOf(source, name))
    }
  }
}

const [, , program, ...args] = process.argv
const entry = resolve(program)
await compileAll(entry)
process.setSourceMapsEnabled(true)
process.argv.splice(1, Infinity, placeOf(entry), ...args)
await import(pathToFileURL(placeOf(entry)).href)
