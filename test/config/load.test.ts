import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FatalError } from '../../src/base/errors.ts'
import type { Config } from '../../src/config/config.ts'
import {
  flagOfKey,
  resolveConfig,
  settingsOfEnvironment,
  SETTINGS,
  settingsOfFile,
  settingsOfFlags,
  type Settings,
} from '../../src/config/load.ts'

const LEAST = {
  nodeId: '1',
  clusterId: 'test',
  members: '1=127.0.0.1:7401,2=127.0.0.1:7402,3=127.0.0.1:7403',
  data: '/nowhere',
  insecure: true,
}

describe('configuration', () => {
  it('is complete and frozen from the least that must be said', () => {
    const config = resolve(LEAST)
    assert.equal(config.advertise, config.listen)
    assert.equal(config.members.length, 3)
    assert(Object.isFrozen(config))
  })

  it('prefers the stronger source, key by key', () => {
    const config = resolveConfig(
      settingsOfFlags({ ...LEAST, raftElection: '2s' }),
      settingsOfEnvironment({ RINGKV_RAFT_ELECTION: '3s', RINGKV_LOG_MAX: '64MiB' }),
      settingsOfFlags({ logMax: '1GiB', capacity: 2 }),
    )
    assert.deepEqual([config.raftElection, config.logMax, config.capacity], [2000, 2 ** 26, 2])
  })

  it('does not take insecure=false for a yes', () => {
    refuses({ ...LEAST, insecure: undefined }, { insecure: 'false' }, /insecure: TLS/)
    assert.equal(resolve({ ...LEAST, insecure: 'true' }).insecure, true)
    refuses({ ...LEAST, insecure: 'maybe' }, {}, /insecure: expected true or false/)
  })

  it('takes labels as a mapping and as text', () => {
    assert.deepEqual(resolve({ ...LEAST, labels: 'zone=a,rack=7' }).labels, {
      zone: 'a',
      rack: '7',
    })
    assert.deepEqual(resolve({ ...LEAST, labels: { zone: 'a' } }).labels, { zone: 'a' })
    refuses({ ...LEAST, labels: 'zone' }, {}, /labels\.zone: expected NAME=VALUE/)
  })

  const wrong: readonly (readonly [Record<string, unknown>, RegExp])[] = [
    [{ nodeId: 4 }, /4 is not among 1, 2, 3/],
    [{ members: '1=127.0.0.1:7401,1=127.0.0.1:7402,3=127.0.0.1:7403' }, /appears twice/],
    [{ members: '1=127.0.0.1:77777,2=127.0.0.1:7402,3=127.0.0.1:7403' }, /at most 65535/],
    [{ replicas: 5 }, /needs at least as many members/],
    [{ listen: '127.0.0.1:65536' }, /listen: a port is at most 65535/],
    [{ listen: '192.168.1.1:7400' }, /loopback/],
    [{ raftElection: '300ms' }, /raft-election: must be at least 5/],
    [{ logMax: '12 parsecs' }, /log-max: expected a size/],
    [{ colour: 'red' }, /--colour: there is no such setting/],
    [{ raftTick: 0 }, /raft-tick: expected 1ms to 1s, got 0ms/],
    [{ snapshotRate: '1KiB' }, /snapshot-rate: must be at least 64KiB/],
    [{ logMax: '1KiB' }, /log-max: expected 128KiB to 1TiB, got 1KiB/],
    [{ initialShards: 1.5 }, /initial-shards: expected a whole number/],
    [{ initialShards: 'many' }, /initial-shards: expected a whole number/],
    [{ nodeId: undefined }, /nodeId: must be given/],
    [{ data: undefined }, /data: must be given/],
    [{ members: undefined }, /members: must be given/],
  ]
  for (const [settings, reason] of wrong) {
    it(`refuses ${JSON.stringify(settings)}`, () => refuses({ ...LEAST, ...settings }, {}, reason))
  }

  it('writes flags as people do', () =>
    assert.equal(flagOfKey('raftLeaseDrift'), 'raft-lease-drift'))

  describe('file', () => {
    let directory = ''
    before(() => (directory = mkdtempSync(join(tmpdir(), 'ringkv-config-'))))
    after(() => rmSync(directory, { recursive: true }))

    function file(text: string): string {
      const path = join(directory, 'ringkv.yaml')
      writeFileSync(path, text)
      return path
    }

    it('holds settings by their names', () => {
      assert.deepEqual(settingsOfFile(file('logMax: 1GiB\nlabels: {zone: a}\n')).settings, {
        logMax: '1GiB',
        labels: { zone: 'a' },
      })
    })

    it('is refused in one line that names the place', () => {
      for (const [text, line] of [
        ['a: 1\nb: [\n', 3],
        ['a: 1\na: 2\n', 2],
      ] as const) {
        assert.throws(
          () => settingsOfFile(file(text)),
          (error: Error) => {
            assert.match(error.message, new RegExp(`ringkv\\.yaml:${line}: [^\\n]+$`))
            return true
          },
        )
      }
    })

    it('is named with the line of each wrong setting', () => {
      const text = `# one node
clusterId: test
nodeId: 1
members:
  - 1=127.0.0.1:7401
  - two
data: /nowhere
raftTick: 10s
labels: {zone: 7}
colour: red
insecure: true
`
      const problems = messageOf(() => resolveConfig(settingsOfFile(file(text)))).split('; ')
      const lines = problems.map((problem) => /ringkv\.yaml:(\d+): ([a-zA-Z.0-9]+): /.exec(problem))
      assert.deepEqual(
        lines.map((line) => [line?.[1], line?.[2]]).sort(([a], [b]) => Number(a) - Number(b)),
        [
          ['6', 'members.1'],
          ['8', 'raftTick'],
          ['9', 'labels.zone'],
          ['10', 'colour'],
        ],
      )
    })

    it('is not blamed for what a flag or the environment says', () => {
      const weak = settingsOfFile(file('raftTick: 10s\nreplicas: 0\n'))
      const environment = settingsOfEnvironment({ RINGKV_REPLICAS: '9' })
      const flags = settingsOfFlags({ ...LEAST, raftTick: '20s' })
      const message = messageOf(() => resolveConfig(flags, environment, weak))
      assert.match(message, /^RINGKV_REPLICAS: expected 1 to 7.*; --raft-tick: expected/)
      assert.doesNotMatch(message, /yaml/)
    })

    it('is refused when it is no mapping', () => {
      assert.throws(() => settingsOfFile(file('- a\n')), /expected a mapping/)
    })
  })
})

describe('help', () => {
  it('explains every setting with its bounds and default', () => {
    for (const { key, description, bounds, initial, value } of SETTINGS) {
      assert.match(description, /^[A-Z].*\.( 0ms = never\.)?$/, key)
      if (value === 'TIME' || value === 'SIZE' || value === 'NUMBER')
        assert.notEqual(bounds, '', key)
      if (value === 'TIME' || value === 'SIZE') assert.match(initial, /^\d+[a-zA-Z]+$/, key)
    }
  })

  it('tells the default that holds', () => {
    const config: Settings = resolve(LEAST)
    for (const { key, initial, flag } of SETTINGS) {
      if (initial === '') continue
      const said = resolve({ ...LEAST, [key]: initial }) as Settings
      assert.deepEqual(said[key], config[key], flag)
    }
  })
})

function resolve(settings: Settings): Config {
  return resolveConfig(settingsOfFlags(settings))
}

function messageOf(run: () => unknown): string {
  try {
    run()
  } catch (error) {
    assert(error instanceof FatalError && error.kind === 'bad-configuration')
    return error.message
  }
  return assert.fail('nothing was refused')
}

function refuses(
  strong: Record<string, unknown>,
  weak: Record<string, unknown>,
  reason: RegExp,
): void {
  const { insecure, ...rest } = strong
  const settings = insecure === undefined ? rest : strong
  assert.throws(
    () => resolveConfig(settingsOfFlags(settings), settingsOfFlags(weak)),
    (error: unknown) => {
      assert(error instanceof FatalError && error.kind === 'bad-configuration')
      assert.match(error.message, reason)
      return true
    },
  )
}
