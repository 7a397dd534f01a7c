import { setUp } from './setup/set-up.mjs';
import { openDisplay } from './setup/display.mjs';
import { toHear } from './setup/system-libraries.mjs';
import { check } from './check/check.mjs';
import { displays, endToEnd } from './check/end-to-end.mjs';
import { addUp, describeRun, failure } from './check/tests-run.mjs';
import { bundle } from './bundle/bundle.mjs';
import { launchCommand, packagedCommand } from './launch-command.mjs';
import { runAsCommand } from './run-as-command.mjs';

/** @param {import('./setup/electron-runtime.mjs').Runtime} runtime */
async function testOnElectron(runtime) {
  await bundle();
  const display = await openDisplay(displays);
  try {
    const env = {
      ...display.env,
      EARMARK_BUILT: JSON.stringify(await launchCommand(runtime)),
      EARMARK_PACKAGED: JSON.stringify(await packagedCommand(runtime)),
    };
    return await endToEnd({ env, args: process.argv.slice(2) });
  } finally {
    display.close();
  }
}

await runAsCommand(async () => {
  const runtime = await setUp({ libraries: toHear });
  const runs = [await check({ long: true })];
  try {
    runs.push(await testOnElectron(runtime));
  } catch (error) {
    process.stderr.write(`${error}\n`);
    runs.push(failure('end-to-end tests'));
  }
  const all = addUp(runs);
  process.stdout.write(describeRun(all));
  return all.failed.length === 0 ? 0 : 1;
});
