import * as buffer from 'node:buffer';
import { appError } from '../../core/app-error.ts';
import { createFeedParser } from '../../core/feed/parse-feed.ts';
import type { FeedParser } from '../../core/feed/parse-feed.ts';
import type { WorkerArgs, WorkerResult } from '../../core/ipc/worker-contract.ts';
import { failure, success } from '../../core/result.ts';
import type { Result } from '../../core/result.ts';
import { withoutOptimising } from './without-optimising.ts';

const open = new Map<string, FeedParser>();
const done = success({});

/**
 * Bytes of feeds that are parsed before V8 may optimise: about as many as its code must read to win back the time it takes
 * to make it. A show that is added is through by then; a library that is refreshed has it behind it at once.
 */
const notWorthOptimising = 5_000_000;
let parsedBytes = 0;

function parse<T>(work: () => T): T {
  return parsedBytes < notWorthOptimising ? withoutOptimising(work) : work();
}

export function openFeed({
  feedId,
  url,
  contentType,
}: WorkerArgs<'feed:open'>): Result<WorkerResult<'feed:open'>> {
  open.set(feedId, createFeedParser({ url, contentType, buffer }));
  return done;
}

export function pushFeed({ feedId, bytes }: WorkerArgs<'feed:chunk'>): Result<WorkerResult<'feed:chunk'>> {
  const parser = open.get(feedId);
  if (parser === undefined) return notOpen(feedId);
  parse(() => parser.push(bytes));
  parsedBytes += bytes.length;
  return done;
}

export function endFeed({ feedId }: WorkerArgs<'feed:end'>): Result<WorkerResult<'feed:end'>> {
  const parser = open.get(feedId);
  if (parser === undefined) return notOpen(feedId);
  open.delete(feedId);
  const parsed = parse(() => parser.end());
  if (parsed.ok) return success({ kind: 'feed', feed: parsed.value });
  if (parsed.error.code !== 'feed-is-web-page') return parsed;
  return success({ kind: 'page', feeds: parser.announcedFeeds() });
}

export function abandonFeed({ feedId }: WorkerArgs<'feed:abandon'>): Result<WorkerResult<'feed:abandon'>> {
  open.delete(feedId);
  return done;
}

/** The worker was restarted between two pieces of this feed. */
function notOpen(feedId: string): ReturnType<typeof failure<ReturnType<typeof appError>>> {
  return failure(appError('worker-failed', `feed ${feedId} is not open`));
}
