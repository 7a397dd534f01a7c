import { spawn } from 'node:child_process';
import path from 'node:path';
import { inRoot } from '../places.mjs';

/**
 * Runs a TypeScript program of ours with plain Node, from the checkout's folder.
 * @param {string} entry Path inside the checkout.
 * @param {{ env?: NodeJS.ProcessEnv, args?: string[] }} [options]
 * @returns {Promise<number>} Its exit code.
 */
export async function runScript(entry, { env = process.env, args = [] } = {}) {
  const [{ build }, { script }] = await Promise.all([import('vite'), import('./configurations.mjs')]);
  const fileName = `${path.basename(entry, '.ts')}.js`;
  await build(script(entry, fileName));
  return new Promise((resolve) => {
    const program = spawn(
      process.execPath,
      ['--enable-source-maps', inRoot('out', 'scripts', fileName), ...args],
      {
        cwd: inRoot(),
        env,
        stdio: 'inherit',
      },
    );
    program.on('exit', (code) => resolve(code ?? 1));
  });
}
