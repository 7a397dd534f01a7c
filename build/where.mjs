import { setUp } from './setup/set-up.mjs';
import { bundle } from './bundle/bundle.mjs';
import { launchCommand } from './launch-command.mjs';
import { runAsCommand } from './run-as-command.mjs';

await runAsCommand(async () => {
  const runtime = await setUp();
  await bundle();
  process.stdout.write(`${JSON.stringify(await launchCommand(runtime))}\n`);
});
