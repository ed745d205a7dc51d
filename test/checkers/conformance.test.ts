/** Recorded histories of others, with known verdicts; skipped where the folder is missing. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ConsistencyModel } from './anomaly.ts'
import { checkListAppend } from './list-append.ts'
import { checkText, type HistoryKind } from './report.ts'
import { listTransactions, readNamedHistories } from './transactions-of.ts'
import { readRequests } from './read-history.ts'

function conformanceFolder(part: string): string {
  const fromEnvironment = process.env['RINGKV_CONFORMANCE_DIR']
  if (fromEnvironment !== undefined && fromEnvironment !== '') return join(fromEnvironment, part)
  return fileURLToPath(new URL(`../../../shared/conformance/${part}`, import.meta.url))
}

function skipUnless(folder: string): boolean {
  if (existsSync(folder)) return true
  it(`finds histories in ${folder}`, function () {
    this.skip()
  })
  return false
}

describe("recorded histories of Porcupine's tests", () => {
  const folder = conformanceFolder('porcupine')
  if (!skipUnless(folder)) return
  const rows = readFileSync(join(folder, 'expected.tsv'), 'utf8')
    .split('\n')
    .filter((row) => row !== '' && !row.startsWith('#'))
    .map((row) => row.split('\t') as [string, string])

  const check = (file: string): string => {
    const kind: HistoryKind = file.startsWith('kv/') ? 'kv' : 'register'
    const text = readFileSync(join(folder, file), 'utf8')
    return checkText(text, file, { kind, model: 'strictSerializable' })[0]!.verdict
  }

  for (const prefix of ['jepsen-etcd/', 'kv/']) {
    it(`are judged as known: ${prefix}`, () => {
      const files = rows.filter(([file]) => file.startsWith(prefix))
      assert(files.length > 0)
      const wrong = files.filter(
        ([file, expected]) => check(file) !== (expected === 'true' ? 'valid' : 'invalid'),
      )
      assert.deepEqual(wrong, [])
    })
  }
})

describe('transaction histories of Elle', () => {
  const folder = conformanceFolder('elle')
  if (!skipUnless(folder)) return

  const checked = (file: string): ReturnType<typeof checkListAppend> => {
    const requests = readRequests(readFileSync(join(folder, file), 'utf8'), file)
    return checkListAppend(listTransactions(requests))
  }

  it('paper-example: neither serializable nor snapshot isolation, by G-single', () => {
    const { models, anomalies } = checked('paper-example.edn')
    assert.equal(models.serializable, 'invalid')
    assert.equal(models.snapshotIsolation, 'invalid')
    assert.deepEqual(
      anomalies.map(({ name }) => name),
      ['G-single'],
    )
  })

  it('si-without-g-single: exactly G2-item', () => {
    const { models, anomalies } = checked('si-without-g-single.edn')
    assert.equal(models.serializable, 'invalid')
    assert.equal(models.snapshotIsolation, 'valid')
    assert.deepEqual(
      anomalies.map(({ name }) => name),
      ['G2-item'],
    )
  })

  it('huge-scc: breaks both models of real time', () => {
    const { models, anomalies } = checked('huge-scc.edn')
    assert.equal(models.strictSerializable, 'invalid')
    assert.equal(models.strongSnapshotIsolation, 'invalid')
    assert(anomalies.some(({ name }) => name.endsWith('-realtime')))
  })

  const own = join(folder, 'own/list-append.json')
  if (!skipUnless(own)) return
  const text = readFileSync(own, 'utf8')
  const expectations = JSON.parse(text) as readonly Expectation[]
  for (const [index, { name, transactions }] of readNamedHistories(text, own).entries()) {
    it(`own: ${name}`, () => {
      const { models, anomalies } = checkListAppend(transactions)
      const expected = expectations[index]!
      for (const [model, isValid] of Object.entries(expected.valid)) {
        assert.equal(models[model as ConsistencyModel], isValid ? 'valid' : 'invalid', model)
      }
      const names = anomalies.map((anomaly): string => anomaly.name)
      const missing = expected.anomalies.filter((anomaly) => !names.includes(anomaly))
      assert.deepEqual(missing, [], `found ${names.join(', ')}`)
    })
  }
})

interface Expectation {
  readonly anomalies: readonly string[]
  readonly valid: Readonly<Record<ConsistencyModel, boolean>>
}
