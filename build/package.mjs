import { setUp } from './setup/set-up.mjs';
import { bundle } from './bundle/bundle.mjs';
import { packageApp } from './package/package-app.mjs';
import { runAsCommand } from './run-as-command.mjs';

await runAsCommand(async () => {
  const runtime = await setUp();
  await bundle();
  await packageApp({ runtime, directoryOnly: process.argv.includes('--dir'), show: true });
});
