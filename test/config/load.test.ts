import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FatalError } from '../../src/base/errors.ts'
import {
  flagOfKey,
  resolveConfig,
  settingsOfEnvironment,
  settingsOfFile,
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
    const config = resolveConfig(LEAST)
    assert.equal(config.advertise, config.listen)
    assert.equal(config.members.length, 3)
    assert(Object.isFrozen(config))
  })

  it('prefers the stronger source, key by key', () => {
    const config = resolveConfig(
      { ...LEAST, raftElection: '2s' },
      settingsOfEnvironment({ RINGKV_RAFT_ELECTION: '3s', RINGKV_LOG_MAX: '64MiB' }),
      { logMax: '1GiB', capacity: 2 },
    )
    assert.deepEqual([config.raftElection, config.logMax, config.capacity], [2000, 2 ** 26, 2])
  })

  it('does not take insecure=false for a yes', () => {
    refuses({ ...LEAST, insecure: undefined }, { insecure: 'false' }, /insecure: TLS/)
    assert.equal(resolveConfig({ ...LEAST, insecure: 'true' }).insecure, true)
    refuses({ ...LEAST, insecure: 'maybe' }, {}, /insecure: expected true or false/)
  })

  it('takes labels as a mapping and as text', () => {
    assert.deepEqual(resolveConfig({ ...LEAST, labels: 'zone=a,rack=7' }).labels, {
      zone: 'a',
      rack: '7',
    })
    assert.deepEqual(resolveConfig({ ...LEAST, labels: { zone: 'a' } }).labels, { zone: 'a' })
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
    [{ colour: 'red' }, /colour/],
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
      assert.deepEqual(settingsOfFile(file('logMax: 1GiB\nlabels: {zone: a}\n')), {
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

    it('is refused when it is no mapping', () => {
      assert.throws(() => settingsOfFile(file('- a\n')), /expected a mapping/)
    })
  })
})

function refuses(
  strong: Record<string, unknown>,
  weak: Record<string, unknown>,
  reason: RegExp,
): void {
  const { insecure, ...rest } = strong
  const settings = insecure === undefined ? rest : strong
  assert.throws(
    () => resolveConfig(settings, weak),
    (error: unknown) => {
      assert(error instanceof FatalError && error.kind === 'bad-configuration')
      assert.match(error.message, reason)
      return true
    },
  )
}
