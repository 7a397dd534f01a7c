import { z } from 'zod';

/** The worker's job of reading a whole file for its digest, in base64 without padding. */
export const digestJob = {
  args: z.object({ file: z.string(), algorithm: z.enum(['sha256', 'sha384', 'sha512']) }),
  result: z.object({ digest: z.string() }),
} as const;
