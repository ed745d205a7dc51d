// Who may import whom inside src/: the table of docs/ARCHITECTURE.md, enforced. A folder always may import itself.
const TABLE = {
  base: [],
  raft: ['base'],
  storage: ['base', 'raft'],
  versions: ['base'],
  txn: ['base', 'versions', 'storage'],
  shard: ['base', 'raft', 'versions', 'txn', 'storage'],
  placement: ['base', 'shard'],
  config: ['base'],
  metrics: ['base'],
  gen: [],
  net: ['base', 'gen', 'raft', 'shard', 'txn', 'versions', 'placement'],
  server: [
    'base',
    'raft',
    'storage',
    'versions',
    'txn',
    'shard',
    'placement',
    'net',
    'gen',
    'config',
    'metrics',
  ],
  client: ['base', 'versions', 'net', 'gen'],
  cli: ['base', 'client', 'server', 'config', 'net', 'gen', 'versions'],
}

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...Object.entries(TABLE).map(([folder, allowed]) => ({
      name: `${folder}-imports-only-${allowed.join('-') || 'nothing'}`,
      severity: 'error',
      from: { path: `^src/${folder}/` },
      to: { path: '^src/', pathNot: `^src/(${[folder, ...allowed].join('|')})/` },
    })),
    {
      name: 'cores-do-no-io',
      severity: 'error',
      from: { path: '^src/(raft|txn|shard|placement|versions)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
}
