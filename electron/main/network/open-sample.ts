import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { appError } from '../../../core/app-error.ts';
import { AppFailure } from '../app-failure.ts';
import { contentTypeOf } from '../files/content-type.ts';
import { fileInside } from '../files/file-inside.ts';
import type { OpenUrl } from './open-url.ts';

const samplePrefix = 'earmark:sample/';

/**
 * The sample show as one more transport: `earmark:sample/FILE` answers like a server would from `folder`; every other
 * address goes on to `openUrl`. Feeds cannot lead here, because redirects end at http and https.
 */
export function withSample(folder: string, openUrl: OpenUrl): OpenUrl {
  return async (request) => {
    if (!request.url.startsWith(samplePrefix)) return openUrl(request);
    if (request.allowPrivateFrom?.startsWith(samplePrefix) !== true)
      throw new AppFailure(appError('address-scheme', 'only the sample show may use its own files'));
    const file = await fileInside(folder, decode(request.url.slice(samplePrefix.length)));
    if (file === null) throw new AppFailure({ code: 'http-not-found', status: 404 });
    const { size } = await stat(file);
    const body = createReadStream(file, { signal: request.signal, highWaterMark: 1024 * 1024 });
    return {
      status: 200,
      headers: { 'content-type': contentTypeOf(file), 'content-length': String(size) },
      finalUrl: request.url,
      permanentUrl: request.url,
      body: body as AsyncIterable<Uint8Array>,
      close: () => void body.destroy(),
    };
  };
}

/** A path that does not decode names no file. */
function decode(name: string): string {
  try {
    return decodeURI(name);
  } catch {
    return '';
  }
}
