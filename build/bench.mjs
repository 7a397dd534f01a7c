import { readdir } from 'node:fs/promises';
import { inRoot } from './places.mjs';
import { say } from './say.mjs';
import { setUp } from './setup/set-up.mjs';
import { openDisplay } from './setup/display.mjs';
import { runScript } from './bundle/run-script.mjs';
import { runAsCommand } from './run-as-command.mjs';

const ending = '.bench.ts';

/** @param {string[]} wanted Names; all when empty. @returns {Promise<string[]>} */
async function chooseBenches(wanted) {
  const files = await readdir(inRoot('e2e', 'bench'));
  const names = files.filter((file) => file.endsWith(ending)).map((file) => file.slice(0, -ending.length));
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new Error(`No measurement is called ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
  return wanted.length > 0 ? wanted : names;
}

await runAsCommand(async () => {
  const names = await chooseBenches(process.argv.slice(2));
  await setUp();
  const display = await openDisplay();
  const failed = [];
  try {
    for (const name of names) {
      say(`\n— ${name}`);
      const code = await runScript(`e2e/bench/${name}${ending}`, { env: display.env });
      if (code !== 0) failed.push(name);
    }
  } finally {
    display.close();
  }
  if (failed.length > 0) throw new Error(`Failed: ${failed.join(', ')}.`);
});
