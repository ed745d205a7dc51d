/** Real data by `kvctl load`, each node killed in turn, and every row read back as it went in. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { useCluster } from './harness/cluster.ts'

/** Text that systems have, the larger the better. */
const SOURCES = ['/usr/share/dict/words', '/etc/services', '/etc/mime.types', '/etc/protocols']
const ROWS_MAX = 20_000

describe('loading real data', () => {
  const cluster = useCluster()

  it('reads back every row after each node was killed once', async () => {
    const { current } = cluster
    const rows = realRows()
    const file = join(current.directory, 'rows.jsonl')
    writeFileSync(file, [...rows].map(([key, value]) => rowOf(key, value)).join(''))
    const loaded = await current.kvctl(['load', file, '-o', 'json'])
    assert.equal(loaded.exit.code, 0, loaded.stderr)
    const { stored, bad } = JSON.parse(loaded.stdout) as { stored: number; bad: number }
    assert.deepEqual([stored, bad], [rows.size, 0])
    console.log(`      ${rows.size} rows`)
    for (const node of current.nodes) {
      await node.kill()
      assert.deepEqual(await scanned(), rows, `with node ${node.id} down`)
      node.start()
      await current.whole()
    }
    assert.deepEqual(await scanned(), rows, 'at the end')
  })

  it('goes on loading while a node dies', async () => {
    const { current } = cluster
    const rows = realRows()
    const lines = [...rows].map(([key, value]) => rowOf(`again:${key}`, value)).join('')
    const loading = current.kvctl(['load', '-o', 'json', '--in-flight', '64'], lines)
    await current.node(2).kill()
    const { exit, stdout, stderr } = await loading
    assert.equal(exit.code, 0, stderr)
    assert.equal((JSON.parse(stdout) as { stored: number }).stored, rows.size)
    current.node(2).start()
    await current.whole()
    assert.deepEqual(await scanned('again:'), new Map([...rows].map(([k, v]) => [`again:${k}`, v])))
  })

  async function scanned(prefix = 'line:'): Promise<Map<string, unknown>> {
    const { exit, stdout, stderr } = await cluster.current.kvctl(['scan', prefix, '-o', 'json'])
    assert.equal(exit.code, 0, stderr)
    const lines = stdout.trimEnd().split('\n')
    const found = lines.map((line) => JSON.parse(line) as { key: string; value: unknown })
    assert.equal(new Set(found.map(({ key }) => key)).size, found.length, 'a row came twice')
    const byKey = found.map(({ key, value }): [string, unknown] => [key, value])
    return new Map(byKey.toSorted(([left], [right]) => (left < right ? -1 : 1)))
  }
})

/** Lines of this system's files under keys of their own, in order of key. Never empty: this file is there. */
function realRows(): Map<string, unknown> {
  const files = [...SOURCES.filter((path) => existsSync(path)), import.meta.filename]
  const rows: [string, unknown][] = []
  for (const path of files) {
    for (const [index, line] of readFileSync(path, 'utf8').split('\n').entries()) {
      const number = String(index).padStart(6, '0')
      // Every kind of value that a line of JSON can hold.
      const value = index % 3 === 0 ? line : index % 3 === 1 ? [line, index] : index
      if (rows.length < ROWS_MAX) rows.push([`line:${path}:${number}`, value])
    }
  }
  return new Map(rows.toSorted(([left], [right]) => (left < right ? -1 : 1)))
}

function rowOf(key: string, value: unknown): string {
  return `${JSON.stringify({ key, value })}\n`
}
