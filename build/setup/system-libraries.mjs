import { readFile } from 'node:fs/promises';
import { runCommand } from '../run-command.mjs';
import { say } from '../say.mjs';

/** What Electron needs to open a window, and a display for machines without one. Debian's names. */
export const toRun = ['libnss3', 'libgtk-3-0', 'libgbm1', 'libasound2', 'libatk-bridge2.0-0', 'libcups2'];
export const toRunWithoutDisplay = ['xvfb', 'xauth'];
/** A sound server that tests record from, the bus of a desktop, and what speaks over it: media keys and notifications. */
export const toHear = ['pulseaudio', 'pulseaudio-utils', 'dbus', 'playerctl', 'libnotify4'];

/**
 * Newer Debian and Ubuntu renamed some libraries for 64-bit time (`libasound2t64`): either name will do.
 * @param {string} library @param {Set<string>} installed
 */
const isInstalled = (library, installed) => installed.has(library) || installed.has(`${library}t64`);

/**
 * @param {string[]} needed
 * @param {string} listing Output of `dpkg-query -W -f '${Package} ${db:Status-Status}\n'`.
 * @returns {string[]} The needed packages that are not installed.
 */
export function missingPackages(needed, listing) {
  const installed = new Set(
    listing
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0] ?? ''),
  );
  return needed.filter((library) => !isInstalled(library, installed));
}

/**
 * What to say on a Linux whose package names are not known here.
 * @param {string} linked Output of `ldd`.
 * @returns {string | null} Null when every library is found.
 */
export function missingLibrariesLine(linked) {
  const missing = [...linked.matchAll(/^\s*(\S+) => not found$/gm)].map(([, library]) => library);
  if (missing.length === 0) return null;
  const names = [...new Set(missing)].join(', ');
  return `Missing system libraries: ${names}. Please install this distribution's packages for GTK 3, NSS, ALSA, GBM, AT-SPI and CUPS.`;
}

/** @param {string[]} packages @returns {Promise<string>} */
async function listPackages(packages) {
  const names = packages.flatMap((name) => [name, `${name}t64`]);
  return (await runCommand('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n', ...names])).stdout;
}

/** @param {string[]} packages */
async function aptInstall(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand('apt-get', ['update', '-qq'], { env });
  // Where the old name is a virtual package, apt picks the renamed one by itself.
  const { code, output } = await runCommand(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
    { env },
  );
  if (code !== 0) throw new Error(`apt-get could not install ${packages.join(' ')}:\n${output}`);
}

const isDebian = async () => (await readFile('/etc/debian_version', 'utf8').catch(() => null)) !== null;

/**
 * Names the libraries that Electron misses on a Linux other than Debian and its children.
 * @param {string} executable Electron's.
 */
export async function nameMissingLibraries(executable) {
  if (process.platform !== 'linux' || (await isDebian())) return;
  const line = missingLibrariesLine((await runCommand('ldd', [executable])).stdout);
  if (line !== null) say(line);
}

/**
 * Sees to the system libraries on Debian and its children.
 * @param {string[]} needed Debian package names.
 */
export async function ensureSystemLibraries(needed) {
  if (process.platform !== 'linux' || !(await isDebian())) return;
  const missing = missingPackages(needed, await listPackages(needed));
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    say(`Missing system packages. Please run:  sudo apt-get install ${missing.join(' ')}`);
    return;
  }
  say(`Installing system packages with apt: ${missing.join(' ')}…`);
  await aptInstall(missing);
}
