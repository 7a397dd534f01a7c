import { z } from 'zod';
import { textFormats } from '../export/export-format.ts';
import { requestIdSchema } from './feed-contract.ts';

const episodeId = z.string().regex(/^[a-z0-9-]{1,80}$/);
const saved = z.object({
  /** `false`: the user closed the dialog, or cancelled the writing. */
  saved: z.boolean(),
});

/** The file the user is asked to name: what it belongs to gives its name, and the user the last word. */
const episodeTitle = z.string().max(2000);
const publishedAt = z.number().int().optional();

export const exportContract = {
  /** The downloaded audio as a book can carry it; null where there is none, or none in a form that reading systems must play. */
  'export:audio': {
    args: z.object({ episodeId }),
    result: z.object({ audio: z.object({ name: z.string(), mediaType: z.string() }).nullable() }),
  },
  /** Asks where to, and writes the file whole or not at all. */
  'export:save': {
    args: z.object({ episodeTitle, publishedAt, format: z.enum(textFormats), content: z.string() }),
    result: saved,
  },
  /** As `export:save`, for an EPUB: its files in order, and the episode whose audio goes beside them. */
  'export:save-book': {
    args: z.object({
      requestId: requestIdSchema,
      episodeTitle,
      publishedAt,
      files: z
        .array(z.object({ path: z.string().regex(/^[A-Za-z0-9/._-]{1,100}$/), content: z.string() }))
        .min(1)
        .max(5000),
      audioOf: episodeId.nullable(),
    }),
    result: saved,
  },
  /** Prints a page of ours through the system's dialog. */
  'export:print': { args: z.object({ html: z.string() }), result: z.object({ printed: z.boolean() }) },
} as const;
