import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { temporaryNames } from './replace-file.ts';

/**
 * Removes what `replaceFile` left in `folder` when an earlier process was killed in the middle of it: nothing that is older than
 * `beganAt` (ms since the epoch) is being written any more. Sweeping is tidiness: what cannot be read or removed stays.
 */
export async function sweepTemporary(folder: string, beganAt = performance.timeOrigin): Promise<void> {
  await sweep(folder, { isLeft: (name) => temporaryNames.test(name), before: beganAt });
}

/**
 * Removes the folders in `folder` whose names begin so and that nobody has touched for an hour before `beganAt`: another Earmark may be
 * at work in its own.
 */
export async function sweepFolders(
  folder: string,
  beginning: string,
  beganAt = performance.timeOrigin,
): Promise<void> {
  await sweep(folder, { isLeft: (name) => name.startsWith(beginning), before: beganAt - 3_600_000 });
}

async function sweep(
  folder: string,
  { isLeft, before }: { isLeft: (name: string) => boolean; before: number },
): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter(isLeft)) {
    const place = path.join(folder, name);
    const writtenAt = await stat(place).then(
      ({ mtimeMs }) => mtimeMs,
      () => Infinity,
    );
    if (writtenAt < before) await rm(place, { recursive: true, force: true }).catch(() => undefined);
  }
}
