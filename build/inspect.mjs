import { spawnSync } from 'node:child_process';
import { inRoot } from './places.mjs';
import { setUpPackages } from './setup/set-up.mjs';
import { bundle } from './bundle/bundle.mjs';
import { runAsCommand } from './run-as-command.mjs';

await runAsCommand(async () => {
  await setUpPackages();
  await bundle({ only: ['inspect'] });
  const inspect = [inRoot('out', 'inspect', 'index.js'), ...process.argv.slice(2)];
  return spawnSync(process.execPath, inspect, { stdio: 'inherit' }).status ?? 1;
});
