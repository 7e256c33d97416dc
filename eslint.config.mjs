// Lints every folder and holds the borders: extension → core ← webview. .dependency-cruiser.mjs holds the order inside them.
import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const toolkitOnlyInOneModule = {
  group: ['@vscode/webview-ui-toolkit', '@vscode/webview-ui-toolkit/*'],
  message: 'Only webview/ui/toolkit.ts imports the toolkit.',
};

const outsideCore = [
  { group: ['vscode', 'node:*', 'fs', 'path', 'os', 'worker_threads'], message: 'core/ knows no vscode and no node.' },
  { group: ['**/extension/**', '**/webview/**', 'chart.js'], message: 'core/ imports core/ only.' },
  toolkitOnlyInOneModule,
];

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      'dist',
      '.cache',
      'test/fixtures',
      'test/output',
      'samples',
      'core/layer/wasm/assembly',
      '**/*.generated.ts',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommendedTypeChecked, ...tseslint.configs.stylistic],
    languageOptions: {
      parserOptions: {
        project: ['core/tsconfig.json', 'extension/tsconfig.json', 'webview/tsconfig.json', 'test/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // Indexing a typed array in bounds is certain where the type checker cannot see it.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/prefer-for-of': 'off',
    },
  },
  { files: ['core/**/*.ts'], rules: { 'no-restricted-imports': ['error', { patterns: outsideCore }] } },
  {
    files: ['extension/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['**/webview/**'], message: 'The extension and the panel meet in core/panel/protocol.ts only.' },
            toolkitOnlyInOneModule,
          ],
        },
      ],
    },
  },
  {
    files: ['webview/**/*.ts'],
    ignores: ['webview/ui/toolkit.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['vscode', 'node:*', '**/extension/**'],
              message: 'The panel runs in a browser and knows core only.',
            },
            toolkitOnlyInOneModule,
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        fetch: 'readonly',
        performance: 'readonly',
      },
    },
  },
  // VS Code's browser host loads no file that ends with .cjs.
  {
    files: ['test/e2e/*/extension.js'],
    languageOptions: { sourceType: 'commonjs', globals: { TextEncoder: 'readonly' } },
  },
);
