import { z } from 'zod';
import { appErrorSchema } from '../app-error-schema.ts';
import { audioAnalysisSchema } from '../audio/audio-analysis.ts';
import { chapterSchema } from '../feed/feed.ts';
import { requestIdSchema, urlSchema } from './feed-contract.ts';

/** How far the analysis under way has come. */
export const analysingSchema = z.object({ episodeId: z.string(), share: z.number().min(0).max(1) });

const episodeId = z.string().regex(/^[a-z0-9-]{1,80}$/);

/** What the window must know to feed a file: the type of its segments, its length, and the state of the file it speaks of. */
const fedAudioSchema = z.object({
  episodeId,
  type: z.string(),
  seconds: z.number().positive(),
  version: z.string(),
});

export type FedAudio = z.infer<typeof fedAudioSchema>;

export const mediaContract = {
  /**
   * Makes an episode playable and says how. Downloaded: the local file, indexed. Not downloaded: `url` is streamed.
   * `address` is what the media element gets.
   */
  'media:prepare': {
    args: z.object({
      episodeId,
      url: urlSchema,
      type: z.string().max(200),
      feedUrl: urlSchema,
      /** The listener has allowed that a redirect leads from https to http. */
      allowPlain: z.boolean().optional(),
    }),
    result: z.object({
      address: z.string(),
      local: z.boolean(),
      /** Whether a seek to a time plays that time (see docs/decisions on the virtual MP4). */
      exact: z.boolean(),
      durationMs: z.number().int().nonnegative().optional(),
      /** So much later than it should the media element finds a moment after a jump, ms. */
      delayMs: z.number().positive().optional(),
      /** Moving pictures come with the sound of the downloaded file. */
      hasPicture: z.boolean(),
      /** Chapters found in the file itself (ID3 CHAP …). */
      chapters: z.array(chapterSchema),
      /** Present for a file of several pieces: the window feeds them to the media element through `media:segment`. */
      fed: fedAudioSchema.optional(),
    }),
  },
  /** Some seconds of a downloaded file for a SourceBuffer: a segment by its number, or what is left of one from a moment on. */
  'media:segment': {
    args: z.object({
      episodeId,
      version: z.string().max(100),
      wanted: z.union([
        z.object({ seconds: z.number().nonnegative() }),
        z.object({ number: z.number().int().nonnegative() }),
      ]),
    }),
    result: z.object({
      number: z.number().int().nonnegative(),
      /** Where the bytes begin, and where their sound does: a frame before it only sets the decoder up. */
      startSeconds: z.number(),
      soundSeconds: z.number(),
      isLast: z.boolean(),
      bytes: z.instanceof(Uint8Array),
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
  /** Brings the pictures of a downloaded episode, which then stay while its download does; answers how many could not be had. */
  'artwork:keep': {
    args: z.object({ episodeId, feedUrl: urlSchema, urls: z.array(urlSchema).max(5000) }),
    result: z.object({ missing: z.number().int().nonnegative() }),
  },
  /** Which of the downloaded episodes have all their pictures; what was kept for any other is let go. */
  'artwork:whole': {
    args: z.object({ episodeIds: z.array(episodeId).max(200_000) }),
    result: z.object({ episodeIds: z.array(z.string()) }),
  },
  /** Empties the picture cache of all but the pictures of downloads. */
  'artwork:clear': { args: z.object({}), result: z.object({}) },
} as const;
