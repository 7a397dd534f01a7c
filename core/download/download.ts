import { z } from 'zod';
import { appErrorCodes } from '../app-error.ts';
import { appErrorSchema } from '../app-error-schema.ts';
import { downloadStates, ruleHolds } from './download-states.ts';

export const downloadRequestSchema = z.object({
  episodeId: z.string().regex(/^[a-z0-9-]{1,80}$/),
  url: z.string().max(8192),
  podcastTitle: z.string().max(1000),
  episodeTitle: z.string().max(2000),
  publishedAt: z.number().int().optional(),
  type: z.string().max(200),
  expectedBytes: z.number().int().nonnegative().optional(),
  /** Length as the feed says, ms: a hint for checking a file whose size no server told. */
  expectedMs: z.number().int().nonnegative().optional(),
  /** Digests the publisher states of the file (W3C SRI); a file that has none of them is not kept. */
  integrity: z.string().max(2000).optional(),
  /** Address of the feed: only it lets a download reach a loopback or private host. */
  feedUrl: z.string().max(8192),
  /** The listener has allowed that a redirect leads from https to http. */
  allowPlain: z.boolean().optional(),
});

export const downloadSnapshotSchema = z.object({
  episodeId: z.string(),
  state: z.enum(downloadStates),
  receivedBytes: z.number().int().nonnegative(),
  totalBytes: z.number().int().positive().optional(),
  /** Why it is paused, waiting, missing or failed. Paused without it: by the user's hand. */
  error: appErrorSchema.optional(),
  /** When the next try starts, ms since the epoch, while `waiting`. */
  retryAt: z.number().int().optional(),
  /** Readable path relative to the download folder, once done. */
  fileName: z.string().optional(),
  /** Place in the queue, ascending; none once done. */
  order: z.number().optional(),
  /** Goes on although the others wait (`DownloadQueueState`). */
  anyway: z.literal(true).optional(),
  /** Done, and the server never said how long the file is: nothing proves that the end is there. */
  unverified: z.literal(true).optional(),
  /** A file of a folder show: it was never downloaded, and is not ours to delete. */
  inPlace: z.literal(true).optional(),
});

/** What makes every download wait at once. */
export const downloadQueueStateSchema = z.object({
  /** By the user's hand. */
  pausedAll: z.boolean(),
  /** By a rule of the settings. */
  rule: z.enum(ruleHolds).nullable(),
  /** Files are being moved to another folder. */
  moving: z.boolean(),
  /** The disk is full or away. */
  held: z.enum(appErrorCodes).nullable(),
});

/** How far the files have come on their way to another folder. */
export const downloadMoveSchema = z.object({
  /** `stopped`: by the user; `failed`: see `error`. Each file is whole, at the old place or the new. */
  state: z.enum(['moving', 'done', 'stopped', 'failed']),
  files: z.number().int().nonnegative(),
  filesDone: z.number().int().nonnegative(),
  bytes: z.number().int().nonnegative(),
  bytesDone: z.number().int().nonnegative(),
  error: appErrorSchema.optional(),
});

export type { DownloadState, RuleHold } from './download-states.ts';
export type DownloadRequest = z.infer<typeof downloadRequestSchema>;
export type DownloadSnapshot = z.infer<typeof downloadSnapshotSchema>;
export type DownloadMove = z.infer<typeof downloadMoveSchema>;
export type DownloadQueueState = z.infer<typeof downloadQueueStateSchema>;
