import { rename, rm, writeFile } from 'node:fs/promises';

/** Whole or not at all: a reader never finds half a file. Rejects with Node's error and leaves nothing behind. */
export async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const temporary = `${path}.part`;
  try {
    await writeFile(temporary, content);
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw cause;
  }
}
