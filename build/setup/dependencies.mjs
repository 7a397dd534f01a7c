import { createHash } from 'node:crypto';
import { lstat, readFile, writeFile } from 'node:fs/promises';
import { inRoot } from '../places.mjs';
import { runNpm } from '../run-command.mjs';
import { say } from '../say.mjs';

const packagesFolder = inRoot('node_modules');
const stampFile = inRoot('node_modules', '.earmark-installed');
const npmsOwnRecord = inRoot('node_modules', '.package-lock.json');

/** @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean }>} Packages By their place under node_modules. */

/** @param {string} lock Text of package-lock.json or of npm's record in node_modules. @returns {Packages} */
function packagesOf(lock) {
  const { packages } = JSON.parse(lock);
  return Object.fromEntries(Object.entries(packages).filter(([place]) => place !== ''));
}

/** @param {string} lock */
export const lockHash = (lock) => createHash('sha256').update(lock).digest('hex');

/**
 * Whether what is installed is what the lock file asks for. npm leaves out optional packages made for other systems, so
 * those may be missing.
 * @param {{ lock: string, stamp: string | null, installed: string | null }} found `stamp`: the lock's hash at the last set-up; `installed`: npm's own record.
 * @returns {boolean}
 */
export function dependenciesAreCurrent({ lock, stamp, installed }) {
  if (installed === null) return false;
  if (stamp === lockHash(lock)) return true;
  const wanted = packagesOf(lock);
  const present = packagesOf(installed);
  const isAsWanted = (/** @type {string} */ place) =>
    present[place] === undefined
      ? wanted[place]?.optional === true
      : present[place].version === wanted[place]?.version &&
        present[place].integrity === wanted[place]?.integrity;
  return Object.keys({ ...wanted, ...present }).every(isAsWanted);
}

/** @param {string} file */
const readOrNull = (file) => readFile(file, 'utf8').catch(() => null);

/** @param {string} file */
const isLink = async (file) => (await lstat(file).catch(() => null))?.isSymbolicLink() === true;

/**
 * Installs the packages of package-lock.json unless exactly those are there. Throws with npm's words when npm fails, and when
 * the packages are those of another checkout: npm would empty the folder that the link leads to.
 */
export async function ensureDependencies() {
  const lock = await readFile(inRoot('package-lock.json'), 'utf8');
  const [stamp, installed] = await Promise.all([readOrNull(stampFile), readOrNull(npmsOwnRecord)]);
  if (!dependenciesAreCurrent({ lock, stamp, installed })) {
    if (await isLink(packagesFolder))
      throw new Error(
        `${packagesFolder} is a link, and where it leads are other packages than package-lock.json names.`,
      );
    say('Installing the packages of package-lock.json (npm ci)…');
    const { code, output } = await runNpm(['ci', '--no-audit', '--no-fund'], { cwd: inRoot() });
    if (code !== 0) throw new Error(`npm ci failed:\n${output}`);
  }
  if (stamp !== lockHash(lock)) await writeFile(stampFile, lockHash(lock));
}
