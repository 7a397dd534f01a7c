import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const caps = {
  'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true, IIFEs: true }],
  'max-params': ['error', 3],
};

/** The one file that may touch the named thing is listed as an override below; everyone else is told where to go. */
const onlyThere = (name, importNames, message) => ({ name, importNames, message });
const noRawIpc = onlyThere(
  'electron',
  ['ipcMain'],
  'Only electron/main/ipc/register.ts touches ipcMain: add a channel to core/ipc.',
);

export default tseslint.config(
  {
    ignores: ['out/**', 'dist/**', 'node_modules/**', 'demo-output/**', 'bench-output/**', 'test-results/**'],
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      ...caps,
      'no-restricted-exports': [
        'error',
        { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } },
      ],
      'no-restricted-imports': ['error', { paths: [noRawIpc] }],
      'no-console': 'error',
      eqeqeq: ['error', 'always'],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/prefer-nullish-coalescing': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  { files: ['electron/main/ipc/register.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: ['renderer/**/*.ts', 'renderer/**/*.tsx'],
    plugins: { 'react-hooks': hooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-properties': [
        'error',
        {
          object: 'window',
          property: 'desktop',
          message: 'Only renderer/desktop/client.ts uses window.desktop.',
        },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: 'Untrusted HTML goes through renderer/ui/safe-html.tsx.',
        },
      ],
    },
  },
  { files: ['renderer/desktop/client.ts'], rules: { 'no-restricted-properties': 'off' } },
  { files: ['renderer/ui/safe-html.tsx'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['**/*.test.ts', '**/*.test.tsx', 'e2e/**/*.ts'],
    rules: { 'max-lines-per-function': 'off', 'max-lines': ['error', { max: 500 }] },
  },
  {
    // A declaration says how a package exports, which is not ours to choose.
    files: ['**/*.config.ts', '**/*.d.ts'],
    rules: { 'no-restricted-exports': 'off' },
  },
  {
    files: ['electron/inspect/**/*.ts', 'e2e/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  { files: ['build/**/*.mjs'], rules: { ...caps, eqeqeq: 'error', 'no-unused-vars': 'error' } },
);
