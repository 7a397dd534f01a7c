import { setUpPackages } from './setup/set-up.mjs';
import { bundle } from './bundle/bundle.mjs';
import { runAsCommand } from './run-as-command.mjs';

await runAsCommand(async () => {
  await setUpPackages();
  await bundle({ always: true });
});
