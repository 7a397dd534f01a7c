import { z } from 'zod';
import { aboutAudioSchema, sourceStampSchema } from './audio-index.ts';
import { audioTagsSchema } from './audio-tags.ts';

/** What an audio file says of itself, learned from its ends. */
export const audioDescriptionSchema = z.object({
  source: sourceStampSchema,
  kind: aboutAudioSchema.shape.kind,
  /** Of the file's size and its ends: equal for a file that was only moved or renamed. 16 hexadecimal digits. */
  fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
  /** An estimate. */
  durationMs: z.number().int().nonnegative().optional(),
  tags: audioTagsSchema,
  /** A cover seems to be inside. */
  hasCover: z.boolean(),
});

export type AudioDescription = z.infer<typeof audioDescriptionSchema>;

/** The worker's job of looking at audio files, absolute paths; null for a file that cannot be read. */
export const describeAudioJob = {
  args: z.object({ files: z.array(z.string()) }),
  result: z.object({ described: z.array(audioDescriptionSchema.nullable()) }),
} as const;

/** And of taking the cover out of one; null when it has none. */
export const audioCoverJob = {
  args: z.object({ file: z.string() }),
  result: z.object({ picture: z.instanceof(Uint8Array).nullable() }),
} as const;
