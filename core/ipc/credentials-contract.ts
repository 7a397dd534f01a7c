import { z } from 'zod';
import { urlSchema } from './feed-contract.ts';

/** Whether the system keeps a password safe between two runs, or Earmark remembers it until it ends. */
export const credentialsKeptSchema = z.enum(['safely', 'for-now']);

export const credentialsContract = {
  /** Signs in at the server of `url` from now on, for its feed and its media. The password never comes back. */
  'credentials:keep': {
    args: z.object({ url: urlSchema, user: z.string().max(1000), password: z.string().max(1000) }),
    result: z.object({ kept: credentialsKeptSchema }),
  },
  'credentials:forget': {
    args: z.object({ url: urlSchema }),
    result: z.object({}),
  },
  /** Who is signed in at the server of `url`; null: nobody. */
  'credentials:about': {
    args: z.object({ url: urlSchema }),
    result: z.object({ user: z.string().nullable(), kept: credentialsKeptSchema.nullable() }),
  },
} as const;
