import { setUpPackages } from './setup/set-up.mjs';
import { check } from './check/check.mjs';
import { runAsCommand } from './run-as-command.mjs';

await runAsCommand(async () => {
  await setUpPackages();
  const { passed, failed } = await check({ long: false });
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
});
