/**
 * `npm run conformance [-- --dir DIR]`: runs every script below DIR, a line each. Exit status 1 if one fails or none
 * is found.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { defaultFolder, runFile, scriptFiles } from './suite.ts'

const { values } = parseArgs({ options: { dir: { type: 'string' } } })
const folder = values.dir ?? defaultFolder()
const files = scriptFiles(folder)
let failures = 0
for (const file of files) {
  const result = runFile(join(folder, file))
  if (result.passed) {
    console.log(`pass  ${file}${result.level === 'exact' ? '' : ` (${result.level})`}`)
  } else {
    failures++
    console.log(`FAIL  ${file}:${result.line} ${result.difference}`)
  }
}
console.log(`${files.length - failures} of ${files.length} scripts passed (${folder})`)
if (failures > 0 || files.length === 0) process.exitCode = 1
