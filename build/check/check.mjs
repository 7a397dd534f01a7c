import { mkdir, readFile, rm } from 'node:fs/promises';
import { inRoot } from '../places.mjs';
import { say } from '../say.mjs';
import { runSteps } from './run-steps.mjs';
import { addUp, failure, onePassed } from './tests-run.mjs';

const caches = inRoot('node_modules', '.cache');
const unitReport = inRoot('node_modules', '.cache', 'unit-tests.json');

/** @type {(long: boolean) => import('./run-steps.mjs').Step[]} */
const steps = (long) => [
  {
    name: 'lint',
    module: 'eslint/bin/eslint.js',
    args: [
      '.',
      '--max-warnings=0',
      '--cache',
      '--cache-strategy=content',
      `--cache-location=${caches}/eslint/`,
    ],
  },
  {
    name: 'unit tests',
    module: 'vitest/vitest.mjs',
    args: ['run', ...(long ? [] : ['--exclude=**/*.long.test.ts'])],
    env: { EARMARK_UNIT_REPORT: unitReport },
  },
  { name: 'types', module: 'typescript/bin/tsc', args: ['-b'] },
  {
    name: 'import rules',
    module: 'dependency-cruiser/bin/dependency-cruise.mjs',
    args: ['core', 'electron', 'renderer', 'e2e', 'build', '--config', '.dependency-cruiser.cjs'],
  },
  {
    name: 'format',
    module: 'prettier/bin/prettier.cjs',
    args: ['--check', '--log-level=warn', '--cache', `--cache-location=${caches}/prettier-check`, '.'],
  },
];

/**
 * Everything that can be known about the sources without starting the app. Tests called `*.long.test.ts` take half of the time of all and
 * are left to `npm test`, so that a check stays under a minute.
 * @param {{ long: boolean }} which Whether those run too.
 * @returns {Promise<import('./tests-run.mjs').TestsRun>} Each unit test counts, and each of the other steps once.
 */
export async function check({ long }) {
  say(long ? 'Checking…' : 'Checking, without the long tests (npm test runs them)…');
  await rm(unitReport, { force: true });
  await mkdir(caches, { recursive: true });
  const outcomes = await runSteps(steps(long), 2);
  const units = await readFile(unitReport, 'utf8').then(JSON.parse, () => failure('unit tests'));
  const others = outcomes.filter(({ name }) => name !== 'unit tests');
  return addUp([units, ...others.map(({ name, code }) => (code === 0 ? onePassed : failure(name)))]);
}
