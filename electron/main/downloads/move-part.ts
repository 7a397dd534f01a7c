import { copyFile, mkdir, rename } from 'node:fs/promises';
import { PartFile, workFolder } from './part-file.ts';

/**
 * Moves what has arrived of an unfinished download to another folder; nothing may write to it meanwhile. The journal
 * appears at the new place after its bytes and goes from the old one last. Rejects with Node's error.
 */
export async function movePart(part: PartFile, folder: string): Promise<PartFile> {
  const moved = new PartFile(folder, part.journal);
  await mkdir(workFolder(folder), { recursive: true });
  if (part.journal.offset > 0) {
    await rename(part.file, moved.file).catch(async (cause: unknown) => {
      if ((cause as NodeJS.ErrnoException).code !== 'EXDEV') throw cause;
      await copyFile(part.file, moved.file);
    });
  }
  await moved.save({});
  await part.discard();
  return moved;
}
