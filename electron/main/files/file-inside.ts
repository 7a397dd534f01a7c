import { realpath } from 'node:fs/promises';
import path from 'node:path';

/**
 * The real path of `relative` under `root`, or null when there is no such file or it lies outside: links are followed
 * before the check, so a link out of the folder is outside.
 */
export async function fileInside(root: string, relative: string): Promise<string | null> {
  if (relative.includes('\0')) return null;
  try {
    const realRoot = await realpath(root);
    const real = await realpath(path.join(realRoot, relative));
    return isBelow(realRoot, real) ? real : null;
  } catch {
    return null;
  }
}

/** The same of a folder, which may be `root` itself. */
export async function folderInside(root: string, relative: string): Promise<string | null> {
  if (path.normalize(relative) === '.') return realpath(root).catch(() => null);
  return fileInside(root, relative);
}

/** Whether a path lies under a folder, both real. The root of a drive ends in a separator already, and holds all that is on it. */
export function isBelow(folder: string, file: string, system: typeof path = path): boolean {
  const within = system.relative(folder, file);
  return (
    within !== '' && within !== '..' && !within.startsWith(`..${system.sep}`) && !system.isAbsolute(within)
  );
}
