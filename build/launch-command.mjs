import { sandboxArguments } from './setup/sandbox.mjs';
import { root } from './places.mjs';

/**
 * How the built app is started on this machine.
 * @param {import('./setup/electron-runtime.mjs').Runtime} runtime
 * @returns {Promise<{ executable: string, args: string[] }>}
 */
export async function launchCommand({ executable }) {
  return { executable, args: [...(await sandboxArguments(executable)), root] };
}
