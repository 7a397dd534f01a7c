import { statfs } from 'node:fs/promises';
import { appError } from '../../../core/app-error.ts';
import { sniffAudio, sniffBytes } from '../../../core/audio/sniff-audio.ts';
import type { AudioKind } from '../../../core/audio/sniff-audio.ts';
import {
  acceptResponse,
  resumableValidators,
  resumeHeaders,
} from '../../../core/download/accept-response.ts';
import { isLive } from '../../../core/download/is-live.ts';
import { readRetryAfter } from '../../../core/network/retry-after.ts';
import { AppFailure } from '../app-failure.ts';
import { audioLimits } from '../network/audio-limits.ts';
import { errorFromNode, errorFromStatus } from '../network/network-error.ts';
import type { NetworkLimits, OpenedUrl, OpenUrl } from '../network/open-url.ts';
import type { PartFile } from './part-file.ts';
import { PartWriter } from './part-writer.ts';
import type { PartHandle } from './part-writer.ts';
import type { RateLimit } from './rate-limit.ts';
import type { SignInWatch } from './sign-in-watch.ts';

export interface TransferNeeds {
  readonly openUrl: OpenUrl;
  readonly now: () => number;
  readonly limits?: NetworkLimits;
  /** Bytes free where the folder lies. */
  readonly freeBytes?: (folder: string) => Promise<number>;
  readonly rateLimit?: RateLimit;
  readonly signIn: SignInWatch;
  /** Opens the part; the disk itself unless a test stands in for it. */
  readonly openPart?: (part: PartFile, offset: number) => Promise<PartHandle>;
}

export interface Transfer {
  readonly part: PartFile;
  readonly signal: AbortSignal;
  /** Told before the part is cut to `offset` and written on behind it. */
  readonly onBegin: (offset: number) => Promise<void> | void;
  /** Told how much of the file is in the part and can be read. */
  readonly onProgress: (receivedBytes: number, totalBytes: number | undefined) => void;
  /** Header for the first request, where the user is signed in. Not in the journal: that is a file. */
  readonly authorization?: string | undefined;
}

/** Left free for everything else this computer does. */
export const diskReserve = 500 * 1024 * 1024;

export async function freeBytesAt(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/**
 * One try to bring the rest of a file into its part. Resolves with its size when everything announced is on the disk;
 * rejects with AppFailure or AbortError, and what arrived until then is kept for the next try.
 */
export async function transfer(needs: TransferNeeds, task: Transfer): Promise<number> {
  const { part } = task;
  await part.forgetLostBytes();
  let asked = resumeHeaders(part.journal.offset, part.journal);
  for (;;) {
    const offset = asked === null ? 0 : part.journal.offset;
    const opened = await needs.openUrl(requestFor(needs, task, asked));
    const acceptance = acceptResponse(factsOf(opened), offset, part.journal);
    switch (acceptance.kind) {
      case 'complete':
        opened.close();
        return offset;
      case 'append':
        return receive(needs, task, { opened, offset, total: acceptance.total });
      case 'restart':
        return receive(needs, task, { opened, offset: 0, total: acceptance.total });
      case 'ask-again':
        opened.close();
        asked = null;
        await part.save({ offset: 0, expectedTotal: undefined });
        continue;
      case 'refuse':
        opened.close();
        throw new AppFailure(refusalOf(opened, needs.now()) ?? acceptance.error);
    }
  }
}

function requestFor(
  needs: TransferNeeds,
  { part, signal, authorization }: Transfer,
  asked: Record<string, string> | null,
): Parameters<OpenUrl>[0] {
  const { url, feedUrl, allowPlain } = part.journal.request;
  return {
    url,
    signal,
    limits: needs.limits ?? audioLimits,
    allowPrivateFrom: feedUrl,
    plain: allowPlain === true ? 'follow' : 'ask',
    lend: true,
    headers: {
      'accept-encoding': 'identity',
      ...asked,
      ...(authorization !== undefined && { authorization }),
    },
  };
}

function factsOf({ status, headers }: OpenedUrl): Parameters<typeof acceptResponse>[0] {
  return {
    status,
    contentRange: headers['content-range'],
    contentLength: headers['content-length'],
    contentEncoding: headers['content-encoding'],
    etag: headers.etag,
    lastModified: headers['last-modified'],
  };
}

function refusalOf({ status, headers }: OpenedUrl, now: number): ReturnType<typeof errorFromStatus> | null {
  return status >= 400 && status !== 416
    ? errorFromStatus(status, readRetryAfter(headers['retry-after'], now))
    : null;
}

interface Incoming {
  readonly opened: OpenedUrl;
  readonly offset: number;
  readonly total: number | undefined;
}

async function receive(
  needs: TransferNeeds,
  task: Transfer,
  { opened, offset, total }: Incoming,
): Promise<number> {
  const { part } = task;
  try {
    if (total === undefined && isLive(opened.headers)) throw new AppFailure(appError('audio-live', 'no end'));
    await requireRoom(needs, part, (total ?? 0) - offset);
    await part.save({ ...validatorsOf(opened), finalUrl: opened.finalUrl, expectedTotal: total, offset });
    await task.onBegin(offset);
    const handle = await (needs.openPart ?? ((file, at) => file.openAt(at)))(part, offset);
    try {
      return await fill(needs, task, { opened, offset, total, handle });
    } finally {
      await handle.close();
    }
  } catch (cause) {
    opened.close();
    if (task.signal.aborted) throw cause;
    throw new AppFailure(errorFromNode(cause, 'disk-failed'));
  }
}

async function fill(
  { rateLimit, signIn }: TransferNeeds,
  task: Transfer,
  { opened, offset, total, handle }: Incoming & { handle: PartHandle },
): Promise<number> {
  const { part, signal } = task;
  const writer = new PartWriter({ handle, offset, onDurable: (durable) => part.save({ offset: durable }) });
  const refuse = (kind: AudioKind): AppFailure =>
    signIn.failureOf({ url: part.journal.request.url, finalUrl: opened.finalUrl, kind });
  const head = offset === 0 ? new FileHead(refuse) : null;
  let received = offset;
  task.onProgress(received, total);
  try {
    for await (const chunk of opened.body) {
      head?.add(chunk);
      received += chunk.byteLength;
      if (total !== undefined && received > total)
        throw new AppFailure(appError('audio-incomplete', 'more bytes than announced'));
      if (rateLimit === undefined) writer.write(chunk);
      else for await (const piece of rateLimit.pass(chunk, signal)) writer.write(piece);
      signal.throwIfAborted();
      task.onProgress(writer.writtenBytes, total);
    }
    head?.judge();
    signIn.sawAudio();
  } finally {
    await part.save({ offset: await writer.finish() });
  }
  if (total !== undefined && received !== total)
    throw new AppFailure(appError('audio-incomplete', `${received} of ${total} bytes`));
  return received;
}

/** A page in the place of audio is told at its first bytes, not after megabytes of it; however small they come. */
class FileHead {
  private readonly bytes = new Uint8Array(sniffBytes);
  private length = 0;

  /** `refuse` makes the failure for what is no audio. */
  constructor(private readonly refuse: (kind: AudioKind) => AppFailure) {}

  /** Throws AppFailure once enough is here to tell that it is no audio. */
  add(chunk: Uint8Array): void {
    if (this.length === sniffBytes) return;
    const part = chunk.subarray(0, sniffBytes - this.length);
    this.bytes.set(part, this.length);
    this.length += part.byteLength;
    if (this.length === sniffBytes) this.judge();
  }

  /** The same of what is here, however short. */
  judge(): void {
    const kind = sniffAudio(this.bytes.subarray(0, this.length));
    if (kind === 'html' || kind === 'text') throw this.refuse(kind);
  }
}

function validatorsOf({ headers }: OpenedUrl): {
  etag: string | undefined;
  lastModified: string | undefined;
} {
  const { etag, 'last-modified': lastModified, date } = headers;
  const kept = resumableValidators({ etag, lastModified, date });
  return { etag: kept.etag, lastModified: kept.lastModified };
}

async function requireRoom(needs: TransferNeeds, part: PartFile, bytes: number): Promise<void> {
  const free = await (needs.freeBytes ?? freeBytesAt)(part.folder);
  if (free < bytes + diskReserve)
    throw new AppFailure(appError('disk-full', `${free} bytes free, ${bytes} needed`));
}
