import { z } from 'zod';
import { audioTagsSchema } from '../audio/audio-tags.ts';
import { downloadRequestSchema } from '../download/download.ts';
import { requestIdSchema } from './feed-contract.ts';
import { feedLanguageSchema, takenTextsSchema } from './transcript-contract.ts';

const count = z.number().int().nonnegative();

/** A file the user offers. The window knows it by its number; where it lies, main alone knows. */
export const offeredFileSchema = z.object({
  file: count,
  /** Without folders. */
  name: z.string(),
  bytes: count,
  /** An estimate, ms. */
  durationMs: count.optional(),
  tags: audioTagsSchema,
});

const offer = z.object({
  files: z.array(offeredFileSchema),
  /** Files that are no audio, or could not be read. */
  refused: count,
});

export const importContract = {
  /** Lets the user choose audio files, and says what they are; none when the dialog was closed. `requestId` names it for `request:cancel`. */
  'import:choose': { args: z.object({ requestId: requestIdSchema }), result: offer },
  /** The same of files dropped on the window. Only the preload says this, of files it was given: a page can name no path. */
  'import:dropped': { args: z.object({ paths: z.array(z.string().max(32_768)).max(5_000) }), result: offer },
  /**
   * Copies an offered file among the downloads as the audio of an episode, and reads the texts beside it; the originals stay. Null
   * where it was called off before it was whole: `requestId` names it for `request:cancel`.
   */
  'import:take': {
    args: z.object({
      requestId: requestIdSchema,
      file: count,
      download: downloadRequestSchema,
      feedLanguage: feedLanguageSchema,
    }),
    result: takenTextsSchema.nullable(),
  },
} as const;

export type OfferedFile = z.infer<typeof offeredFileSchema>;
