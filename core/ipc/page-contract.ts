import { z } from 'zod';
import { appErrorSchema } from '../app-error-schema.ts';
import { transcriptSchema } from '../transcript/transcript.ts';
import { requestIdSchema, urlSchema } from './feed-contract.ts';

const loadedPageSchema = z.object({
  kind: z.literal('loaded'),
  /** The article's words; they have no times. */
  transcript: transcriptSchema,
  /** The same for display, with its pictures and links. Untrusted. */
  html: z.string(),
  /** Of how many pages it was put together. */
  pages: z.number().int().positive(),
  /** Why the rest of the article is not here, where its first pages are. */
  brokenOff: appErrorSchema.optional(),
});

export const pageContract = {
  /**
   * Fetches the episode's own web page, with the pages the article goes on, and takes the article out of it. Fails with
   * `page-…` when there is none.
   */
  'page:load': {
    args: z.object({
      requestId: requestIdSchema,
      url: urlSchema,
      feedUrl: urlSchema,
      /** The episode's: its own headline is not repeated over the text. */
      title: z.string().max(10_000),
      feedLanguage: z.string().max(100),
    }),
    result: z.discriminatedUnion('kind', [loadedPageSchema, z.object({ kind: z.literal('cancelled') })]),
  },
} as const;
