import { lookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import type { LookupFunction } from 'node:net';
import { appError } from '../../../core/app-error.ts';
import { AppFailure } from '../app-failure.ts';
import { mayConnect } from './private-host.ts';

export interface OnceRequest {
  readonly url: URL;
  readonly method: 'GET' | 'HEAD';
  readonly headers: Readonly<Record<string, string>>;
  /** Host of the feed, the only private one that may be reached; null when there is none. */
  readonly home: string | null;
  readonly connectMs: number;
  readonly signal: AbortSignal;
}

/** Bytes a socket takes in before it waits for us: large, so that a fast download is not a thousand small steps. */
const socketBuffer = 1024 * 1024;

/** One request to one host, no redirects. Rejects with AppFailure, Node's errors, or AbortError. */
export function requestOnce(request: OnceRequest): Promise<http.IncomingMessage> {
  const { url, home, signal } = request;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !mayConnect({ host, address: host, home })) return Promise.reject(refusal(host));
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? https.request : http.request;
    const options = {
      method: request.method,
      headers: request.headers,
      signal,
      agent: false as const,
      maxHeaderSize: 64 * 1024,
      lookup: guardedLookup(home),
      highWaterMark: socketBuffer,
    };
    const sent = send(url, options);
    const timer = setTimeout(
      () => sent.destroy(new AppFailure(appError('network-timeout', 'no answer'))),
      request.connectMs,
    );
    sent.once('response', (response) => {
      clearTimeout(timer);
      resolve(response);
    });
    sent.on('error', (cause) => {
      clearTimeout(timer);
      reject(cause);
    });
    sent.end();
  });
}

/** Names are checked by what they resolve to, at the moment of connecting: a later answer cannot be smuggled in. */
function guardedLookup(home: string | null): LookupFunction {
  return (host, options, answer) => {
    lookup(host, { ...options, all: true }, (cause, addresses) => {
      if (cause) {
        answer(cause, '', 0);
        return;
      }
      const allowed = addresses.filter(({ address }) => mayConnect({ host, address, home }));
      const [first] = allowed;
      if (first === undefined) answer(refusal(host), '', 0);
      else if (options.all === true) answer(null, allowed);
      else answer(null, first.address, first.family);
    });
  };
}

function refusal(host: string): AppFailure {
  return new AppFailure(appError('address-private', host));
}
