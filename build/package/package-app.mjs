import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { inRoot } from '../places.mjs';
import { say } from '../say.mjs';
import { packagingOf } from './electron-builder.mjs';

/** @typedef {import('../setup/electron-runtime.mjs').Runtime} Runtime */

/**
 * electron-builder takes a folder with Electron as it is; the loader that the registry runtime carries must not be shipped.
 * @param {{ appOutDir: string }} context
 */
async function leaveOutLoader({ appOutDir }) {
  await rm(path.join(appOutDir, 'resources', 'app'), { recursive: true, force: true });
}

/** @param {Runtime} runtime @param {boolean} directoryOnly @returns {string | null} */
function distributionFor({ source, executable }, directoryOnly) {
  if (source === 'registry') return path.dirname(executable);
  return directoryOnly && process.platform !== 'darwin' ? inRoot('node_modules', 'electron', 'dist') : null;
}

/**
 * Packages what is in out/ into dist/.
 * @param {{ runtime: Runtime, directoryOnly: boolean }} options `directoryOnly`: the app in a folder, without an installer.
 */
export async function packageApp({ runtime, directoryOnly }) {
  if (runtime.source === 'registry' && !directoryOnly) {
    throw new Error(
      'Installers are made from official Electron, whose download is out of reach here. `npm run package -- --dir` works.',
    );
  }
  say(directoryOnly ? 'Packaging into a folder…' : 'Packaging…');
  const { build } = await import('electron-builder');
  const electronDist = distributionFor(runtime, directoryOnly);
  const config = {
    ...packagingOf({ electronVersion: runtime.version, electronDist }),
    afterExtract: leaveOutLoader,
  };
  await build({ projectDir: inRoot(), dir: directoryOnly, config, publish: 'never' });
}

/** @param {string} folder @param {RegExp} name @returns {Promise<string>} */
async function findFolder(folder, name) {
  const found = (await readdir(folder).catch(() => [])).find((entry) => name.test(entry));
  if (found === undefined) throw new Error(`Nothing is packaged in ${folder}.`);
  return path.join(folder, found);
}

/** @returns {Promise<string>} The executable of the app that `--dir` made for this system. */
export async function packagedExecutable() {
  const dist = inRoot('dist');
  const executable =
    process.platform === 'darwin'
      ? path.join(await findFolder(dist, /^mac/), 'Earmark.app', 'Contents', 'MacOS', 'Earmark')
      : process.platform === 'win32'
        ? path.join(await findFolder(dist, /^win-.*unpacked$/), 'Earmark.exe')
        : path.join(await findFolder(dist, /^linux-.*unpacked$/), 'earmark');
  if (!existsSync(executable)) throw new Error(`The packaged app is incomplete: ${executable} is missing.`);
  return executable;
}
