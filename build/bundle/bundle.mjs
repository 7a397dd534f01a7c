import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { inRoot } from '../places.mjs';
import { say } from '../say.mjs';
import { sourceStamp } from './source-stamp.mjs';

const stampFile = inRoot('out', 'built-from');
const sources = ['core', 'electron', 'renderer', 'build/bundle', 'package.json', 'package-lock.json', 'tsconfig.base.json'];

/** @param {string} stamp */
const isCurrent = async (stamp) => (await readFile(stampFile, 'utf8').catch(() => null)) === stamp;

/**
 * Builds every room into out/ unless it was built from these very sources. Throws when a room does not build.
 * @param {{ always?: boolean }} [options] `always` builds even if nothing changed.
 */
export async function bundle({ always = false } = {}) {
  const stamp = await sourceStamp(sources.map((place) => inRoot(place)));
  if (!always && (await isCurrent(stamp))) return;
  say('Building…');
  const startedAt = performance.now();
  const [{ build }, { rooms }] = await Promise.all([import('vite'), import('./rooms.mjs')]);
  for (const [name, { entry, config }] of Object.entries(rooms)) {
    if (!existsSync(inRoot(entry))) throw new Error(`Nothing to build ${name} from: ${entry} is missing.`);
    await build(config());
  }
  await mkdir(inRoot('out'), { recursive: true });
  await writeFile(stampFile, stamp);
  say(`Built in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
}
