import { packageApp, packagedExecutable } from './package/package-app.mjs';
import { sandboxArguments } from './setup/sandbox.mjs';
import { root } from './places.mjs';

/** @typedef {import('./setup/electron-runtime.mjs').Runtime} Runtime */
/** @typedef {{ executable: string, args: string[] }} Command */

/** How the built app is started on this machine. @param {Runtime} runtime @returns {Promise<Command>} */
export async function launchCommand({ executable }) {
  return { executable, args: [...(await sandboxArguments(executable)), root] };
}

/** Packages the built app into a folder. @param {Runtime} runtime @returns {Promise<Command>} How it is started from there. */
export async function packagedCommand(runtime) {
  await packageApp({ runtime, directoryOnly: true });
  const executable = await packagedExecutable();
  return { executable, args: await sandboxArguments(executable) };
}
