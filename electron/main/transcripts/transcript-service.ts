import { appError } from '../../../core/app-error.ts';
import type { AppError } from '../../../core/app-error.ts';
import type { Chapter, TranscriptLink } from '../../../core/feed/feed.ts';
import type { RequestArgs, RequestResult } from '../../../core/ipc/contract.ts';
import type { RunWorkerJob } from '../../../core/ipc/worker-contract.ts';
import { failure, success } from '../../../core/result.ts';
import type { Result } from '../../../core/result.ts';
import { rankTranscripts } from '../../../core/transcript/choose-transcript.ts';
import type { Transcript } from '../../../core/transcript/transcript.ts';
import { toResult } from '../app-failure.ts';
import { fetchBytes } from '../network/fetch-bytes.ts';
import type { NetworkLimits, OpenUrl } from '../network/open-url.ts';

export interface TranscriptServiceNeeds {
  readonly openUrl: OpenUrl;
  readonly runJob: RunWorkerJob;
}

type Asked = Omit<RequestArgs<'transcript:load'>, 'requestId'>;
type Outcome = { readonly url: string; readonly read: Result<Transcript> };
type Loaded = RequestResult<'transcript:load'>;

const patience = { connectMs: 20_000, idleMs: 20_000, totalMs: 120_000 };
const textLimits: NetworkLimits = { ...patience, maximumBytes: 20 * 1024 * 1024 };
const chapterLimits: NetworkLimits = { ...patience, maximumBytes: 5 * 1024 * 1024 };

/** A feed may name fifty variants of twenty megabytes. */
const mostAtOnce = 4;

/** Fetches texts and chapters and has the worker read them. */
export class TranscriptService {
  constructor(private readonly needs: TranscriptServiceNeeds) {}

  /** Every variant at once; those that fail are named, the others come best first. Rejects with AbortError on cancellation. */
  async load(asked: Asked, signal: AbortSignal): Promise<Result<Loaded>> {
    const outcomes = await this.loadVariants(asked, signal);
    if (asked.feedTextHtml !== undefined) outcomes.push(await this.readFeedText(asked.feedTextHtml, asked));
    const transcripts: Transcript[] = [];
    const failed: { url: string; error: AppError }[] = [];
    for (const { url, read } of outcomes) {
      if (read.ok) transcripts.push(read.value);
      else failed.push({ url, error: read.error });
    }
    return success({ transcripts: rankTranscripts(transcripts, asked.feedLanguage), failed });
  }

  /** The chapters file a feed links to. */
  async loadChapters(
    asked: { url: string; feedUrl: string },
    signal: AbortSignal,
  ): Promise<Result<Chapter[]>> {
    const { url, feedUrl: allowPrivateFrom } = asked;
    const fetched = await this.fetch({ url, signal, limits: chapterLimits, allowPrivateFrom });
    if (!fetched.ok) return fetched;
    const { bytes, contentType } = fetched.value;
    return this.needs.runJob('chapters:parse', { bytes, contentType });
  }

  private async loadVariants(asked: Asked, signal: AbortSignal): Promise<Outcome[]> {
    const outcomes: Outcome[] = [];
    for (let at = 0; at < asked.variants.length; at += mostAtOnce) {
      const some = asked.variants.slice(at, at + mostAtOnce);
      const read = some.map((link) => this.loadVariant(link, asked, signal));
      outcomes.push(
        ...(await Promise.all(read)).map((one, index) => ({ url: some[index]?.url ?? '', read: one })),
      );
    }
    return outcomes;
  }

  private async loadVariant(
    link: TranscriptLink,
    asked: Asked,
    signal: AbortSignal,
  ): Promise<Result<Transcript>> {
    const { url, type, language, rel } = link;
    const fetched = await this.fetch({ url, signal, limits: textLimits, allowPrivateFrom: asked.feedUrl });
    if (!fetched.ok) return fetched;
    const { bytes, contentType } = fetched.value;
    if (bytes.byteLength === 0) return failure(appError('transcript-empty'));
    const origin = {
      kind: 'publisher',
      url,
      type,
      rel,
      language: language ?? asked.feedLanguage,
      contentType,
      persons: asked.persons,
    } as const;
    return this.needs.runJob('transcript:parse', { content: bytes, origin });
  }

  private fetch(
    request: Parameters<typeof fetchBytes>[1],
  ): Promise<Result<Awaited<ReturnType<typeof fetchBytes>>>> {
    return toResult(() => fetchBytes(this.needs.openUrl, request));
  }

  private async readFeedText(html: string, asked: Asked): Promise<Outcome> {
    const { feedLanguage: language, persons } = asked;
    const origin = { kind: 'feed', type: 'text/html', language, persons } as const;
    return {
      url: asked.feedUrl,
      read: await this.needs.runJob('transcript:parse', { content: html, origin }),
    };
  }
}
