import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EspeakModule } from '@echogarden/espeak-ng-emscripten';
import load from '@echogarden/espeak-ng-emscripten';

/**
 * eSpeak NG with the data of all its voices (24 MB). In the built app those lie in a folder beside the bundles
 * (build/bundle/copy-voices.mjs); the script would look for them beside itself, under a name that not every path survives.
 */
export async function loadEspeak(): Promise<EspeakModule> {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const voices = await readFile(path.join(here, '..', 'voices', 'espeak-ng.data')).catch(() => null);
  // Run from its sources Earmark has no such folder: there the package finds its own.
  return voices === null ? load() : load({ getPreloadedPackage: () => voices.buffer });
}
