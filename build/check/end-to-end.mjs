import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { inRoot } from '../places.mjs';
import { endToEndRun } from './end-to-end-report.mjs';
import { failure } from './tests-run.mjs';

/** One for each of Playwright's workers: a window that opens above another ends what the mouse is dragging there. */
export const displays = 3;

const reportFile = inRoot('node_modules', '.cache', 'end-to-end.json');

/** @param {string[]} args @param {NodeJS.ProcessEnv} env @returns {Promise<number>} */
function playwright(args, env) {
  return new Promise((resolve) => {
    const runner = spawn(
      process.execPath,
      [inRoot('node_modules', '@playwright', 'test', 'cli.js'), 'test', ...args],
      {
        cwd: inRoot(),
        env,
        stdio: 'inherit',
      },
    );
    runner.on('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs the end-to-end tests on real Electron, which needs the display in `env`.
 * @param {{ env: NodeJS.ProcessEnv, args?: string[] }} options `args` go to Playwright.
 * @returns {Promise<import('./tests-run.mjs').TestsRun>}
 */
export async function endToEnd({ env, args = [] }) {
  await rm(reportFile, { force: true });
  const code = await playwright(['--config', inRoot('e2e', 'playwright.config.ts'), ...args], {
    ...env,
    PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile,
  });
  if (!existsSync(reportFile)) return failure('end-to-end tests');
  const run = endToEndRun(JSON.parse(await readFile(reportFile, 'utf8')));
  return code !== 0 && run.failed.length === 0 ? { ...run, failed: ['end-to-end tests'] } : run;
}
