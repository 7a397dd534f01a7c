import type { AppError } from '../../../core/app-error.ts';
import type { PartFile } from '../downloads/part-file.ts';
import { errorFromNode } from '../network/network-error.ts';
import type { OpenUrl } from '../network/open-url.ts';
import { answerStream } from './answer-stream.ts';
import type { ByteSource } from './byte-source.ts';
import { KeptSource } from './kept-source.ts';
import { PassingSource } from './passing-source.ts';

export interface StreamServiceNeeds {
  readonly openUrl: OpenUrl;
  /** What is being downloaded of an episode, at once now that it is played; null where nothing is. */
  readonly findPart: (episodeId: string) => Promise<PartFile | null>;
}

export interface StreamedEpisode {
  readonly episodeId: string;
  readonly url: string;
  readonly feedUrl: string;
  /** The listener has allowed a redirect from https to http. */
  readonly allowPlain?: boolean | undefined;
}

interface Stream {
  readonly episode: StreamedEpisode;
  /** In the address: one address never means two recordings. */
  readonly number: number;
  source: ByteSource;
  error: AppError | null;
}

/** Plays what is not downloaded yet: one episode at a time, at `media://stream/<id>?n=<number>`. */
export class StreamService {
  private stream: Stream | null = null;
  private lastNumber = 0;

  constructor(private readonly needs: StreamServiceNeeds) {}

  /** The address an episode is streamed at. The same one as before where the recording is the same. */
  async prepare(episode: StreamedEpisode): Promise<string> {
    const part = await this.needs.findPart(episode.episodeId);
    const { stream } = this;
    const source = stream?.source;
    const isSame =
      stream?.episode.episodeId === episode.episodeId &&
      stream.error === null &&
      (source instanceof KeptSource ? source.part === part : part === null);
    if (isSame) return addressOf(stream);
    this.close();
    const { openUrl } = this.needs;
    this.lastNumber += 1;
    this.stream = {
      episode,
      number: this.lastNumber,
      source: part === null ? new PassingSource(openUrl, episode) : new KeptSource({ part, openUrl }),
      error: null,
    };
    return addressOf(this.stream);
  }

  /** What stopped the stream of an episode last; null when nothing did. */
  whatFailed(episodeId: string): AppError | null {
    return this.stream?.episode.episodeId === episodeId ? this.stream.error : null;
  }

  /** Answers a request for the address that `prepare` gave; an address of an earlier recording is refused. */
  async answer(request: Request, episodeId: string): Promise<Response> {
    const { stream } = this;
    const asked = new URL(request.url).searchParams.get('n');
    if (stream?.episode.episodeId !== episodeId || asked !== String(stream.number)) return refuse(404);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
    // The element asks again and again for what broke off; where the recording itself is lost it is told at once.
    if (stream.error?.code === 'audio-changed') return refuse(502);
    const fail = (cause: unknown): void => {
      stream.error = errorFromNode(cause, 'network-broken');
    };
    const answer = (): Promise<Response> =>
      answerStream({ method: request.method, range: request.headers.get('Range') }, stream.source, fail);
    try {
      return await answer().catch((cause: unknown) => {
        this.keepNoMore(stream, cause);
        return answer();
      });
    } catch (cause) {
      fail(cause);
      return refuse(502);
    }
  }

  /** Where the disk is what stands in the way, or a broadcast has no end, an episode is played without being kept. */
  private keepNoMore(stream: Stream, cause: unknown): void {
    const { code } = errorFromNode(cause, 'unexpected');
    const cannotKeep = code.startsWith('disk-') || code === 'folder-gone' || code === 'audio-live';
    if (!cannotKeep || !(stream.source instanceof KeptSource)) throw cause;
    stream.source = new PassingSource(this.needs.openUrl, stream.episode);
  }

  private close(): void {
    if (this.stream?.source instanceof PassingSource) this.stream.source.close();
    this.stream = null;
  }
}

function addressOf({ episode, number }: Stream): string {
  return `media://stream/${episode.episodeId}?n=${number}`;
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: { 'X-Content-Type-Options': 'nosniff' } });
}
