import { z } from 'zod';
import { appErrorSchema } from '../app-error-schema.ts';
import { transcriptLinkSchema } from '../feed/feed.ts';
import { transcriptSchema } from '../transcript/transcript.ts';
import { requestIdSchema, urlSchema } from './feed-contract.ts';

export const transcriptContract = {
  /** Fetches and reads every variant. A variant that fails is named in `failed`; the others still come, best first. */
  'transcript:load': {
    args: z.object({
      requestId: requestIdSchema,
      variants: z.array(transcriptLinkSchema).max(50),
      /** Text carried by the feed itself, untrusted HTML. */
      feedTextHtml: z.string().max(20_000_000).optional(),
      feedLanguage: z.string().max(100),
      feedUrl: urlSchema,
      /** Names of those who are heard, as the feed gives them. */
      persons: z.array(z.string().max(200)).max(100).optional(),
    }),
    result: z.object({
      transcripts: z.array(transcriptSchema),
      failed: z.array(z.object({ url: z.string(), error: appErrorSchema })),
    }),
  },
} as const;
