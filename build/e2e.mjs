import { setUp } from './setup/set-up.mjs';
import { openDisplay } from './setup/display.mjs';
import { toHear } from './setup/system-libraries.mjs';
import { displays, endToEnd } from './check/end-to-end.mjs';
import { bundle } from './bundle/bundle.mjs';
import { launchCommand, packagedCommand } from './launch-command.mjs';
import { runAsCommand } from './run-as-command.mjs';

// The end-to-end tests alone, for work on them: arguments go to Playwright. `--project built` spares the packaging.
const args = process.argv.slice(2);
const builtOnly = /--project[ =]built\b/.test(args.join(' '));

await runAsCommand(async () => {
  const runtime = await setUp({ libraries: toHear });
  await bundle();
  const display = await openDisplay(displays);
  try {
    const env = {
      ...display.env,
      EARMARK_BUILT: JSON.stringify(await launchCommand(runtime)),
      EARMARK_PACKAGED: builtOnly ? undefined : JSON.stringify(await packagedCommand(runtime)),
    };
    const { failed } = await endToEnd({ env, args });
    return failed.length === 0 ? 0 : 1;
  } finally {
    display.close();
  }
});
