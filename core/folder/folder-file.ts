import { z } from 'zod';
import { audioDescriptionSchema } from '../audio/describe-audio-job.ts';
import type { NameFacts } from './name-facts.ts';

/** A file as the disk lists it. Times are ms since the epoch, sizes bytes. */
export interface FoundFile {
  /** Relative to the folder, with forward slashes. */
  readonly name: string;
  readonly size: number;
  readonly modifiedAt: number;
}

/** An audio file of a folder show, as it is remembered. */
export const folderFileSchema = z.object({
  /** Given when it was first seen, and kept through renames and changes: the episode's identity. 16 hexadecimal digits. */
  id: z.string().regex(/^[0-9a-f]{16}$/),
  name: z.string(),
  /** As learned last; its source is what the file is compared with. */
  about: audioDescriptionSchema,
  /** Was not there when last looked. It may come back, under another name too. */
  gone: z.literal(true).optional(),
});

export type FolderFile = z.infer<typeof folderFileSchema>;

/** A file, and what its name says. */
export interface NamedFile extends FolderFile {
  readonly named: NameFacts;
}
