import { copyFile, mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { inRoot } from '../places.mjs';

const source = inRoot('node_modules', '@echogarden', 'espeak-ng-emscripten', 'espeak-ng.data');
const copy = inRoot('out', 'voices', 'espeak-ng.data');

/** Puts the data of eSpeak's voices beside the bundles, where `electron/worker/align/load-espeak.ts` looks for them. */
export async function copyVoices() {
  const [wanted, there] = await Promise.all([stat(source), stat(copy).catch(() => null)]);
  if (there?.size === wanted.size && there.mtimeMs >= wanted.mtimeMs) return;
  await mkdir(path.dirname(copy), { recursive: true });
  await copyFile(source, copy);
}
