import { setUpPackages } from './setup/set-up.mjs';
import { check } from './check/check.mjs';
import { describeRun } from './check/tests-run.mjs';
import { runAsCommand } from './run-as-command.mjs';

await runAsCommand(async () => {
  await setUpPackages();
  const run = await check({ long: false });
  process.stdout.write(describeRun(run));
  return run.failed.length === 0 ? 0 : 1;
});
