import { setUp } from './setup/set-up.mjs';
import { openDisplay } from './setup/display.mjs';
import { toHear } from './setup/system-libraries.mjs';
import { bundle } from './bundle/bundle.mjs';
import { runScript } from './bundle/run-script.mjs';
import { launchCommand } from './launch-command.mjs';
import { runAsCommand } from './run-as-command.mjs';

await runAsCommand(async () => {
  const runtime = await setUp({ libraries: toHear });
  await bundle();
  const display = await openDisplay();
  try {
    const env = { ...display.env, EARMARK_BUILT: JSON.stringify(await launchCommand(runtime)) };
    return await runScript('e2e/demo/demo.ts', { env, args: process.argv.slice(2) });
  } finally {
    display.close();
  }
});
