import { z } from 'zod';
import { appErrorSchema } from '../app-error-schema.ts';
import { audioCoverJob, describeAudioJob } from '../audio/describe-audio-job.ts';
import { digestJob } from '../audio/digest-job.ts';
import { indexAudioJob } from '../audio/index-audio-job.ts';
import { chapterSchema, parsedFeedSchema } from '../feed/feed.ts';
import { pagePartSchema } from '../pages/page-article.ts';
import type { Result } from '../result.ts';
import { transcriptSchema } from '../transcript/transcript.ts';
import { announcedFeedsSchema, opmlListSchema } from './feed-contract.ts';

const done = z.object({});
const bytes = z.instanceof(Uint8Array);
const feedId = z.string();
const transcriptOrigin = z.object({
  kind: transcriptSchema.shape.source.shape.kind,
  url: z.string().optional(),
  rel: z.string().optional(),
  language: z.string().optional(),
  type: z.string().optional(),
  contentType: z.string().optional(),
  persons: z.array(z.string()).optional(),
});

/**
 * Jobs between the main process and the utility process, where hostile bytes are read. Main checks each result again by
 * its schema, because whatever took the worker over would answer too. A feed is read as it arrives: open, chunk …, end.
 */
export const workerContract = {
  'feed:open': {
    args: z.object({ feedId, url: z.string(), contentType: z.string().optional() }),
    result: done,
  },
  'feed:chunk': { args: z.object({ feedId, bytes }), result: done },
  'feed:end': {
    args: z.object({ feedId }),
    result: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('feed'), feed: parsedFeedSchema }),
      z.object({ kind: z.literal('page'), feeds: announcedFeedsSchema }),
    ]),
  },
  /** The feed is not wanted any more: its transfer failed or was cancelled. */
  'feed:abandon': { args: z.object({ feedId }), result: done },
  'opml:parse': { args: z.object({ bytes }), result: opmlListSchema },
  'transcript:parse': {
    args: z.object({ content: z.union([bytes, z.string()]), origin: transcriptOrigin }),
    result: transcriptSchema,
  },
  'chapters:parse': {
    args: z.object({ bytes, contentType: z.string().optional() }),
    result: z.array(chapterSchema),
  },
  /** `number`: which page of its article this is, from 1; `title`: that of the episode. */
  'page:read': {
    args: z.object({
      bytes,
      contentType: z.string().optional(),
      url: z.string(),
      number: z.number().int().positive(),
      title: z.string(),
    }),
    result: pagePartSchema,
  },
  'audio:index': indexAudioJob,
  'audio:describe': describeAudioJob,
  'audio:cover': audioCoverJob,
  'audio:digest': digestJob,
} as const satisfies Record<string, { args: z.ZodType; result: z.ZodType }>;

export type WorkerJob = keyof typeof workerContract;
export type WorkerArgs<Job extends WorkerJob> = z.infer<(typeof workerContract)[Job]['args']>;
export type WorkerResult<Job extends WorkerJob> = z.infer<(typeof workerContract)[Job]['result']>;

/** What goes to the worker; `id` comes back with the reply. */
export interface WorkerRequest {
  readonly id: number;
  readonly job: WorkerJob;
  readonly args: unknown;
}

export const workerReplySchema = z.object({
  id: z.number().int(),
  outcome: z.union([
    z.object({ ok: z.literal(true), value: z.unknown() }),
    z.object({ ok: z.literal(false), error: appErrorSchema }),
  ]),
});

export type RunWorkerJob = <Job extends WorkerJob>(
  job: Job,
  args: WorkerArgs<Job>,
) => Promise<Result<WorkerResult<Job>>>;
