import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { temporaryNames } from './replace-file.ts';

/**
 * Removes what `replaceFile` left in `folder` when an earlier process was killed in the middle of it: nothing that is older than
 * `beganAt` (ms since the epoch) is being written any more. Sweeping is tidiness: what cannot be read or removed stays.
 */
export async function sweepTemporary(folder: string, beganAt = performance.timeOrigin): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((one) => temporaryNames.test(one))) {
    const file = path.join(folder, name);
    const writtenAt = await stat(file).then(
      ({ mtimeMs }) => mtimeMs,
      () => Infinity,
    );
    if (writtenAt < beganAt) await rm(file, { force: true }).catch(() => undefined);
  }
}
