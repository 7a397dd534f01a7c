import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { inRoot } from '../places.mjs';
import { runCommand } from '../run-command.mjs';
import { say } from '../say.mjs';
import { writeNotices } from './third-party-notices.mjs';

/** @typedef {import('../setup/electron-runtime.mjs').Runtime} Runtime */

/**
 * The folder of Electron to package with, or null for the one electron-builder fetches: installers are made for processors
 * other than this machine's, too.
 * @param {Runtime} runtime @param {boolean} directoryOnly @returns {string | null}
 */
export function distributionFor({ source, executable }, directoryOnly) {
  if (source === 'registry') return path.dirname(executable);
  return directoryOnly ? inRoot('node_modules', 'electron', 'dist') : null;
}

/**
 * Packages what is in out/ into dist/.
 * @param {{ runtime: Runtime, directoryOnly: boolean, show?: boolean }} options `directoryOnly`: the app in a folder, without an installer; `show`: pass the packager's words on.
 */
export async function packageApp({ runtime, directoryOnly, show = false }) {
  if (runtime.source === 'registry' && !directoryOnly) {
    throw new Error(
      'Installers are made from official Electron, whose download is out of reach here. `npm run package -- --dir` works.',
    );
  }
  say(directoryOnly ? 'Packaging into a folder…' : 'Packaging…');
  await writeNotices();
  const order = JSON.stringify({
    electronVersion: runtime.version,
    electronDist: distributionFor(runtime, directoryOnly),
    directoryOnly,
    homepage: process.env.EARMARK_HOMEPAGE,
  });
  const builder = [inRoot('build', 'package', 'run-electron-builder.mjs'), order];
  const { code, output } = await runCommand(process.execPath, builder, { cwd: inRoot(), show });
  if (code !== 0) throw new Error(show ? 'Packaging failed.' : `Packaging failed:\n${output}`);
}

/** Where each system's app stands inside the folder that electron-builder made for it. @type {Partial<Record<NodeJS.Platform, { folder: RegExp, executable: string[] }>>} */
const layouts = {
  darwin: { folder: /^mac/, executable: ['Earmark.app', 'Contents', 'MacOS', 'Earmark'] },
  win32: { folder: /^win-.*unpacked$/, executable: ['Earmark.exe'] },
  linux: { folder: /^linux-.*unpacked$/, executable: ['earmark'] },
};

/** @returns {Promise<string>} The executable of the app that `--dir` made for this system. */
export async function packagedExecutable() {
  const layout = layouts[process.platform];
  const folders = await readdir(inRoot('dist')).catch(() => []);
  const folder = folders.find((name) => layout?.folder.test(name));
  const executable = inRoot('dist', folder ?? '', ...(layout?.executable ?? []));
  if (folder === undefined || !existsSync(executable))
    throw new Error('There is no packaged app in dist/: run `npm run package -- --dir`.');
  return executable;
}
