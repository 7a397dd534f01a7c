import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RequestResult } from '../../../core/ipc/contract.ts';
import type { RunWorkerJob } from '../../../core/ipc/worker-contract.ts';
import { appError } from '../../../core/app-error.ts';
import { failure, success } from '../../../core/result.ts';
import { createOpenUrl } from '../network/open-url.ts';
import { FeedFetcher } from './feed-fetcher.ts';

let server: Server;
let url: string;
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let jobs: string[];
let received: string;

/** Stands in for the worker: keeps what it is given and takes the text as the feed's title. */
const runJob: RunWorkerJob = (job, args) => {
  jobs.push(job);
  if (job === 'feed:chunk') received += Buffer.from((args as { bytes: Uint8Array }).bytes).toString();
  if (job !== 'feed:end') return Promise.resolve(success({})) as never;
  if (received.startsWith('<html'))
    return Promise.resolve(success({ kind: 'page', feeds: [{ url, title: 'Announced' }] })) as never;
  if (received === 'nonsense') return Promise.resolve(failure(appError('feed-unreadable')));
  return Promise.resolve(success({ kind: 'feed', feed: { title: received, episodes: [] } })) as never;
};

beforeEach(async () => {
  jobs = [];
  received = '';
  server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

type Fetched = Awaited<ReturnType<FeedFetcher['fetch']>>;
function fetchFeed(
  validators: { etag?: string; bodyHash?: string } = {},
  { signal = new AbortController().signal, connectMs = 10_000 } = {},
): Promise<Fetched> {
  const limits = { maximumBytes: 1000, connectMs, idleMs: 10_000 };
  const fetcher = new FeedFetcher({ openUrl: createOpenUrl('Earmark/test'), runJob, now: () => 0, limits });
  return fetcher.fetch({ url, validators }, signal);
}
const fetched = (result: Fetched): Extract<RequestResult<'feed:fetch'>, { kind: 'fetched' }> => {
  if (!result.ok || result.value.kind !== 'fetched') throw new Error(JSON.stringify(result));
  return result.value;
};

describe('FeedFetcher', () => {
  it('gives the feed and what the next request needs', async () => {
    answer = (_request, response) =>
      response.writeHead(200, { etag: '"1"', 'last-modified': 'Sun, 22 Nov 2026 10:00:00 GMT' }).end('one');
    const { feed, validators, url: place } = fetched(await fetchFeed());
    expect({ title: feed.title, place }).toEqual({ title: 'one', place: url });
    expect(validators).toEqual({
      etag: '"1"',
      lastModified: 'Sun, 22 Nov 2026 10:00:00 GMT',
      bodyHash: '7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed',
    });
  });

  it('asks conditionally and parses nothing when nothing changed', async () => {
    answer = (request, response) =>
      response.writeHead(request.headers['if-none-match'] === '"1"' ? 304 : 500).end();
    expect(await fetchFeed({ etag: '"1"' })).toEqual({ ok: true, value: { kind: 'unchanged' } });
    expect(jobs).toEqual([]);
  });

  it('does not parse an equal body although it was sent again', async () => {
    answer = (_request, response) => response.end('same');
    const { validators } = fetched(await fetchFeed());
    jobs = [];
    expect(await fetchFeed({ bodyHash: validators.bodyHash ?? '' })).toEqual({
      ok: true,
      value: { kind: 'unchanged' },
    });
    expect(jobs).toEqual(['feed:open', 'feed:abandon']);
  });

  it('offers the feeds a web page announces', async () => {
    answer = (_request, response) => response.end('<html>');
    expect(await fetchFeed()).toEqual({
      ok: true,
      value: { kind: 'page', feeds: [{ url, title: 'Announced' }] },
    });
  });

  it.each([
    [404, 'http-not-found'],
    [410, 'http-gone'],
    [401, 'http-unauthorised'],
    [500, 'http-server-error'],
    [418, 'http-refused'],
  ])('names status %d %s', async (status, code) => {
    answer = (_request, response) => response.writeHead(status, { 'retry-after': '5' }).end('sorry');
    expect(await fetchFeed()).toEqual({ ok: false, error: { code, status, retryAfterMs: 5000 } });
  });

  it.each([
    ['nothing', '', 'feed-empty'],
    ['nonsense', 'nonsense', 'feed-unreadable'],
    ['too much', 'x'.repeat(1001), 'feed-too-large'],
  ])('reports %s', async (_what, body, code) => {
    answer = (_request, response) => response.end(body);
    expect(await fetchFeed()).toMatchObject({ ok: false, error: { code } });
  });

  it('reports a server that never answers', async () => {
    answer = () => undefined;
    expect(await fetchFeed({}, { connectMs: 300 })).toMatchObject({
      ok: false,
      error: { code: 'network-timeout' },
    });
  });

  it('is cancelled half-way, and the worker forgets the feed', async () => {
    const controller = new AbortController();
    answer = (_request, response) => response.write('x'.repeat(500), () => controller.abort());
    expect(await fetchFeed({}, controller)).toEqual({ ok: true, value: { kind: 'cancelled' } });
    if (jobs.length > 0) expect(jobs.at(-1)).toBe('feed:abandon');
  });
});
