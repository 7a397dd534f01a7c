import { z } from 'zod';
import {
  downloadQueueStateSchema,
  downloadRequestSchema,
  downloadSnapshotSchema,
} from '../download/download.ts';
import { feedLanguageSchema, takenTextsSchema } from './transcript-contract.ts';

const episodeOnly = z.object({ episodeId: z.string().regex(/^[a-z0-9-]{1,80}$/) });
const done = z.object({});
const episodeId = episodeOnly.shape.episodeId;
const count = z.number().int().nonnegative();

/** What the user does to the queue of downloads; all of it is kept after a restart. */
const queueChangeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('paused'), episodeId }),
  /** Goes on, whatever makes the others wait. */
  z.object({ type: z.literal('resumed'), episodeId }),
  z.object({ type: z.literal('all-paused'), paused: z.boolean() }),
  /** Its turn comes before that of another; null: last. */
  z.object({ type: z.literal('placed'), episodeId, before: episodeId.nullable() }),
]);

export const downloadContract = {
  'download:start': { args: downloadRequestSchema, result: done },
  /** Stops the transfer and removes what had arrived. */
  'download:cancel': { args: episodeOnly, result: done },
  /** Deletes the finished file. */
  'download:remove': { args: episodeOnly, result: done },
  /** Everything the download folder and the journals know, for comparing with the rows at start. */
  'download:list': { args: z.object({}), result: z.array(downloadSnapshotSchema) },
  'download:show-in-folder': { args: episodeOnly, result: done },
  'download:change-queue': { args: queueChangeSchema, result: done },
  'download:queue-state': { args: z.object({}), result: downloadQueueStateSchema },
  /** What the system tells of power and network, for the settings that go by it. */
  'download:conditions': {
    args: z.object({}),
    result: z.object({
      power: z.enum(['mains', 'battery', 'unknown']),
      network: z.enum(['unmetered', 'metered', 'unknown']),
    }),
  },
  /** Lets the user choose the file of an episode, and reads the texts beside it; null when the dialog was closed. */
  'download:find-file': {
    args: z.object({ download: downloadRequestSchema, feedLanguage: feedLanguageSchema }),
    result: takenTextsSchema.nullable(),
  },
  /** Room on the disk of the download folder, and what lies in folders used before. */
  'download:storage': {
    args: z.object({}),
    result: z.object({
      /** Null where the folder is away. */
      freeBytes: count.nullable(),
      elsewhere: z.object({ files: count, bytes: count }),
      /** Of pictures that may go at any time, and of those that belong to downloads. */
      pictureBytes: count,
      keptPictureBytes: count,
      moving: z.boolean(),
    }),
  },
  /** Moves what lies in folders used before to the present one; `download:moved` tells how far it has come. */
  'download:move': { args: z.object({}), result: done },
  'download:stop-moving': { args: z.object({}), result: done },
} as const;
