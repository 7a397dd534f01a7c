import { spawn } from 'node:child_process';
import { setUp } from './setup/set-up.mjs';
import { openDisplay } from './setup/display.mjs';
import { bundle } from './bundle/bundle.mjs';
import { launchCommand } from './launch-command.mjs';
import { runAsCommand } from './run-as-command.mjs';

/**
 * @param {{ executable: string, args: string[], env: NodeJS.ProcessEnv }} command
 * @returns {Promise<number>} The app's exit code.
 */
function runApp({ executable, args, env }) {
  return new Promise((resolve, reject) => {
    const app = spawn(executable, args, { env, stdio: 'inherit' });
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
      process.on(signal, () => app.kill(signal));
    app.on('error', reject);
    app.on('exit', (code) => resolve(code ?? 1));
  });
}

await runAsCommand(async () => {
  const runtime = await setUp();
  await bundle();
  const display = await openDisplay();
  const { executable, args } = await launchCommand(runtime);
  try {
    return await runApp({ executable, args: [...args, ...process.argv.slice(2)], env: display.env });
  } finally {
    display.close();
  }
});
