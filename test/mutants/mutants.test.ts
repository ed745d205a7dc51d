import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import typescript from 'typescript'
import { mutated } from './mutant.ts'
import { GROUPS } from './rules/index.ts'

const PROJECT = join(import.meta.dirname, '..', '..')
const MUTANTS = GROUPS.flatMap(({ mutants }) => mutants)

describe('mutants', () => {
  it('have names of their own', () => {
    const names = MUTANTS.map(({ name }) => name)
    assert.deepEqual(
      names.filter((name, i) => names.indexOf(name) !== i),
      [],
    )
  })

  for (const mutant of MUTANTS) {
    it(`${mutant.name} fits the code, once, and leaves a program`, () => {
      const source = readFileSync(join(PROJECT, mutant.where), 'utf8')
      const text = mutated(mutant, source)
      assert.ok(text !== undefined, `not exactly once in ${mutant.where}:\n${mutant.find}`)
      assert.notEqual(text, source)
      assert.deepEqual(syntaxErrors(text), [])
      const { sim, tests } = mutant.caughtBy
      assert.ok(sim !== undefined || tests !== undefined, 'nothing is to catch it')
      for (const file of tests ?? []) assert.ok(existsSync(join(PROJECT, file)), file)
    })
  }
})

function syntaxErrors(text: string): string[] {
  const { ES2022 } = typescript.ScriptTarget
  const file: unknown = typescript.createSourceFile('mutant.ts', text, ES2022)
  // The parser's own list, which is not declared; a whole compilation for each mutant would take far longer.
  const { parseDiagnostics } = file as { parseDiagnostics: { messageText: unknown }[] }
  return parseDiagnostics.map(({ messageText }) => String(messageText))
}
