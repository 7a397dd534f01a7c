import { nodeVersionProblem } from './node-version.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { ensureRuntime } from './electron-runtime.mjs';
import { hasDisplay } from './display.mjs';
import {
  ensureSystemLibraries,
  nameMissingLibraries,
  toRun,
  toRunWithoutDisplay,
} from './system-libraries.mjs';
import { say } from '../say.mjs';

/** Ends the command with a clear line when this Node is too old for everything that follows. */
function requireNode() {
  const problem = nodeVersionProblem(process.versions.node);
  if (problem === null) return;
  say(problem);
  process.exit(1);
}

/** Brings the packages in. Modules that use packages may be imported only after this. */
export async function setUpPackages() {
  requireNode();
  await ensureDependencies();
}

/**
 * Brings the machine up to run Earmark: packages, Electron, system libraries. Quick when all is there.
 * @param {{ libraries?: string[] }} [more] Further Debian packages that this command needs.
 * @returns {Promise<import('./electron-runtime.mjs').Runtime>}
 */
export async function setUp({ libraries = [] } = {}) {
  await setUpPackages();
  const display = hasDisplay({ platform: process.platform, env: process.env }) ? [] : toRunWithoutDisplay;
  const [runtime] = await Promise.all([
    ensureRuntime(),
    ensureSystemLibraries([...toRun, ...display, ...libraries]),
  ]);
  await nameMissingLibraries(runtime.executable);
  return runtime;
}
