import { z } from 'zod';
import { appError } from '../app-error.ts';
import type { Chapter, FeedWarning } from '../feed/feed.ts';
import { failure, success, type Result } from '../result.ts';

export interface ParsedChapters {
  readonly chapters: readonly Chapter[];
  readonly warnings: readonly FeedWarning[];
}

/** Numbers are often written as strings; everything that is not what it should be is simply not there. */
const seconds = z
  .union([
    z.number(),
    z
      .string()
      .trim()
      .regex(/^\d+(\.\d+)?$/)
      .transform(Number),
  ])
  .pipe(z.number().min(0).max(1e7));
const text = z.string().trim().min(1).optional().catch(undefined);
const webAddress = z
  .string()
  .trim()
  .regex(/^https?:\/\//i)
  .optional()
  .catch(undefined);

const entrySchema = z.object({
  startTime: seconds,
  endTime: seconds.optional().catch(undefined),
  title: text,
  img: webAddress,
  url: webAddress,
  toc: z.boolean().optional().catch(undefined),
});

const fileSchema = z.union([
  z.object({ chapters: z.array(z.unknown()) }),
  z.array(z.unknown()).transform((chapters) => ({ chapters })),
]);

/**
 * Chapters of a podcast namespace chapters file (JSON chapters 1.2), by start; times in ms. Entries without a start are
 * dropped with a warning; a chapter without a title only changes the picture, so it is not listed.
 * Fails with `chapters-unreadable` when the text is no such file.
 */
export function parseChapters(json: string): Result<ParsedChapters> {
  const file = fileSchema.safeParse(readJson(json));
  if (!file.success) return failure(appError('chapters-unreadable', 'not a JSON chapters file'));
  const entries = file.data.chapters.map((entry) => entrySchema.safeParse(entry));
  const chapters = entries.flatMap((entry) => (entry.success ? [toChapter(entry.data)] : []));
  chapters.sort((a, b) => a.startMs - b.startMs);
  const dropped = entries.length - chapters.length;
  return success({ chapters, warnings: dropped > 0 ? [{ code: 'chapters-dropped', count: dropped }] : [] });
}

function toChapter(entry: z.infer<typeof entrySchema>): Chapter {
  const startMs = Math.round(entry.startTime * 1000);
  const endMs = entry.endTime === undefined ? undefined : Math.round(entry.endTime * 1000);
  return {
    startMs,
    ...(endMs !== undefined && endMs > startMs ? { endMs } : {}),
    title: entry.title ?? '',
    ...(entry.img ? { imageUrl: entry.img } : {}),
    ...(entry.url ? { link: entry.url } : {}),
    listed: entry.toc !== false && entry.title !== undefined,
  };
}

function readJson(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\ufeff/, '')) as unknown;
  } catch {
    return undefined;
  }
}
