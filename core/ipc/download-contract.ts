import { z } from 'zod';
import { downloadRequestSchema, downloadSnapshotSchema } from '../download/download.ts';

const episodeOnly = z.object({ episodeId: z.string().regex(/^[a-z0-9-]{1,80}$/) });
const done = z.object({});

export const downloadContract = {
  'download:start': { args: downloadRequestSchema, result: done },
  /** Stops the transfer and removes what had arrived. */
  'download:cancel': { args: episodeOnly, result: done },
  /** Deletes the finished file. */
  'download:remove': { args: episodeOnly, result: done },
  /** Everything the download folder and the journals know, for comparing with the rows at start. */
  'download:list': { args: z.object({}), result: z.array(downloadSnapshotSchema) },
  'download:show-in-folder': { args: episodeOnly, result: done },
} as const;
