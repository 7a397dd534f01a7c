// Run as a program of its own by package-app.mjs: electron-builder writes to standard output, which commands that print data
// keep for themselves. The one argument is JSON: { electronVersion, electronDist, directoryOnly, homepage }.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'electron-builder';
import { inRoot } from '../places.mjs';
import { packagingOf } from './electron-builder.mjs';

const { directoryOnly, homepage, ...runtime } = JSON.parse(process.argv[2] ?? '{}');

/**
 * electron-builder takes a folder with Electron as it is; the loader that the registry runtime carries must not be shipped.
 * @param {{ appOutDir: string }} context
 */
async function leaveOutLoader({ appOutDir }) {
  await rm(path.join(appOutDir, 'resources', 'app'), { recursive: true, force: true });
}

await build({
  projectDir: inRoot(),
  dir: directoryOnly,
  publish: 'never',
  config: {
    ...packagingOf(runtime),
    afterExtract: leaveOutLoader,
    // A deb names a home page; only who publishes knows which.
    ...(homepage === undefined ? {} : { extraMetadata: { homepage } }),
  },
});
