import { setUp } from './setup/set-up.mjs';
import { sandboxArguments } from './setup/sandbox.mjs';
import { bundle } from './bundle/bundle.mjs';
import { launchCommand } from './launch-command.mjs';
import { packageApp, packagedExecutable } from './package/package-app.mjs';
import { runAsCommand } from './run-as-command.mjs';

/** @param {import('./setup/electron-runtime.mjs').Runtime} runtime */
async function packagedCommand(runtime) {
  await packageApp({ runtime, directoryOnly: true });
  const executable = await packagedExecutable();
  return { executable, args: await sandboxArguments(executable) };
}

await runAsCommand(async () => {
  const runtime = await setUp();
  await bundle();
  const command = process.argv.includes('--packaged')
    ? await packagedCommand(runtime)
    : await launchCommand(runtime);
  process.stdout.write(`${JSON.stringify(command)}\n`);
});
