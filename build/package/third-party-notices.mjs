import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inRoot } from '../places.mjs';

/** What the packager takes along beside LICENSE. */
export const noticesFile = inRoot('out', 'THIRD-PARTY-NOTICES.txt');

/** @typedef {{ folder: string, name: string, version: string, licence: string }} Package `folder`: its place, from the root of the checkout. */
/** @typedef {{ version?: string, license?: string, dev?: boolean, devOptional?: boolean, peer?: boolean }} LockEntry */

const intro = `Earmark carries software and fonts of other authors. Each is listed with its version, its licence and the words of that licence.
Electron's and Chromium's own notices are the files LICENSE.electron.txt and LICENSES.chromium.html.`;
const line = '-'.repeat(80);

/**
 * What the bundles may hold: the dependencies and all that they need. Declarations of types leave nothing in a bundle.
 * @param {string} lock Text of package-lock.json.
 * @returns {Package[]} By name.
 */
export function productionPackages(lock) {
  /** @type {{ packages: Record<string, LockEntry> }} */
  const { packages } = JSON.parse(lock);
  return Object.entries(packages)
    .filter(([folder, { dev, devOptional, peer }]) => folder !== '' && !dev && !devOptional && !peer)
    .map(([folder, { version = '', license = 'unknown licence' }]) => ({
      folder,
      name: folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version,
      licence: license,
    }))
    .filter(({ name }) => !name.startsWith('@types/'))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * @param {{ package: Package, text: string }[]} entries
 * @returns {string} The notices; a package that stands in two folders in one version is told once.
 */
export function noticesOf(entries) {
  const sections = entries.map(
    ({ package: { name, version, licence }, text }) =>
      `${line}\n${name} ${version} (${licence})\n${line}\n\n${text.trim()}\n`,
  );
  return `${intro}\n\n${[...new Set(sections)].join('\n')}`;
}

/**
 * The words a package is licensed by. Some packages only name their licence: they get its standard words.
 * @param {Package} from @returns {Promise<string>} @throws {Error} for a package whose licence has no words here: it must not be shipped so.
 */
async function licenceText({ folder, name, licence }) {
  const files = await readdir(inRoot(folder));
  const wanted = files.filter((file) => /^(licen[cs]e|copying|notice)([.-]|$)/i.test(file)).sort();
  if (wanted.length > 0)
    return (await Promise.all(wanted.map((file) => readFile(inRoot(folder, file), 'utf8')))).join('\n\n');
  const standard = inRoot('build', 'package', 'licences', `${licence}.txt`);
  const words = await readFile(standard, 'utf8').catch(() => {
    throw new Error(
      `${name} is bundled, but its licence (${licence}) is neither with it nor in ${path.dirname(standard)}.`,
    );
  });
  /** @type {{ author?: string | { name: string } }} */
  const { author } = JSON.parse(await readFile(inRoot(folder, 'package.json'), 'utf8'));
  const holder = typeof author === 'object' ? author.name : author;
  return holder === undefined ? words : `Copyright (c) ${holder}\n\n${words}`;
}

/** Bundled, and from no package. @type {Package} */
const faad2 = {
  folder: 'electron/worker/decode/faad2',
  name: 'faad2',
  version: '2.11.2',
  licence: 'GPL-2.0-or-later',
};

/** Writes the notices of all that is bundled into `out/`. */
export async function writeNotices() {
  const packages = [faad2, ...productionPackages(await readFile(inRoot('package-lock.json'), 'utf8'))];
  const entries = await Promise.all(
    packages.map(async (each) => ({ package: each, text: await licenceText(each) })),
  );
  await writeFile(noticesFile, noticesOf(entries));
}
