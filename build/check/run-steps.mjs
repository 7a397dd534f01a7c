import { runCommand } from '../run-command.mjs';
import { inRoot } from '../places.mjs';
import { say } from '../say.mjs';

/** @typedef {{ name: string, module: string, args: string[], env?: NodeJS.ProcessEnv }} Step A tool of node_modules, by the path of the script that starts it. */
/** @typedef {{ name: string, code: number, output: string, seconds: number }} Outcome */

/** @param {Step} step @returns {Promise<Outcome>} */
async function runStep({ name, module, args, env = {} }) {
  const startedAt = performance.now();
  const { code, output } = await runCommand(process.execPath, [inRoot('node_modules', module), ...args], {
    cwd: inRoot(),
    env: { ...process.env, ...env },
  });
  const seconds = (performance.now() - startedAt) / 1000;
  say(`  ${code === 0 ? 'ok    ' : 'FAILED'}  ${name}  ${seconds.toFixed(1)} s`);
  if (code !== 0) say(`${output.trim()}\n`);
  return { name, code, output, seconds };
}

/**
 * Runs steps, a few at a time, each telling its outcome as it ends and its words only when it fails.
 * @param {Step[]} steps The slowest first.
 * @param {number} atOnce
 * @returns {Promise<Outcome[]>}
 */
export async function runSteps(steps, atOnce) {
  const waiting = [...steps];
  /** @type {Outcome[]} */
  const outcomes = [];
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) outcomes.push(await runStep(step));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return outcomes;
}
