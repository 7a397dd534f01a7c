import { setTimeout as wait } from 'node:timers/promises';
import { appError } from '../../../core/app-error.ts';
import {
  acceptResponse,
  resumableValidators,
  resumeHeaders,
} from '../../../core/download/accept-response.ts';
import type { PartValidators } from '../../../core/download/accept-response.ts';
import { AppFailure } from '../app-failure.ts';
import { audioLimits } from '../network/audio-limits.ts';
import { errorFromStatus } from '../network/network-error.ts';
import type { OpenedUrl, OpenUrl } from '../network/open-url.ts';
import type { ByteReader } from './byte-source.ts';

/** One file on a server, named well enough to be asked for in parts. */
export interface RemoteRecording {
  readonly url: string;
  readonly feedUrl: string;
  /** The listener has allowed a redirect from https to http. */
  readonly allowPlain?: boolean | undefined;
  /** With `expectedTotal`. Without an entity tag or a date nothing but the first answer is ever read. */
  readonly validators: PartValidators;
}

interface Connection {
  readonly opened: OpenedUrl;
  readonly chunks: AsyncIterator<Uint8Array>;
  at: number;
}

/** Waits between tries to take up a connection that broke (ms). */
const retriesMs = [250, 1000, 3000, 8000];

/** The request for a recording from the byte `at` on. */
export function requestRecording(
  recording: Pick<RemoteRecording, 'url' | 'feedUrl' | 'allowPlain'>,
  { range, signal }: { range?: Record<string, string>; signal: AbortSignal },
): Parameters<OpenUrl>[0] {
  return {
    url: recording.url,
    signal,
    limits: audioLimits,
    allowPrivateFrom: recording.feedUrl,
    plain: recording.allowPlain === true ? 'follow' : 'ask',
    headers: { 'accept-encoding': 'identity', ...range },
  };
}

/** Reads a recording from the network, wherever it is wanted; a connection that breaks is taken up again where it broke. */
export class RangeReader implements ByteReader {
  private connection: Connection | null = null;
  private failures = 0;

  constructor(
    private readonly openUrl: OpenUrl,
    private readonly recording: RemoteRecording,
    private readonly signal: AbortSignal,
  ) {}

  /** Goes on with an answer that is open already and stands at its byte `at`. */
  continueWith(opened: OpenedUrl, chunks: AsyncIterator<Uint8Array>, at: number): void {
    this.connection = { opened, chunks, at };
  }

  async read(at: number): Promise<Uint8Array | null> {
    for (;;) {
      try {
        return await this.readOnce(at);
      } catch (cause) {
        this.drop();
        const delay = retriesMs[this.failures];
        this.failures += 1;
        const isBroken = cause instanceof AppFailure && cause.error.code.startsWith('network-');
        if (!isBroken || delay === undefined || this.signal.aborted || !this.canResume(at)) throw cause;
        await wait(delay, undefined, { signal: this.signal });
      }
    }
  }

  close(): Promise<void> {
    this.drop();
    return Promise.resolve();
  }

  private async readOnce(at: number): Promise<Uint8Array | null> {
    if (at === this.recording.validators.expectedTotal) return null;
    if (this.connection?.at !== at) {
      this.drop();
      this.connection = await this.open(at);
    }
    const { connection } = this;
    const next = await connection.chunks.next();
    if (next.done === true) {
      if (this.recording.validators.expectedTotal === undefined) return null;
      throw new AppFailure(appError('network-broken', 'the connection ended early'));
    }
    connection.at += next.value.byteLength;
    this.failures = 0;
    return next.value;
  }

  private canResume(at: number): boolean {
    return resumeHeaders(Math.max(1, at), this.recording.validators) !== null;
  }

  /** Refuses with `audio-changed` whatever is not certain to be the rest of the same recording. */
  private async open(at: number): Promise<Connection> {
    const { validators } = this.recording;
    const range = resumeHeaders(at, validators);
    if (!this.canResume(at)) throw new AppFailure(appError('audio-changed', 'no validator to ask on with'));
    const { signal } = this;
    const opened = await this.openUrl(
      requestRecording(this.recording, range === null ? { signal } : { range, signal }),
    );
    if (!this.isRest(opened, at)) {
      opened.close();
      if (opened.status >= 400 && opened.status !== 416 && opened.status !== 412)
        throw new AppFailure(errorFromStatus(opened.status, null));
      throw new AppFailure(appError('audio-changed', `status ${opened.status} from byte ${at}`));
    }
    return { opened, chunks: opened.body[Symbol.asyncIterator](), at };
  }

  private isRest({ status, headers }: OpenedUrl, at: number): boolean {
    const { validators } = this.recording;
    const facts = {
      status,
      contentRange: headers['content-range'],
      contentLength: headers['content-length'],
      contentEncoding: headers['content-encoding'],
    };
    const accepted = acceptResponse(facts, at, validators);
    // There are servers that answer a range and pass over the condition.
    if (accepted.kind === 'append') return namesNoOther(headers, validators);
    if (accepted.kind !== 'restart' || at > 0 || accepted.total !== validators.expectedTotal) return false;
    // From the start on no condition could be sent: the answer itself has to name the same file.
    const { etag, 'last-modified': lastModified, date } = headers;
    const here = resumableValidators({ etag, lastModified, date });
    return here.etag === validators.etag && here.lastModified === validators.lastModified;
  }

  private drop(): void {
    this.connection?.opened.close();
    this.connection = null;
  }
}

/** Whether the answer names the same file as the validator, or none. */
function namesNoOther(headers: OpenedUrl['headers'], { etag, lastModified }: PartValidators): boolean {
  if (etag !== undefined) return (headers.etag ?? etag) === etag;
  return (headers['last-modified'] ?? lastModified) === lastModified;
}
