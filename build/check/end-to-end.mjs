import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { inRoot } from '../places.mjs';
import { countEndToEndTests } from './count-tests.mjs';

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
 * @returns {Promise<import('./count-tests.mjs').Count>}
 */
export async function endToEnd({ env, args = [] }) {
  await rm(reportFile, { force: true });
  const code = await playwright(['--config', inRoot('e2e', 'playwright.config.ts'), ...args], {
    ...env,
    PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile,
  });
  if (!existsSync(reportFile)) return { passed: 0, failed: 1 };
  const count = countEndToEndTests(JSON.parse(await readFile(reportFile, 'utf8')));
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}
