/** The file operations' contract on Node's files and on the simulated disk, and how the latter forgets. */
import assert from 'node:assert/strict'
import { SeededRandom } from '../../src/base/random.ts'
import {
  directoryOf,
  errorCodeOf,
  type FileSystem,
  joinPath,
  readSmallFile,
  replaceSmallFile,
} from '../../src/storage/file-system.ts'
import { MemoryDisk } from '../../src/storage/memory-files.ts'
import { nodeFileSystem } from '../../src/storage/node-files.ts'
import { TemporaryDirectory } from './temporary-directory.ts'

const directories = new TemporaryDirectory()
after(() => directories.removeAll())

const coded =
  (code: string) =>
  (error: unknown): boolean =>
    errorCodeOf(error) === code

function describeFileSystem(name: string, make: () => Promise<[FileSystem, string]>): void {
  describe(`file system contract: ${name}`, () => {
    let files: FileSystem
    let root: string

    beforeEach(async () => {
      ;[files, root] = await make()
    })

    it('reads what was written, with and without dataSync', async () => {
      for (const dataSync of [false, true]) {
        const file = await files.open(joinPath(root, `f${dataSync}`), { create: true, dataSync })
        await file.write(Buffer.from('hello'), 3)
        await file.write(Buffer.from('HE'), 3)
        assert.equal(await file.size(), 8)
        const into = Buffer.alloc(10, 0xff)
        assert.equal(await file.read(into, 1), 7)
        assert.deepEqual(into.subarray(0, 7), Buffer.from('\0\0HEllo'))
        assert.equal(await file.read(into, 8), 0)
        await file.sync()
        await file.close()
        await file.close()
      }
    })

    it('fills with zeros over whatever was there', async () => {
      const file = await files.open(joinPath(root, 'f'), { create: true })
      await file.write(Buffer.alloc(5000, 7), 0)
      await file.fillWithZeros(3 * 1024 * 1024 + 5)
      assert.equal(await file.size(), 3 * 1024 * 1024 + 5)
      const into = Buffer.alloc(6000, 1)
      await file.read(into, 0)
      assert.deepEqual(into, Buffer.alloc(6000))
      await file.close()
    })

    it('lists, renames over, removes and says what is missing', async () => {
      const path = (file: string): string => joinPath(root, file)
      for (const file of ['b', 'a', 'c'])
        await replaceSmallFile(files, path(file), Buffer.from(file))
      await files.makeDirectory(path('d/e'))
      assert.deepEqual(await files.list(root), ['a', 'b', 'c', 'd'])
      await files.rename(path('a'), path('b'))
      await files.unlink(path('c'))
      await files.syncDirectory(root)
      assert.deepEqual(await files.list(root), ['b', 'd'])
      assert.equal((await readSmallFile(files, path('b')))?.toString(), 'a')
      assert.equal(await readSmallFile(files, path('c')), undefined)
      assert.equal(await files.exists(path('d/e')), true)
      assert.equal(await files.exists(path('c')), false)
      await assert.rejects(files.open(path('c')), coded('ENOENT'))
      await assert.rejects(files.unlink(path('c')), coded('ENOENT'))
      await assert.rejects(files.list(path('x')), coded('ENOENT'))
      assert.ok((await files.freeBytes(root)) > 0)
    })
  })
}

describeFileSystem('node', () => Promise.resolve([nodeFileSystem, directories.make()]))
describeFileSystem('memory', async () => {
  const files = new MemoryDisk().mount()
  await files.makeDirectory('/root')
  return [files, '/root']
})

describe('paths', () => {
  it('are joined and split at the last slash', () => {
    assert.equal(joinPath('/', 'a'), '/a')
    assert.equal(joinPath('/a', 'b'), '/a/b')
    assert.equal(directoryOf('/a/b'), '/a')
    assert.equal(directoryOf('/a'), '/')
    assert.equal(directoryOf('a'), '.')
  })
})

describe('simulated disk', () => {
  const seeds = Array.from({ length: 60 }, (_, i) => i + 1)

  /** What a file can hold after a crash, over many seeds; `missing` where it is not there. */
  async function outcomes(
    prepare: (files: FileSystem) => Promise<unknown>,
    path: string,
  ): Promise<string[]> {
    const seen = new Set<string>()
    for (const seed of seeds) {
      const disk = new MemoryDisk()
      const files = disk.mount()
      await files.makeDirectory('/d')
      await prepare(files)
      disk.crash(new SeededRandom(seed))
      const content = await readSmallFile(disk.mount(), path)
      seen.add(content?.toString() ?? 'missing')
    }
    return [...seen].sort()
  }

  it('may lose a file whose name was not synced', async () => {
    const prepare = async (files: FileSystem): Promise<void> => {
      const file = await files.open('/d/f', { create: true, dataSync: true })
      await file.write(Buffer.from('x'), 0)
    }
    assert.deepEqual(await outcomes(prepare, '/d/f'), ['missing', 'x'])
    const synced = async (files: FileSystem): Promise<void> => {
      await prepare(files)
      await files.syncDirectory('/d')
    }
    assert.deepEqual(await outcomes(synced, '/d/f'), ['x'])
  })

  it('may keep or lose data that were not synced, and loses no others', async () => {
    const prepare =
      (sync: boolean) =>
      async (files: FileSystem): Promise<void> => {
        await replaceSmallFile(files, '/d/f', Buffer.from('old'))
        const file = await files.open('/d/f')
        await file.write(Buffer.from('new'), 0)
        if (sync) await file.sync()
      }
    assert.deepEqual(await outcomes(prepare(false), '/d/f'), ['new', 'old'])
    assert.deepEqual(await outcomes(prepare(true), '/d/f'), ['new'])
  })

  it('replaces a small file wholly or not at all, whenever the power fails', async () => {
    for (let crashAt = 1; crashAt < 30; crashAt++) {
      let operations = 0
      let armed = false
      const random = new SeededRandom(crashAt)
      const disk: MemoryDisk = new MemoryDisk({
        fault: () => {
          if (armed && ++operations === crashAt) disk.crash(random)
          return undefined
        },
      })
      const files = disk.mount()
      await files.makeDirectory('/d')
      await replaceSmallFile(files, '/d/f', Buffer.from('old'))
      armed = true
      const done = replaceSmallFile(files, '/d/f', Buffer.from('newer'))
      const winner = await Promise.race([
        done.then(() => 'done'),
        new Promise((resolve) => setTimeout(resolve, 2, 'crashed')),
      ])
      armed = false
      const content = (await readSmallFile(disk.mount(), '/d/f'))?.toString()
      if (winner === 'done') assert.equal(content, 'newer')
      else assert.ok(content === 'old' || content === 'newer', content)
    }
  })

  it('tears a dataSync write that is in flight, sector by sector', async () => {
    const seen = new Set<string>()
    for (const seed of seeds) {
      const held: (() => void)[] = []
      const hooks: { scheduler?: never } = {}
      const disk = new MemoryDisk(hooks)
      const files = disk.mount()
      await files.makeDirectory('/d')
      const file = await files.open('/d/f', { create: true, dataSync: true })
      await file.write(Buffer.alloc(1024, 'o'), 0)
      await files.syncDirectory('/d')
      Object.assign(hooks, { scheduler: { after: (_: number, run: () => void) => held.push(run) } })
      void file.write(Buffer.alloc(1024, 'n'), 0)
      disk.crash(new SeededRandom(seed))
      delete hooks.scheduler
      const content = disk.contentOf('/d/f').toString()
      seen.add(`${content[0]}${content[511]}${content[512]}${content[1023]}`)
    }
    assert.deepEqual([...seen].sort(), ['nnnn', 'nnoo', 'oonn', 'oooo'])
  })

  it('never settles a call of a process that has died', async () => {
    const disk = new MemoryDisk()
    const files = disk.mount()
    const call = files.list('/')
    disk.crash(new SeededRandom(1))
    const winner = await Promise.race([
      call,
      files.exists('/'),
      new Promise((resolve) => setImmediate(resolve, 'nobody')),
    ])
    assert.equal(winner, 'nobody')
  })

  it('is full when its capacity is used up', async () => {
    const files = new MemoryDisk({ capacityBytes: () => 1000 }).mount()
    const file = await files.open('/f', { create: true })
    await file.write(Buffer.alloc(900), 0)
    assert.equal(await files.freeBytes('/'), 100)
    await assert.rejects(file.write(Buffer.alloc(200), 900), coded('ENOSPC'))
    await file.write(Buffer.alloc(200), 100)
    await assert.rejects(file.fillWithZeros(5000), coded('ENOSPC'))
  })
})
