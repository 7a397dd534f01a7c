import { z } from 'zod';
import { highlightFormats } from '../highlights/highlight-format.ts';

export const highlightsContract = {
  /** Asks where to, and writes the file whole or not at all; `saved: false` when the dialog was closed. */
  'highlights:save': {
    args: z.object({ format: z.enum(highlightFormats), content: z.string() }),
    result: z.object({ saved: z.boolean() }),
  },
} as const;
