import { appError } from '../../../core/app-error.ts';
import type { AppError } from '../../../core/app-error.ts';
import type { RequestArgs, RequestResult } from '../../../core/ipc/contract.ts';
import type { RunWorkerJob, WorkerResult } from '../../../core/ipc/worker-contract.ts';
import { addsToPages, articleHtml, articleWords, joinPages } from '../../../core/pages/join-pages.ts';
import { failure, success } from '../../../core/result.ts';
import type { Result } from '../../../core/result.ts';
import { plausibleLanguage } from '../../../core/transcript/plausible-language.ts';
import { toResult } from '../app-failure.ts';
import { fetchBytes } from '../network/fetch-bytes.ts';
import type { NetworkLimits, OpenUrl } from '../network/open-url.ts';

export interface PageServiceNeeds {
  readonly openUrl: OpenUrl;
  readonly runJob: RunWorkerJob;
}

type Asked = Omit<RequestArgs<'page:load'>, 'requestId'>;
type Loaded = RequestResult<'page:load'>;
type Part = WorkerResult<'page:read'>;

interface Place {
  readonly url: string;
  /** From 1. */
  readonly number: number;
}

const limits: NetworkLimits = {
  maximumBytes: 20 * 1024 * 1024,
  connectMs: 20_000,
  idleMs: 20_000,
  totalMs: 60_000,
};
/** What asks for a page is answered with one; some sites send others a feed or a picture. */
const headers = { accept: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1' };
/** Longer articles end here: a site that always knows a next page must not be followed for ever. */
const mostPages = 10;

/** Fetches the web page of an episode and has the worker find its article. */
export class PageService {
  constructor(private readonly needs: PageServiceNeeds) {}

  /** Rejects with AbortError on cancellation. */
  async load(asked: Asked, signal: AbortSignal): Promise<Result<Loaded>> {
    const first = await this.read({ url: asked.url, number: 1 }, asked, signal);
    if (!first.ok) return first;
    const { parts, brokenOff } = await this.readOn(first.value, asked, signal);
    const blocks = joinPages(parts.map((part) => part.blocks));
    const words = articleWords(blocks);
    const language = plausibleLanguage(words, [first.value.language, asked.feedLanguage]);
    const origin = { kind: 'page', url: asked.url, type: 'text/html', language } as const;
    const read = await this.needs.runJob('transcript:parse', { content: words, origin });
    if (!read.ok) return read;
    return success({
      kind: 'loaded',
      transcript: read.value,
      html: articleHtml(blocks),
      pages: parts.length,
      ...(brokenOff === null ? {} : { brokenOff }),
    });
  }

  /** The pages behind the first, until one says nothing new. What cannot be had does not take away what was. */
  private async readOn(
    first: Part,
    asked: Asked,
    signal: AbortSignal,
  ): Promise<{ parts: Part[]; brokenOff: AppError | null }> {
    const parts = [first];
    const seen = new Set([asked.url]);
    for (let url = first.nextUrl; url !== undefined && parts.length < mostPages && !seen.has(url);) {
      seen.add(url);
      const next = await this.read({ url, number: parts.length + 1 }, asked, signal);
      if (!next.ok) return { parts, brokenOff: next.error };
      const before = parts.flatMap((part) => part.blocks);
      if (!addsToPages(before, next.value.blocks)) break;
      parts.push(next.value);
      url = next.value.nextUrl;
    }
    return { parts, brokenOff: null };
  }

  private async read(place: Place, asked: Asked, signal: AbortSignal): Promise<Result<Part>> {
    const request = { url: place.url, headers, signal, limits, allowPrivateFrom: asked.feedUrl };
    const fetched = await toResult(() => fetchBytes(this.needs.openUrl, request));
    if (!fetched.ok) return fetched;
    const { bytes, contentType, finalUrl: url } = fetched.value;
    if (bytes.byteLength === 0) return failure(appError('page-no-article', 'an empty page'));
    const { title } = asked;
    return this.needs.runJob('page:read', { bytes, contentType, url, number: place.number, title });
  }
}
