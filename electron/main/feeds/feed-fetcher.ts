import { createHash, randomUUID } from 'node:crypto';
import { appError } from '../../../core/app-error.ts';
import { packFeed } from '../../../core/feed/pack-feed.ts';
import type { RequestArgs, RequestResult } from '../../../core/ipc/contract.ts';
import type { RunWorkerJob } from '../../../core/ipc/worker-contract.ts';
import { readRetryAfter } from '../../../core/network/retry-after.ts';
import type { Result } from '../../../core/result.ts';
import { AppFailure, toResult } from '../app-failure.ts';
import { errorFromStatus } from '../network/network-error.ts';
import type { NetworkLimits, OpenedUrl, OpenUrl } from '../network/open-url.ts';

export interface FeedFetcherNeeds {
  /** Opens http, https and the addresses of the sample show. */
  readonly openUrl: OpenUrl;
  readonly runJob: RunWorkerJob;
  readonly now: () => number;
  readonly limits?: NetworkLimits;
}

type Fetched = RequestResult<'feed:fetch'>;
type Asked = Pick<RequestArgs<'feed:fetch'>, 'url' | 'validators'>;

const usualLimits: NetworkLimits = {
  maximumBytes: 100 * 1024 * 1024,
  connectMs: 30_000,
  idleMs: 30_000,
  totalMs: 300_000,
};
/** Bytes handed to the worker at a time: large enough that messages cost little beside parsing. */
const pieceBytes = 256 * 1024;
const mostHeldBytes = 16 * 1024 * 1024;

const accept = 'application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.5';

/** Fetches a feed only if it changed, and has the worker read it while it arrives. */
export class FeedFetcher {
  constructor(private readonly needs: FeedFetcherNeeds) {}

  async fetch(asked: Asked, signal: AbortSignal): Promise<Result<Fetched>> {
    const result = await toResult(async () => this.fetchOrThrow(asked, signal)).catch((cause: unknown) => {
      if (signal.aborted) return { ok: true, value: { kind: 'cancelled' } } as const;
      throw cause;
    });
    return !result.ok && result.error.code === 'too-large'
      ? { ok: false, error: { ...result.error, code: 'feed-too-large' } }
      : result;
  }

  private async fetchOrThrow({ url, validators }: Asked, signal: AbortSignal): Promise<Fetched> {
    const opened = await this.needs.openUrl({
      url,
      signal,
      limits: this.needs.limits ?? usualLimits,
      allowPrivateFrom: url,
      headers: {
        accept,
        ...(validators.etag === undefined ? {} : { 'if-none-match': validators.etag }),
        ...(validators.lastModified === undefined ? {} : { 'if-modified-since': validators.lastModified }),
      },
    });
    if (opened.status === 304) {
      opened.close();
      return { kind: 'unchanged' };
    }
    if (opened.status !== 200) {
      opened.close();
      throw new AppFailure(
        errorFromStatus(opened.status, readRetryAfter(opened.headers['retry-after'], this.needs.now())),
      );
    }
    return this.parse(opened, validators.bodyHash);
  }

  private async parse(opened: OpenedUrl, knownHash: string | undefined): Promise<Fetched> {
    const feedId = randomUUID();
    const run = this.needs.runJob;
    const contentType = opened.headers['content-type'];
    orThrow(await run('feed:open', { feedId, url: opened.finalUrl, contentType }));
    try {
      const bodyHash = await this.handOver(opened, { feedId, knownHash });
      if (bodyHash === knownHash) {
        await run('feed:abandon', { feedId });
        return { kind: 'unchanged' };
      }
      const read = orThrow(await run('feed:end', { feedId }));
      if (read.kind === 'page') return read;
      const validators = { bodyHash, ...headerValidators(opened) };
      return { kind: 'fetched', feed: packFeed(read.feed), url: opened.permanentUrl, validators };
    } catch (cause) {
      await run('feed:abandon', { feedId });
      throw cause;
    }
  }

  /**
   * Gives the worker the body as it arrives; its SHA-256. Where the body may prove to be a known one it is held back until
   * that is certain, unless it is very large: then memory matters more than a parse too many.
   */
  private async handOver(
    opened: OpenedUrl,
    feed: { feedId: string; knownHash: string | undefined },
  ): Promise<string> {
    const hash = createHash('sha256');
    const held: Uint8Array<ArrayBuffer>[] = [];
    let bytes = 0;
    const flush = async (): Promise<void> => {
      for (const piece of held.splice(0)) {
        orThrow(await this.needs.runJob('feed:chunk', { feedId: feed.feedId, bytes: piece }));
      }
    };
    for await (const piece of inPieces(opened.body)) {
      hash.update(piece);
      bytes += piece.byteLength;
      held.push(piece);
      if (feed.knownHash === undefined || bytes > mostHeldBytes) await flush();
    }
    if (bytes === 0) throw new AppFailure(appError('feed-empty'));
    const bodyHash = hash.digest('hex');
    if (bodyHash !== feed.knownHash) await flush();
    return bodyHash;
  }
}

function headerValidators({ headers }: OpenedUrl): { etag?: string; lastModified?: string } {
  const { etag, 'last-modified': lastModified } = headers;
  return {
    ...(etag === undefined || etag.length > 2000 ? {} : { etag }),
    ...(lastModified === undefined || lastModified.length > 200 ? {} : { lastModified }),
  };
}

async function* inPieces(
  body: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    held.push(chunk);
    size += chunk.byteLength;
    if (size < pieceBytes) continue;
    yield Buffer.concat(held);
    held = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(held);
}

function orThrow<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new AppFailure(result.error);
  return result.value;
}
