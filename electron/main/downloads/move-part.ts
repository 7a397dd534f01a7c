import { makeFolder } from '../files/make-folder.ts';
import { fileSize } from './file-size.ts';
import { moveFile } from './move-file.ts';
import type { MoveNeeds } from './move-file.ts';
import { copyFileOf, PartFile, workFolder } from './part-file.ts';

/**
 * Moves what has arrived of an unfinished download to another folder; nothing may write to it meanwhile. The journal
 * appears at the new place after its bytes are certain there, and goes from the old one last. Of a part that somebody
 * removed only the journal moves. Rejects as `moveFile` does, with everything where it was.
 */
export async function movePart(part: PartFile, folder: string, needs: MoveNeeds): Promise<PartFile> {
  needs.signal.throwIfAborted();
  const hasBytes = (await fileSize(part.file)) !== null;
  const moved = new PartFile(
    folder,
    hasBytes ? part.journal : { ...part.journal, offset: 0, ahead: undefined },
  );
  await makeFolder(workFolder(folder));
  const copy = copyFileOf(folder, part.journal.request.episodeId);
  if (hasBytes) await moveFile({ source: part.file, target: moved.file, copy }, needs);
  await moved.save({});
  await part.discard();
  return moved;
}
