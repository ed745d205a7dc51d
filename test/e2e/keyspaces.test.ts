/** Keyspaces from the command line, as operators and their scripts use them (06, 07). */
import assert from 'node:assert/strict'
import { EXIT_CONFLICT, EXIT_NOT_FOUND, EXIT_OK, EXIT_USAGE } from '../../src/cli/kvctl/exit.ts'
import { useCluster } from './harness/cluster.ts'

describe('kvctl keyspace', () => {
  const cluster = useCluster()

  async function kvctl(
    ...args: string[]
  ): Promise<{ code: number; stdout: string; stderr: string }> {
    const { exit, stdout, stderr } = await cluster.current.kvctl(args)
    return { code: exit.code ?? -1, stdout, stderr }
  }

  it('makes one that can be used at once, shows it, changes it, and drops it', async () => {
    const made = await kvctl(
      'keyspace',
      'create',
      'users',
      '--partition',
      'first:2',
      '--quota',
      '1GiB',
    )
    assert.equal(made.code, EXIT_OK, made.stderr)
    assert.match(made.stdout, /users .*first:2 .*auto .*1h .*1\.0 GiB/)
    assert.equal((await kvctl('put', 'user:1:name', 'Ada', '--keyspace', 'users')).code, EXIT_OK)
    await kvctl('keyspace', 'alter', 'users', '--retention', '2h', '--policy', 'lww')
    const shown = await kvctl('keyspace', 'show', 'users', '-o', 'json')
    const data = JSON.parse(shown.stdout) as Record<string, unknown>
    assert.deepEqual(
      [data['name'], data['policy'], data['retentionMs'], data['quotaBytes']],
      ['users', 'lww', 7_200_000, 2 ** 30],
    )
    const names = await kvctl('keyspace', 'list', '-o', 'name')
    assert.deepEqual(names.stdout.split('\n'), ['default', 'users', ''])
    assert.equal((await kvctl('keyspace', 'drop', 'users', '--yes')).code, EXIT_OK)
    const gone = await kvctl('get', 'user:1:name', '--keyspace', 'users')
    assert.equal(gone.code, EXIT_NOT_FOUND)
    assert.match(gone.stderr, /"users" was dropped/)
  })

  it('can be repeated by scripts, and says what is in the way', async () => {
    assert.equal((await kvctl('keyspace', 'create', 'again', '--policy', 'text')).code, EXIT_OK)
    const again = await kvctl('keyspace', 'create', 'again', '--policy', 'text')
    assert.equal(again.code, EXIT_OK)
    assert.match(again.stdout, /existed already/)
    const other = await kvctl('keyspace', 'create', 'again')
    assert.equal(other.code, EXIT_CONFLICT)
    assert.match(other.stderr, /policy is "text", not "auto"/)
  })

  it('refuses what cannot be, with an exit code that says why', async () => {
    const cases: [string[], number, RegExp][] = [
      [['show', 'nobody'], EXIT_NOT_FOUND, /no keyspace "nobody"/],
      [['alter', 'nobody', '--quota', '1'], EXIT_NOT_FOUND, /no keyspace "nobody"/],
      [['drop', 'nobody', '--yes'], EXIT_NOT_FOUND, /no keyspace "nobody"/],
      [['drop', 'default', '--yes'], EXIT_USAGE, /cannot be dropped/],
      [['drop', 'default'], EXIT_USAGE, /--yes/],
      [['alter', 'default', '--partition', 'all'], EXIT_USAGE, /fixed for ever/],
      [['alter', 'default'], EXIT_USAGE, /--policy, --retention or --quota/],
      [['alter', 'default', '--retention', '1s'], EXIT_USAGE, /transaction lifetime/],
      [['create', '7up'], EXIT_USAGE, /a keyspace name is a letter/],
      [['create', 'big', '--quota', 'lots'], EXIT_USAGE, /is not a size/],
    ]
    for (const [args, code, message] of cases) {
      const refused = await kvctl('keyspace', ...args)
      assert.equal(refused.code, code, `${args.join(' ')}: ${refused.stderr}`)
      assert.match(refused.stderr, message)
    }
  })
})
