import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { appError } from '../../../core/app-error.ts';
import type { RangeAnswer } from '../../../core/audio/byte-range.ts';
import { answerByteRange } from '../../../core/audio/byte-range.ts';
import { AppFailure } from '../app-failure.ts';
import { contentTypeOf } from '../files/content-type.ts';
import { fileInside } from '../files/file-inside.ts';
import type { OpenRequest, OpenUrl } from './open-url.ts';

const samplePrefix = 'earmark:sample/';

/**
 * The sample show as one more transport: `earmark:sample/FILE` answers like a server would from `folder`; every other
 * address goes on to `openUrl`. Parts are answered too, so that one can seek before the download. Feeds cannot lead here, because redirects end at http and https.
 */
export function withSample(folder: string, openUrl: OpenUrl): OpenUrl {
  return async (request) => {
    if (!request.url.startsWith(samplePrefix)) return openUrl(request);
    if (request.allowPrivateFrom?.startsWith(samplePrefix) !== true)
      throw new AppFailure(appError('address-scheme', 'only the sample show may use its own files'));
    const file = await fileInside(folder, decode(request.url.slice(samplePrefix.length)));
    if (file === null) throw new AppFailure({ code: 'http-not-found', status: 404 });
    const found = await stat(file);
    const etag = `"${found.size}-${Math.round(found.mtimeMs)}"`;
    const { status, headers, body } = answerByteRange(
      { method: request.method ?? 'GET', range: rangeOf(request, etag) },
      found.size,
    );
    const bytes = body === null ? Readable.from([]) : read(file, body, request.signal);
    return {
      status,
      headers: { ...lowerCased(headers), 'content-type': contentTypeOf(file), etag },
      finalUrl: request.url,
      permanentUrl: request.url,
      body: bytes as AsyncIterable<Uint8Array>,
      close: () => void bytes.destroy(),
    };
  };
}

/** The part that is asked for, unless it was to be a part of another file (RFC 9110 §13.1.5). */
function rangeOf({ headers }: OpenRequest, etag: string): string | null {
  const condition = headers?.['if-range'];
  return condition === undefined || condition === etag ? (headers?.range ?? null) : null;
}

function read(file: string, { start, end }: { start: number; end: number }, signal: AbortSignal): Readable {
  return createReadStream(file, { start, end: end - 1, signal, highWaterMark: 1024 * 1024 });
}

/** As Node gives the headers of an answer. */
function lowerCased(headers: RangeAnswer['headers']): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

/** A path that does not decode names no file. */
function decode(name: string): string {
  try {
    return decodeURI(name);
  } catch {
    return '';
  }
}
