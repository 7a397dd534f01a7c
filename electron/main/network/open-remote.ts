import { Readable } from 'node:stream';
import type { OpenRemote } from '../media/remote-audio.ts';
import { toResult } from '../app-failure.ts';
import type { NetworkLimits, OpenUrl } from './open-url.ts';

const limits: NetworkLimits = { maximumBytes: Number.MAX_SAFE_INTEGER, connectMs: 30_000, idleMs: 300_000 };

/** Opens an episode for listening without downloading: as sent, so that ranges mean bytes of the file. */
export function createOpenRemote(openUrl: OpenUrl): OpenRemote {
  return ({ url, feedUrl, method, range, signal }) =>
    toResult(async () => {
      const opened = await openUrl({
        url,
        method,
        signal,
        limits,
        allowPrivateFrom: feedUrl,
        allowPlain: true,
        headers: { 'accept-encoding': 'identity', ...(range === null ? {} : { range }) },
      });
      const named = Object.entries(opened.headers).map(
        ([name, value]) => [name, [value].flat().join(', ')] as const,
      );
      const body =
        method === 'HEAD' ? null : (Readable.toWeb(Readable.from(opened.body)) as ReadableStream<Uint8Array>);
      if (body === null) opened.close();
      return { status: opened.status, headers: Object.fromEntries(named), body };
    });
}
