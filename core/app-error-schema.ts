import { z } from 'zod';
import { appErrorCodes, type AppError } from './app-error.ts';

/** Apart from `app-error.ts`, so that code that only makes errors (the feed parser) does not load zod. */
export const appErrorSchema = z.object({
  code: z.enum(appErrorCodes),
  detail: z.string().max(2000).optional(),
  status: z.number().int().optional(),
  retryAfterMs: z.number().int().nonnegative().optional(),
}) satisfies z.ZodType<AppError>;
