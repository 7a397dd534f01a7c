import type { IncomingHttpHeaders } from 'node:http';
import { stat } from 'node:fs/promises';
import { answerByteRange } from '../../../core/audio/byte-range.ts';
import { appError } from '../../../core/app-error.ts';
import { failure } from '../../../core/result.ts';
import type { Result } from '../../../core/result.ts';
import { toResult } from '../app-failure.ts';
import { contentTypeOf } from '../files/content-type.ts';
import { fileInside } from '../files/file-inside.ts';
import type { OpenUrl } from '../network/open-url.ts';
import { readPieces } from './read-pieces.ts';
import type { OpenRemote, RemoteAnswer, RemoteRequest } from './remote-audio.ts';

const samplePrefix = 'earmark:sample/';
const noHeader = new Uint8Array(0);
const limits = {
  // The window reads as it plays and keeps what it needs: an endless station is no danger to memory.
  maximumBytes: Number.POSITIVE_INFINITY,
  connectMs: 20_000,
  // A paused listener reads nothing for long; Chromium asks again from where it stopped.
  idleMs: 60_000,
} as const;

/** Streams audio by the rules of `openUrl`, and the sample show from its folder, Range included. */
export function createOpenRemote(needs: { openUrl: OpenUrl; sampleFolder: string }): OpenRemote {
  return (request) =>
    request.url.startsWith(samplePrefix)
      ? openSample(needs.sampleFolder, request)
      : toResult(() => openAddress(needs.openUrl, request));
}

async function openAddress(openUrl: OpenUrl, request: RemoteRequest): Promise<RemoteAnswer> {
  const { url, method, range, signal, feedUrl } = request;
  const opened = await openUrl({
    url,
    method,
    signal,
    limits,
    // Offsets count bytes as they are stored: a coded answer would shift them.
    headers: { 'accept-encoding': 'identity', ...(range !== null && { range }) },
    allowPrivateFrom: feedUrl,
    allowPlain: true,
  });
  const body = method === 'HEAD' ? null : toStream(opened.body);
  if (!body) opened.close();
  return { status: opened.status, headers: singleHeaders(opened.headers), body };
}

async function openSample(folder: string, request: RemoteRequest): Promise<Result<RemoteAnswer>> {
  const isOwn = request.feedUrl.startsWith(samplePrefix);
  const file = isOwn ? await fileInside(folder, decodeURI(request.url.slice(samplePrefix.length))) : null;
  if (file === null) return failure(appError('audio-missing', 'The sample show has no such file'));
  return toResult(async () => {
    const { size } = await stat(file);
    const { status, headers, body } = answerByteRange(request, size);
    const lowered = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
    return {
      status,
      headers: { ...Object.fromEntries(lowered), 'content-type': contentTypeOf(file) },
      body: body && readPieces({ path: file, header: noHeader }, [{ from: 'file', ...body }]),
    };
  });
}

/** Read only as fast as the window takes it; ends the connection when the window goes away. */
function toStream(body: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const chunks = body[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const next = await chunks.next();
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      },
      cancel: async () => {
        await chunks.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

function singleHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const single: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value === 'string') single[name] = value;
  }
  return single;
}
