import assert from 'node:assert/strict'
import { join } from 'node:path'
import { defaultFolder, runFile, scriptFiles } from '../conformance/suite.ts'

describe('raft conformance scripts', () => {
  const folder = defaultFolder()
  const files = scriptFiles(folder)
  if (files.length === 0) {
    it(`finds scripts in ${folder}`, function () {
      this.skip()
    })
  }
  for (const file of files) {
    it(`reproduces ${file} exactly`, () => {
      assert.deepEqual(runFile(join(folder, file)), { passed: true, level: 'exact' })
    })
  }
})
