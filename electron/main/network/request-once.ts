import { lookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import type { LookupFunction, Socket } from 'node:net';
import { appError } from '../../../core/app-error.ts';
import { AppFailure } from '../app-failure.ts';
import { connectSocket } from './connect-socket.ts';
import type { FindRoutes } from './find-routes.ts';
import type { LentBlocks } from './lent-blocks.ts';
import { isAskedWhole, openLine } from './open-line.ts';
import { mayAskProxy, mayConnect } from './private-host.ts';
import { TappedSocket } from './tapped-socket.ts';

export interface OnceRequest {
  readonly url: URL;
  readonly method: 'GET' | 'HEAD';
  readonly headers: Readonly<Record<string, string>>;
  /** Host of the feed, the only private one that may be reached; null when there is none. */
  readonly home: string | null;
  readonly connectMs: number;
  readonly signal: AbortSignal;
  /** A body of known length may come in `lent` instead of in the response. */
  readonly lend: boolean;
  readonly findRoutes: FindRoutes;
  /** Certificates of authorities to trust instead of Node's own list (PEM). */
  readonly authorities?: readonly string[] | undefined;
}

export interface OnceAnswer {
  readonly response: http.IncomingMessage;
  /** The body, where it does not come in `response`. */
  readonly lent: LentBlocks | null;
}

const longestHeadBytes = 64 * 1024;

/**
 * One request to one host, no redirects, by the first of the ways that is open. Rejects with AppFailure, Node's errors, or
 * AbortError.
 */
export async function requestOnce(request: OnceRequest): Promise<OnceAnswer> {
  const { url, home } = request;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !mayConnect({ host, address: host, home })) throw refusal(host);
  let closed = new AppFailure(appError('proxy-unreachable', 'no proxy that Earmark can speak to'));
  for (const route of await request.findRoutes(url.href)) {
    if (route === 'direct') return ask(request, null);
    if (!mayAskProxy({ host, home })) throw refusal(host);
    try {
      const line = await openLine({ ...request, proxy: route });
      return await ask(request, { line, isAskedWhole: isAskedWhole(route, url) });
    } catch (cause) {
      if (!(cause instanceof AppFailure) || cause.error.code !== 'proxy-unreachable') throw cause;
      closed = cause;
    }
  }
  throw closed;
}

/** The connection to ask on, where a proxy stands between. */
interface Between {
  readonly line: Socket;
  readonly isAskedWhole: boolean;
}

function ask(request: OnceRequest, between: Between | null): Promise<OnceAnswer> {
  const { url, home, signal, authorities } = request;
  const line = between?.line ?? null;
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? https.request : http.request;
    const tap = new TappedSocket(
      (reader) => connectSocket({ url, lookup: guardedLookup(home), line, authorities }, reader),
      longestHeadBytes,
    );
    const sent = send(url, {
      method: request.method,
      headers: request.headers,
      signal,
      maxHeaderSize: longestHeadBytes,
      createConnection: () => tap,
      // Without an agent Node knows none, and would write the usual port into `Host`.
      defaultPort: url.protocol === 'https:' ? 443 : 80,
      ...(between?.isAskedWhole === true ? { path: url.href } : {}),
    });
    const timer = setTimeout(
      () => sent.destroy(new AppFailure(appError('network-timeout', 'no answer'))),
      request.connectMs,
    );
    sent.on('information', () => tap.expectAnotherHead());
    sent.once('response', (response) => {
      clearTimeout(timer);
      // Without this a body of unknown length that a reset cut short would count as whole.
      sent.on('error', (cause) => response.destroy(cause));
      if (between?.isAskedWhole === true && response.statusCode === 407) {
        sent.destroy(new AppFailure({ ...appError('proxy-refused', 'the proxy answered 407'), status: 407 }));
        return;
      }
      const length = request.lend ? plainLength(response) : null;
      if (length === null) tap.passBody();
      resolve({ response, lent: length === null ? null : tap.takeBody(length) });
    });
    sent.on('error', (cause) => {
      clearTimeout(timer);
      reject(cause);
    });
    sent.end();
  });
}

/** How many bytes follow the head, where they follow as they are (RFC 9112 §6.3); null where it takes a parser to say. */
function plainLength({ statusCode, headers }: http.IncomingMessage): number | null {
  const length = headers['content-length'] ?? '';
  const isPlain =
    (statusCode === 200 || statusCode === 206) &&
    headers['transfer-encoding'] === undefined &&
    ['', 'identity'].includes(headers['content-encoding']?.trim().toLowerCase() ?? '') &&
    /^[1-9]\d{0,14}$/.test(length);
  return isPlain ? Number(length) : null;
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
