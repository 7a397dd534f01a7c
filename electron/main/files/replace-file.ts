import { randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import { renamePatiently } from './rename-patiently.ts';

/** Files under such names are being written, or were when the process was killed (`sweep-temporary.ts`). */
export const temporaryNames = /\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/;

/**
 * Puts `data` in the place of `file` so that a crash or a power cut leaves the old content or the new, never a mixture:
 * temporary file beside it, flush, rename, flush the folder.
 */
export async function replaceFile(file: string, data: string | Uint8Array): Promise<void> {
  const temporary = `${file}.${randomUUID()}.tmp`;
  try {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(data);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await renamePatiently(temporary, file);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw cause;
  }
  await flushFolder(path.dirname(file));
}

/** Makes a rename or removal in `folder` last through a power cut. Windows does so by itself and cannot open folders. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
