import { z } from 'zod';
import { appErrorSchema } from '../app-error-schema.ts';
import { audioAnalysisSchema } from '../audio/audio-analysis.ts';
import { chapterSchema } from '../feed/feed.ts';
import { requestIdSchema, urlSchema } from './feed-contract.ts';

/** How far the analysis under way has come. */
export const analysingSchema = z.object({ episodeId: z.string(), share: z.number().min(0).max(1) });

const episodeId = z.string().regex(/^[a-z0-9-]{1,80}$/);

export const mediaContract = {
  /**
   * Makes an episode playable and says how. Downloaded: the local file, indexed. Not downloaded: `url` is streamed.
   * `address` is what the media element gets.
   */
  'media:prepare': {
    args: z.object({ episodeId, url: urlSchema, type: z.string().max(200), feedUrl: urlSchema }),
    result: z.object({
      address: z.string(),
      local: z.boolean(),
      /** Whether a seek to a time plays that time (see docs/decisions on the virtual MP4). */
      exact: z.boolean(),
      durationMs: z.number().int().nonnegative().optional(),
      /** Chapters found in the file itself (ID3 CHAP …). */
      chapters: z.array(chapterSchema),
    }),
  },
  /**
   * Loudness and pauses of a downloaded episode, from what was kept beside it or learned now, which takes seconds.
   * `ahead`: nobody waits for it. `requestId` names it for `request:cancel`.
   */
  'media:analyse': {
    args: z.object({ requestId: requestIdSchema, episodeId, ahead: z.boolean() }),
    result: audioAnalysisSchema,
  },
  /** Why the stream of an episode broke off: the media element itself knows only that it did. */
  'media:what-failed': {
    args: z.object({ episodeId }),
    result: z.object({ error: appErrorSchema.nullable() }),
  },
  'chapters:load': {
    args: z.object({ requestId: requestIdSchema, url: urlSchema, feedUrl: urlSchema }),
    result: z.array(chapterSchema),
  },
  /** Fetches a picture into the picture cache once; `address` is an `art:` address for <img>. */
  'artwork:load': {
    args: z.object({ url: urlSchema, feedUrl: urlSchema }),
    result: z.object({ address: z.string() }),
  },
  /** Empties the picture cache. */
  'artwork:clear': { args: z.object({}), result: z.object({}) },
} as const;
