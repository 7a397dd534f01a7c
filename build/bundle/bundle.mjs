import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inRoot } from '../places.mjs';
import { say } from '../say.mjs';
import { copyVoices } from './copy-voices.mjs';
import { sourceStamp } from './source-stamp.mjs';

/** What is built: each room, the file that it starts from, and the folders whose change makes it stale. */
const rooms = {
  main: { entry: 'electron/main/index.ts', sources: ['core', 'electron/main'] },
  preload: { entry: 'electron/preload/index.ts', sources: ['core', 'electron/preload'] },
  worker: { entry: 'electron/worker/index.ts', sources: ['core', 'electron/worker'] },
  books: { entry: 'electron/main/export/thread.ts', sources: ['core', 'electron/main'] },
  transfers: { entry: 'electron/main/downloads/thread/index.ts', sources: ['core', 'electron/main'] },
  analyser: { entry: 'electron/worker/analyser.ts', sources: ['core', 'electron/worker'] },
  aligner: { entry: 'electron/worker/aligner.ts', sources: ['core', 'electron/worker'] },
  inspect: { entry: 'electron/inspect/index.ts', sources: ['core', 'electron/inspect'] },
  renderer: { entry: 'renderer/index.html', sources: ['core', 'renderer'] },
};
/** @typedef {keyof typeof rooms} Room */

const sourcesOfAll = ['build/bundle', 'package.json', 'package-lock.json', 'tsconfig.base.json'];

/** @param {Room} room */
const stampFile = (room) => inRoot('out', 'built-from', room);

/** @param {Room} room */
async function lookAt(room) {
  const stamp = await sourceStamp([...rooms[room].sources, ...sourcesOfAll].map((place) => inRoot(place)));
  const builtFrom = await readFile(stampFile(room), 'utf8').catch(() => null);
  return { room, stamp, isCurrent: builtFrom === stamp };
}

/** @param {Room} room @param {string} stamp */
async function buildRoom(room, stamp) {
  const { entry } = rooms[room];
  const [{ build }, { configurations }] = await Promise.all([import('vite'), import('./configurations.mjs')]);
  await build(configurations[room](entry));
  await mkdir(path.dirname(stampFile(room)), { recursive: true });
  await writeFile(stampFile(room), stamp);
}

/**
 * Builds rooms into out/ unless they were built from these very sources. Throws when a room does not build.
 * @param {{ always?: boolean, only?: Room[] }} [options] `always` builds even if nothing changed; `only` leaves other rooms alone.
 */
export async function bundle({ always = false, only = /** @type {Room[]} */ (Object.keys(rooms)) } = {}) {
  await copyVoices();
  const looked = await Promise.all(only.map(lookAt));
  const stale = looked.filter(({ isCurrent }) => always || !isCurrent);
  if (stale.length === 0) return;
  say(`Building ${stale.map(({ room }) => room).join(', ')}…`);
  const startedAt = performance.now();
  for (const { room, stamp } of stale) await buildRoom(room, stamp);
  say(`Built in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
}
