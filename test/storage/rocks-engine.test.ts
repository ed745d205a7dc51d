import assert from 'node:assert/strict'
import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FatalError } from '../../src/base/errors.ts'
import { openRocksEngine } from '../../src/storage/rocks-engine.ts'
import { WriteBatch } from '../../src/storage/write-batch.ts'
import { bytes, describeEngine } from './engine-suite.ts'
import { TemporaryDirectory } from './temporary-directory.ts'

const directories = new TemporaryDirectory()
after(() => directories.removeAll())

describeEngine('rocksdb', () =>
  openRocksEngine({ path: directories.make(), createIfMissing: true }),
)

function fatal(kind: string): (error: unknown) => boolean {
  return (error) => error instanceof FatalError && error.kind === kind
}

describe('rocks engine', () => {
  it('has in its table files, without the unsynced write-ahead log, all that was flushed', async () => {
    const path = directories.make()
    const engine = await openRocksEngine({ path, createIfMissing: true })
    await engine.write(
      new WriteBatch().put(bytes('small'), bytes('1')).put(bytes('large'), Buffer.alloc(20_000, 5)),
    )
    await engine.flush()
    await engine.write(new WriteBatch().put(bytes('later'), bytes('2')))
    // What a power failure may leave: everything fsynced, nothing else.
    const copy = join(directories.make(), 'kv')
    cpSync(path, copy, { recursive: true })
    for (const name of readdirSync(copy)) {
      if (name.endsWith('.log')) rmSync(join(copy, name))
    }
    await engine.close()
    const restored = await openRocksEngine({ path: copy, createIfMissing: false })
    assert.equal((await restored.get(bytes('small')))?.toString(), '1')
    assert.deepEqual(await restored.get(bytes('large')), Buffer.alloc(20_000, 5))
    assert.equal(await restored.get(bytes('later')), undefined)
    await restored.close()
  })

  it('keeps values readable after the database is closed', async () => {
    const engine = await openRocksEngine({ path: directories.make(), createIfMissing: true })
    await engine.write(new WriteBatch().put(bytes('k'), Buffer.alloc(10_000, 3)))
    const value = await engine.get(bytes('k'))
    await engine.close()
    assert.deepEqual(value, Buffer.alloc(10_000, 3))
  })

  it('says that the directory is in use while another engine holds it', async () => {
    const path = directories.make()
    const engine = await openRocksEngine({ path, createIfMissing: true })
    await assert.rejects(
      openRocksEngine({ path, createIfMissing: true }),
      fatal('data-directory-locked'),
    )
    await engine.close()
    await (await openRocksEngine({ path, createIfMissing: false })).close()
  })

  it('does not invent a database that is missing or broken', async () => {
    await assert.rejects(
      openRocksEngine({ path: join(directories.make(), 'kv'), createIfMissing: false }),
      fatal('engine-failed'),
    )
    const path = directories.make()
    await (await openRocksEngine({ path, createIfMissing: true })).close()
    writeFileSync(join(path, 'CURRENT'), 'nonsense\n')
    await assert.rejects(openRocksEngine({ path, createIfMissing: true }), fatal('engine-failed'))
  })

  it('fails for good when a table file is damaged', async () => {
    const path = directories.make()
    const engine = await openRocksEngine({ path, createIfMissing: true })
    const batch = new WriteBatch()
    for (let i = 0; i < 500; i++) batch.put(bytes(`k${i}`), Buffer.alloc(100, i))
    await engine.write(batch)
    await engine.flush()
    await engine.close()
    for (const name of readdirSync(path)) {
      if (name.endsWith('.sst')) writeFileSync(join(path, name), Buffer.alloc(100), { flag: 'r+' })
    }
    const again = await openRocksEngine({ path, createIfMissing: false })
    await assert.rejects(again.get(bytes('k1')), fatal('engine-failed'))
    await assert.rejects(again.write(new WriteBatch()), fatal('engine-failed'))
    await again.close()
  })
})
