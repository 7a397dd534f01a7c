import { setUp } from './setup/set-up.mjs';
import { openDisplay } from './setup/display.mjs';
import { toHear } from './setup/system-libraries.mjs';
import { addUp } from './check/count-tests.mjs';
import { check } from './check/check.mjs';
import { endToEnd } from './check/end-to-end.mjs';
import { bundle } from './bundle/bundle.mjs';
import { launchCommand, packagedCommand } from './launch-command.mjs';
import { runAsCommand } from './run-as-command.mjs';

/** @param {import('./setup/electron-runtime.mjs').Runtime} runtime */
async function testOnElectron(runtime) {
  await bundle();
  const display = await openDisplay();
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
  const counts = [await check({ long: true })];
  try {
    counts.push(await testOnElectron(runtime));
  } catch (error) {
    process.stderr.write(`${error}\n`);
    counts.push({ passed: 0, failed: 1 });
  }
  const { passed, failed } = addUp(counts);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
});
