import tseslint from 'typescript-eslint'

const CORES = ['src/raft/**', 'src/txn/**', 'src/shard/**', 'src/placement/**', 'src/versions/**']

export default tseslint.config(
  { ignores: ['dist', '.compiled', 'data', 'coverage', 'src/gen', 'node_modules'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'max-lines-per-function': ['warn', { max: 120, skipComments: true, skipBlankLines: true }],
      'no-restricted-globals': ['error', 'Date', 'setTimeout', 'setInterval', 'setImmediate'],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random' }],
    },
  },
  {
    // The one place where real time enters, and the programs at the edge that have no simulated twin.
    files: ['src/base/clock.ts', 'src/cli/**', 'test/e2e/**', 'bench/**', 'scripts/**'],
    rules: { 'no-restricted-globals': 'off' },
  },
  {
    // Cores are deterministic: no clock, no timers, no promises, no I/O. See docs/ARCHITECTURE.md.
    files: CORES,
    rules: {
      'no-restricted-globals': [
        'error',
        ...['Date', 'performance', 'process', 'console', 'queueMicrotask'],
        ...['setTimeout', 'setInterval', 'setImmediate', 'Promise', 'crypto'],
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'AwaitExpression', message: 'a core is synchronous' },
        { selector: ':function[async=true]', message: 'a core is synchronous' },
        { selector: 'ImportDeclaration[source.value=/^node:/]', message: 'a core does no I/O' },
      ],
    },
  },
  {
    files: ['test/**', 'bench/**'],
    rules: {
      'max-lines-per-function': 'off',
      'no-restricted-globals': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly' } },
  },
)
