/**
 * A copy of the project in a temporary directory, where mutants are put into files and taken out again. The project's own
 * files are never touched, so that it may be worked on meanwhile.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mutated, type Mutant } from './mutant.ts'

const COPIED = [
  ...['src', 'test', 'examples', 'scripts', 'proto'],
  ...['package.json', 'tsconfig.json', 'tsconfig.build.json'],
]

export class Workspace {
  readonly directory: string
  private pristine: { readonly path: string; readonly source: string } | undefined

  constructor(project: string) {
    this.directory = mkdtempSync(join(tmpdir(), 'ringkv-mutants-'))
    for (const name of COPIED) {
      cpSync(join(project, name), join(this.directory, name), { recursive: true })
    }
    symlinkSync(join(project, 'node_modules'), join(this.directory, 'node_modules'))
  }

  /** Puts the mutant in. False if it is stale. */
  put(mutant: Mutant): boolean {
    const path = join(this.directory, mutant.where)
    const source = readFileSync(path, 'utf8')
    const text = mutated(mutant, source)
    if (text === undefined) return false
    this.pristine = { path, source }
    writeFileSync(path, text)
    return true
  }

  /** Takes it out again. */
  restore(): void {
    if (this.pristine === undefined) return
    writeFileSync(this.pristine.path, this.pristine.source)
    this.pristine = undefined
  }

  remove(): void {
    rmSync(this.directory, { recursive: true, force: true })
  }
}
