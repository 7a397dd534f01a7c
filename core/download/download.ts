import { z } from 'zod';
import { appErrorSchema } from '../app-error-schema.ts';
import { downloadStates } from './download-states.ts';

export const downloadRequestSchema = z.object({
  episodeId: z.string().regex(/^[a-z0-9-]{1,80}$/),
  url: z.string().max(8192),
  podcastTitle: z.string().max(1000),
  episodeTitle: z.string().max(2000),
  publishedAt: z.number().int().optional(),
  type: z.string().max(200),
  expectedBytes: z.number().int().nonnegative().optional(),
  /** Address of the feed: only it lets a download reach a loopback or private host. */
  feedUrl: z.string().max(8192),
});

export const downloadSnapshotSchema = z.object({
  episodeId: z.string(),
  state: z.enum(downloadStates),
  receivedBytes: z.number().int().nonnegative(),
  totalBytes: z.number().int().positive().optional(),
  /** Why it is paused, waiting or failed. */
  error: appErrorSchema.optional(),
  /** When the next try starts, ms since the epoch, while `waiting`. */
  retryAt: z.number().int().optional(),
  /** Readable path relative to the download folder, once done. */
  fileName: z.string().optional(),
});

export type { DownloadState } from './download-states.ts';
export type DownloadRequest = z.infer<typeof downloadRequestSchema>;
export type DownloadSnapshot = z.infer<typeof downloadSnapshotSchema>;
