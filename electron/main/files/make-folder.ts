import { mkdir } from 'node:fs/promises';

/**
 * Makes a folder and those above it that are missing; one that is there is left as it is. Rejects with Node's error. On a file system that
 * may not be written to the recursive `mkdir` of Node says ENOENT: the plain one names what is wrong.
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
    await mkdir(folder);
  }
}
