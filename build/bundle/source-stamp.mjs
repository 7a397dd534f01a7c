import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

const notSource = /(\.test\.(tsx?|mjs)|\.md|\.tsbuildinfo)$/;

/** @param {string} folder @returns {Promise<string[]>} Every file below, in a fixed order. */
async function filesBelow(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && !notSource.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/**
 * A fingerprint of sources by name, size and time of change: quick to take, and a needless rebuild now and then costs little.
 * @param {string[]} places Files and folders.
 * @returns {Promise<string>}
 */
export async function sourceStamp(places) {
  const files = (
    await Promise.all(
      places.map(async (place) =>
        (await stat(place).catch(() => null))?.isDirectory() ? filesBelow(place) : [place],
      ),
    )
  ).flat();
  const lines = await Promise.all(
    files.map(async (file) => {
      const { size, mtimeMs } = (await stat(file).catch(() => null)) ?? { size: -1, mtimeMs: 0 };
      return `${file} ${size} ${mtimeMs}`;
    }),
  );
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}
