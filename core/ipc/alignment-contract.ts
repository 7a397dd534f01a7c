import { z } from 'zod';
import { alignmentSchema } from '../alignment/alignment.ts';
import { keptAlignmentSchema } from '../alignment/kept-alignments.ts';
import { transcriptSchema } from '../transcript/transcript.ts';
import { requestIdSchema } from './feed-contract.ts';

const episodeId = z.string().regex(/^[a-z0-9-]{1,80}$/);

/** How far the alignment under way has come. */
export const aligningSchema = z.object({ episodeId: z.string(), share: z.number().min(0).max(1) });

export const alignmentContract = {
  /**
   * The times of a text in the sound of a downloaded episode, from what was kept beside it or found now, which may take minutes.
   * `language` (BCP 47): what the text is spoken in. `ahead`: nobody waits for it. `requestId` names it for `request:cancel`.
   */
  'alignment:make': {
    args: z.object({
      requestId: requestIdSchema,
      episodeId,
      transcript: transcriptSchema,
      language: z.string().max(100),
      ahead: z.boolean(),
    }),
    result: alignmentSchema,
  },
  /** What was found before for the texts of an episode: nothing when it is not downloaded. */
  'alignment:kept': {
    args: z.object({ episodeId }),
    result: z.object({ alignments: z.array(keptAlignmentSchema) }),
  },
  /** Drops what was found for one text, by its `alignmentKey`. What is not there is no error. */
  'alignment:forget': {
    args: z.object({ episodeId, textHash: z.string().max(200) }),
    result: z.object({}),
  },
} as const;
