import * as buffer from 'node:buffer';
import { appError } from '../../core/app-error.ts';
import { createFeedParser } from '../../core/feed/parse-feed.ts';
import type { FeedParser } from '../../core/feed/parse-feed.ts';
import type { WorkerArgs, WorkerResult } from '../../core/ipc/worker-contract.ts';
import { failure, success } from '../../core/result.ts';
import type { Result } from '../../core/result.ts';

const open = new Map<string, FeedParser>();
const done = success({});

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
  parser.push(bytes);
  return done;
}

export function endFeed({ feedId }: WorkerArgs<'feed:end'>): Result<WorkerResult<'feed:end'>> {
  const parser = open.get(feedId);
  if (parser === undefined) return notOpen(feedId);
  open.delete(feedId);
  const parsed = parser.end();
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
