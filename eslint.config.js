import js from '@eslint/js';
import typescript from 'typescript-eslint';

/** The clock, chance and the process belong to the edge: the command line and the workspace. */
const edgeOnly = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The clock is read in src/cli.ts only.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The clock is read in src/cli.ts only.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Documents are reproducible: no chance.',
  },
];

export default typescript.config(
  { ignores: ['dist/', 'server/dist/', 'out/', 'reports/', '.stryker-tmp/', 'node_modules/', 'bench/node_modules/', '**/*.generated.ts'] },
  js.configs.recommended,
  ...typescript.configs.recommended,
  {
    files: ['src/**/*.ts', 'test/**/*.ts', 'server/src/**/*.ts', 'server/test/**/*.ts'],
    extends: [typescript.configs.recommendedTypeCheckedOnly],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Our objects are records of functions: none of them has a `this` to lose, and they are taken apart everywhere.
      '@typescript-eslint/unbound-method': 'off',
      // An async function without await makes a refused promise of what it throws, on which its callers count.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['src/**/*.ts', 'server/src/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...edgeOnly],
      'no-restricted-globals': ['error', 'process'],
      'no-console': 'error',
      'no-control-regex': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['src/cli.ts', 'server/src/cli/edge.ts'],
    rules: { 'no-restricted-syntax': 'off', 'no-restricted-globals': 'off' },
  },
  {
    files: ['bin/*.cjs', 'scripts/**/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { require: 'readonly', __dirname: 'readonly', console: 'readonly', process: 'readonly' },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    // What browsers run as it stands here; the worker has no page.
    files: ['server/pages/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          ...['document', 'location', 'navigator', 'localStorage', 'DOMParser', 'FormData', 'crypto', 'addEventListener', 'dispatchEvent'],
          ...['fetch', 'URL', 'URLSearchParams', 'setTimeout', 'caches', 'clients', 'registration', 'skipWaiting'],
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    files: ['scripts/prepare/installed.mjs'],
    languageOptions: { globals: { require: 'readonly' } },
  },
  {
    files: ['scripts/**/*.mjs', 'conformance/**/*.mjs', 'bench/**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        performance: 'readonly',
        setTimeout: 'readonly',
        TextDecoder: 'readonly',
        TextEncoder: 'readonly',
      },
    },
  },
);
