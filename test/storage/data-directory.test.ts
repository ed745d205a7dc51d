import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FatalError, type FatalKind } from '../../src/base/errors.ts'
import { nodeId } from '../../src/base/ids.ts'
import { SeededRandom } from '../../src/base/random.ts'
import {
  type DataDirectory,
  type DataDirectoryOptions,
  openDataDirectory,
  readIdentity,
} from '../../src/storage/data-directory.ts'
import { MemoryStore } from '../../src/storage/memory-engine.ts'
import { MemoryDisk } from '../../src/storage/memory-files.ts'
import { nodeFileSystem } from '../../src/storage/node-files.ts'
import { openRocksEngine } from '../../src/storage/rocks-engine.ts'
import { entries, openLogIn, PAGE, S1, start } from './log-fixture.ts'
import { TemporaryDirectory } from './temporary-directory.ts'

const directories = new TemporaryDirectory()
after(() => directories.removeAll())

const IDENTITY = { clusterId: 'test-cluster', nodeId: nodeId(3) }

function open(path: string, changes: Partial<DataDirectoryOptions> = {}): Promise<DataDirectory> {
  return openDataDirectory({
    fileSystem: nodeFileSystem,
    path,
    identity: IDENTITY,
    newDirectoryId: () => 'd1',
    processId: 4711,
    openEngine: (engine, create) => openRocksEngine({ path: engine, createIfMissing: create }),
    openLog: (directory, create) =>
      openLogIn(nodeFileSystem, directory, { createIfMissing: create, fileBytes: 64 * PAGE }),
    ...changes,
  })
}

function fatal(kind: FatalKind, ...texts: (string | RegExp)[]): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof FatalError, String(error))
    assert.equal(error.kind, kind, error.message)
    assert.ok(!error.message.includes('\n'), 'one line')
    for (const text of texts) assert.match(error.message, new RegExp(text))
    return true
  }
}

async function made(): Promise<string> {
  const path = join(directories.make(), 'data')
  const directory = await open(path)
  await directory.raftLog.append([start(S1), { shard: S1, entries: entries(1, 2) }])
  await directory.close()
  return path
}

describe('data directory', () => {
  it('is made at the first start, and counts the starts', async () => {
    const path = join(directories.make(), 'not', 'there', 'yet')
    assert.equal(await readIdentity(nodeFileSystem, path), undefined)
    for (const bootCounter of [1, 2, 3]) {
      const directory = await open(path)
      assert.equal(directory.bootCounter, bootCounter)
      assert.deepEqual(directory.identity, IDENTITY)
      await directory.close()
    }
    assert.deepEqual(await readIdentity(nodeFileSystem, path), IDENTITY)
    assert.deepEqual(JSON.parse(readFileSync(join(path, 'node.json'), 'utf8')), {
      formatVersion: 1,
      ...IDENTITY,
      directoryId: 'd1',
      bootCounter: 3,
    })
  })

  it('keeps log and rows from one start to the next', async () => {
    const directory = await open(await made())
    assert.equal(directory.raftLog.shard(S1).lastIndex(), 2)
    await directory.close()
  })

  it('is refused to a second process, which is told who has it', async () => {
    const path = await made()
    const directory = await open(path)
    await assert.rejects(
      open(path),
      fatal('data-directory-locked', path, 'process 4711', 'stop it'),
    )
    await directory.close()
    await (await open(path)).close()
  })

  it('is refused to another node and to another cluster', async () => {
    const path = await made()
    const asks = [
      { ...IDENTITY, nodeId: nodeId(4) },
      { ...IDENTITY, clusterId: 'other' },
    ]
    for (const identity of asks) {
      await assert.rejects(
        open(path, { identity }),
        fatal('data-directory-foreign', 'node 3 of cluster test-cluster', 'configuration'),
      )
    }
  })

  it('of an unknown format is refused before anything is touched', async () => {
    const path = await made()
    const file = join(path, 'node.json')
    writeFileSync(file, JSON.stringify({ formatVersion: 2, ...IDENTITY, bootCounter: 1 }))
    await assert.rejects(
      open(path, { openEngine: () => assert.fail('touched') }),
      fatal('format-unsupported', 'format 2', 'newer'),
    )
  })

  it('with an identity that makes no sense is refused', async () => {
    const path = await made()
    for (const text of [
      '',
      '{',
      '{"formatVersion":1}',
      '{"formatVersion":1,"clusterId":"c","nodeId":0,"directoryId":"d","bootCounter":1}',
    ]) {
      writeFileSync(join(path, 'node.json'), text)
      await assert.rejects(open(path), fatal('data-directory-unusable', 'node.json', 'new node'))
    }
  })

  it('that has lost a part is refused', async () => {
    for (const part of ['raft', 'kv', 'node.json']) {
      const path = await made()
      rmSync(join(path, part), { recursive: true })
      await assert.rejects(open(path), fatal('data-directory-unusable', part, 'restore'))
    }
    const path = await made()
    rmSync(join(path, 'raft'), { recursive: true })
    mkdirSync(join(path, 'raft'))
    await assert.rejects(open(path), fatal('data-directory-unusable', 'raft', 'votes'))
  })

  it('that is no directory is refused', async () => {
    const file = join(directories.make(), 'file')
    writeFileSync(file, '')
    await assert.rejects(open(file), fatal('data-directory-unusable', file, 'check the path'))
  })

  it('that cannot be written is refused', async function () {
    // Root may write anywhere; the file system then says so itself.
    if (process.getuid?.() === 0) this.skip()
    const path = directories.make()
    chmodSync(path, 0o500)
    await assert.rejects(open(path), fatal('data-directory-unusable', path, 'writable'))
  })

  it('survives a power failure at any operation of any start', async () => {
    for (let crashAt = 1; crashAt < 80; crashAt++) {
      const random = new SeededRandom(crashAt)
      const store = new MemoryStore()
      let operations = 0
      let crash: (() => void) | undefined
      const disk = new MemoryDisk({
        fault: () => {
          if (++operations === crashAt) crash?.()
          return undefined
        },
      })
      const boot = (): Promise<DataDirectory> => {
        const fileSystem = disk.mount()
        return open('/data', {
          fileSystem,
          openEngine: () => Promise.resolve(store.open()),
          openLog: (directory, create) =>
            openLogIn(fileSystem, directory, { createIfMissing: create }),
        })
      }
      const powerFailure = (): void => {
        disk.crash(random)
        store.crash(random)
        crash = undefined
      }
      crash = powerFailure
      const run = async (): Promise<void> => {
        for (let i = 0; i < 2; i++) await (await boot()).close()
      }
      await Promise.race([run(), new Promise((resolve) => setTimeout(resolve, 5))])
      if (operations < crashAt) powerFailure()
      const directory = await boot()
      assert.ok(directory.bootCounter >= 1 && directory.bootCounter <= 3)
      await directory.close()
    }
  })
})
