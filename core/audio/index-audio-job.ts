import { z } from 'zod';
import { aboutAudioSchema, sourceStampSchema } from './audio-index.ts';

/** The worker's job of indexing one audio file: reads `file`, writes `indexFile` beside it. Both are absolute paths. */
export const indexAudioJob = {
  args: z.object({ file: z.string(), indexFile: z.string() }),
  result: z.object({ source: sourceStampSchema, about: aboutAudioSchema }),
} as const;

export type IndexAudioArgs = z.infer<typeof indexAudioJob.args>;
export type IndexAudioResult = z.infer<typeof indexAudioJob.result>;
