import { readRetryAfter } from '../../../core/network/retry-after.ts';
import { AppFailure } from '../app-failure.ts';
import { errorFromStatus } from './network-error.ts';
import type { OpenRequest, OpenUrl } from './open-url.ts';

export interface FetchedBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string | undefined;
  readonly finalUrl: string;
}

/** A whole small file. Rejects with AppFailure unless the answer is 200, or with AbortError. */
export async function fetchBytes(openUrl: OpenUrl, request: OpenRequest): Promise<FetchedBytes> {
  const opened = await openUrl(request);
  if (opened.status !== 200) {
    opened.close();
    throw new AppFailure(
      errorFromStatus(opened.status, readRetryAfter(opened.headers['retry-after'], Date.now())),
    );
  }
  const parts: Uint8Array[] = [];
  for await (const part of opened.body) parts.push(part);
  return {
    bytes: Buffer.concat(parts),
    contentType: opened.headers['content-type'],
    finalUrl: opened.finalUrl,
  };
}
