import { setUp } from './setup/set-up.mjs';
import { bundle } from './bundle/bundle.mjs';
import { launchCommand, packagedCommand } from './launch-command.mjs';
import { runAsCommand } from './run-as-command.mjs';

await runAsCommand(async () => {
  const runtime = await setUp();
  await bundle();
  const commandOf = process.argv.includes('--packaged') ? packagedCommand : launchCommand;
  process.stdout.write(`${JSON.stringify(await commandOf(runtime))}\n`);
});
