import { statfs } from 'node:fs/promises';
import { appError } from '../../../core/app-error.ts';
import type { AudioKind } from '../../../core/audio/sniff-audio.ts';
import {
  acceptResponse,
  resumableValidators,
  resumeHeaders,
} from '../../../core/download/accept-response.ts';
import type { ByteRanges } from '../../../core/download/byte-ranges.ts';
import { isLive } from '../../../core/download/is-live.ts';
import { readRetryAfter } from '../../../core/network/retry-after.ts';
import { AppFailure } from '../app-failure.ts';
import { audioLimits } from '../network/audio-limits.ts';
import { errorFromNode, errorFromStatus } from '../network/network-error.ts';
import type { NetworkLimits, OpenedUrl, OpenUrl } from '../network/open-url.ts';
import { AudioHead } from './audio-head.ts';
import { Line } from './line.ts';
import type { PartFile } from './part-file.ts';
import { PartFiller } from './part-filler.ts';
import type { FillingTask } from './part-filler.ts';
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
  readonly openPart?: (part: PartFile) => Promise<PartHandle>;
}

export interface Transfer extends FillingTask {
  /** Told what stays before the part is cut to it and written on. */
  readonly onBegin: (ranges: ByteRanges) => Promise<void> | void;
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
 * One try to bring what is missing of a file into its part. Resolves with its size when everything announced is on the disk;
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
        await part.save({ offset: 0, ahead: undefined, expectedTotal: undefined });
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
  /** Where the answer begins. */
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
    const kept = offset === 0 ? { offset: 0, ahead: undefined } : {};
    await requireRoom(needs, part, (total ?? 0) - (offset === 0 ? 0 : part.receivedBytes));
    const isFirst = part.receivedBytes === 0;
    const saved = part.save({
      ...validatorsOf(opened),
      finalUrl: opened.finalUrl,
      expectedTotal: total,
      ...kept,
    });
    // Where the journal vouches for nothing yet, nothing is lost with it. A disk that fails shows in the next save.
    if (isFirst) saved.catch(() => undefined);
    else await saved;
    await task.onBegin(part.ranges);
    const handle = await (needs.openPart ?? ((file) => file.open()))(part);
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
  needs: TransferNeeds,
  task: Transfer,
  { opened, offset, total, handle }: Incoming & { handle: PartHandle },
): Promise<number> {
  const { rateLimit, signIn } = needs;
  const { url } = task.part.journal.request;
  const refuse = (kind: AudioKind): AppFailure => signIn.failureOf({ url, finalUrl: opened.finalUrl, kind });
  const head = offset === 0 ? new AudioHead(refuse) : null;
  const openRest = (headers: Record<string, string>, at: number): Promise<OpenedUrl | null> =>
    openPlace(needs, task, { headers, at });
  const filler = new PartFiller({ task, handle, total, openRest, rateLimit, head }, new Line(opened, offset));
  const bytes = await filler.fill();
  signIn.sawAudio();
  return bytes;
}

/** The same file from another byte on; null where the server answers with anything else. Rejects as `OpenUrl`. */
async function openPlace(
  needs: TransferNeeds,
  task: Transfer,
  { headers, at }: { headers: Record<string, string>; at: number },
): Promise<OpenedUrl | null> {
  const opened = await needs.openUrl(requestFor(needs, task, headers));
  if (acceptResponse(factsOf(opened), at, task.part.journal).kind === 'append') return opened;
  opened.close();
  return null;
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
