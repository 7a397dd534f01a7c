import type { IncomingHttpHeaders } from 'node:http';
import { appError } from '../../../core/app-error.ts';
import { nextHop } from '../../../core/network/next-hop.ts';
import type { Hop, PlainRedirect } from '../../../core/network/next-hop.ts';
import { AppFailure } from '../app-failure.ts';
import { directly } from './find-routes.ts';
import type { FindRoutes } from './find-routes.ts';
import { failureOf, readBody } from './read-body.ts';
import type { BodyLimits } from './read-body.ts';
import { requestOnce } from './request-once.ts';
import type { OnceAnswer } from './request-once.ts';

export interface OpenRequest {
  readonly url: string;
  readonly method?: 'GET' | 'HEAD';
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly limits: NetworkLimits;
  /** Address of the feed: its host is the only private one that may be reached. */
  readonly allowPrivateFrom?: string;
  /** What becomes of a redirect from https to http; it is refused unless this says otherwise, as for audio. */
  readonly plain?: PlainRedirect;
  /** The chunks of the body may be lent: each is good until the next is asked for. Costs far less than chunks to keep. */
  readonly lend?: boolean;
}

export interface NetworkLimits {
  readonly maximumBytes: number;
  /** Until the headers are here, for each hop. */
  readonly connectMs: number;
  readonly idleMs: number;
  /** From the first request to the last byte. */
  readonly totalMs?: number;
}

export interface OpenedUrl {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Where the answer came from. */
  readonly finalUrl: string;
  /** Where the thing lives now: as far as permanent redirects (301, 308) lead without a temporary one between. */
  readonly permanentUrl: string;
  /** Decoded bytes; ends the connection when no longer read. Throws AppFailure or AbortError. */
  readonly body: AsyncIterable<Uint8Array>;
  /** Ends the connection when the body is not wanted. */
  close(): void;
}

export type OpenUrl = (request: OpenRequest) => Promise<OpenedUrl>;

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** The `authorization` header for the first request to an address; undefined where nobody is signed in. */
export type AuthorizationFor = (url: string) => Promise<string | undefined>;

export interface Ways {
  /** Directly, where nothing else is said. */
  readonly findRoutes?: FindRoutes;
  readonly authorizationFor?: AuthorizationFor;
  /** Certificates of authorities (PEM) that stand in for Node's own list. */
  readonly authorities?: readonly string[] | undefined;
}

/** Opens http and https addresses by Earmark's rules. Rejects with AppFailure, or AbortError when `signal` says so. */
export function createOpenUrl(userAgent: string, ways: Ways = {}): OpenUrl {
  const { findRoutes = directly, authorizationFor, authorities } = ways;
  return async (request) => {
    const signal = withTotal(request.signal, request.limits.totalMs);
    try {
      const authorization = request.headers?.authorization ?? (await authorizationFor?.(request.url));
      const headers = { ...request.headers, ...(authorization !== undefined && { authorization }) };
      return await follow({ ...request, headers }, { signal, userAgent, findRoutes, authorities });
    } catch (cause) {
      throw failureOf(cause, signal);
    }
  };
}

interface Asker {
  readonly signal: AbortSignal;
  readonly userAgent: string;
  readonly findRoutes: FindRoutes;
  readonly authorities: readonly string[] | undefined;
}

async function follow(request: OpenRequest, { userAgent, ...asker }: Asker): Promise<OpenedUrl> {
  const home = hostOf(request.allowPrivateFrom);
  const seen: string[] = [];
  let hop = firstHop(request, userAgent);
  const hasCredentials = 'authorization' in hop.headers;
  let permanentUrl = request.url;
  // An address with a password in it is the user's own: no redirect replaces it.
  let permanent = !hasCredentials;
  for (;;) {
    seen.push(hop.url);
    const answer = await requestOnce({
      url: new URL(hop.url),
      method: request.method ?? 'GET',
      headers: hop.headers,
      home,
      connectMs: request.limits.connectMs,
      lend: request.lend ?? false,
      ...asker,
    });
    const { response } = answer;
    const status = response.statusCode ?? 0;
    const { location } = response.headers;
    if (!redirects.has(status) || location === undefined)
      return opened(answer, { finalUrl: hop.url, permanentUrl }, { ...request.limits, signal: asker.signal });
    response.destroy();
    const next = nextHop({ from: hop, location, seen, plain: request.plain ?? 'refuse' });
    if (!next.ok) throw new AppFailure(appError(next.error, 'after a redirect'));
    permanent &&= status === 301 || status === 308;
    hop = next.value;
    if (permanent) permanentUrl = hop.url;
  }
}

function firstHop(request: OpenRequest, userAgent: string): Hop {
  if (!URL.canParse(request.url)) throw new AppFailure(appError('address-invalid'));
  const url = new URL(request.url);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new AppFailure(appError('address-scheme', url.protocol));
  const credentials = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  url.username = '';
  url.password = '';
  url.hash = '';
  return {
    url: url.href,
    headers: {
      'user-agent': userAgent,
      'accept-encoding': 'gzip, deflate, br',
      accept: '*/*',
      ...request.headers,
      ...(credentials === ':'
        ? {}
        : { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` }),
    },
  };
}

function opened(
  answer: OnceAnswer,
  urls: { finalUrl: string; permanentUrl: string },
  limits: BodyLimits,
): OpenedUrl {
  const { response } = answer;
  return {
    ...urls,
    status: response.statusCode ?? 0,
    headers: response.headers,
    body: readBody(answer, limits),
    close: () => void response.destroy(),
  };
}

function hostOf(address: string | undefined): string | null {
  return address !== undefined && URL.canParse(address)
    ? new URL(address).hostname.replace(/^\[|\]$/g, '')
    : null;
}

function withTotal(signal: AbortSignal, totalMs: number | undefined): AbortSignal {
  return totalMs === undefined ? signal : AbortSignal.any([signal, AbortSignal.timeout(totalMs)]);
}
