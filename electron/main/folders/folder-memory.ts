import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { folderFileSchema } from '../../../core/folder/folder-file.ts';
import { replaceFile } from '../files/replace-file.ts';

const memorySchema = z.object({
  version: z.literal(1),
  /** Absolute path of the folder. */
  folder: z.string(),
  /** Ms since the epoch. */
  addedAt: z.number(),
  files: z.array(folderFileSchema),
});

export type RememberedFolder = Omit<z.infer<typeof memorySchema>, 'version'>;

/** What is known of each folder show, under `base`: a directory for each, with the companions of its files. */
export class FolderMemory {
  constructor(private readonly base: string) {}

  /** Where the indexes of a show's files are kept. */
  placeOf(podcastId: string): string {
    return path.join(this.base, podcastId);
  }

  /** Null where there is none, or a damaged one: the ids of files are made of their bytes, so that they come out the same again. */
  async read(podcastId: string): Promise<RememberedFolder | null> {
    try {
      const text = await readFile(path.join(this.placeOf(podcastId), 'folder.json'), 'utf8');
      return memorySchema.parse(JSON.parse(text));
    } catch {
      return null;
    }
  }

  /** Rejects with Node's error. */
  async write(podcastId: string, { folder, addedAt, files }: RememberedFolder): Promise<void> {
    await mkdir(this.placeOf(podcastId), { recursive: true });
    const memory: z.infer<typeof memorySchema> = { version: 1, folder, addedAt, files: [...files] };
    await replaceFile(path.join(this.placeOf(podcastId), 'folder.json'), JSON.stringify(memory));
  }

  async forget(podcastId: string): Promise<void> {
    await rm(this.placeOf(podcastId), { recursive: true, force: true });
  }
}
