import type { AppErrorCode } from '../app-error.ts';
import { failure, success } from '../result.ts';
import type { Result } from '../result.ts';

export const maximumRedirects = 10;

export interface Hop {
  readonly url: string;
  /** Headers for this host, `authorization` in lower case among them where it is allowed. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What becomes of a redirect from https to http: refused, refused until the listener allows it, or followed. */
export type PlainRedirect = 'refuse' | 'ask' | 'follow';

const refusals = { refuse: 'address-unencrypted', ask: 'audio-unencrypted' } as const;

/**
 * Where a redirect leads (RFC 9110 §15.4): http and https only, no loop, ten at most. From https to http only where
 * `plain` says so, never with credentials; they are dropped on another host too.
 */
export function nextHop(given: {
  from: Hop;
  location: string;
  seen: readonly string[];
  plain: PlainRedirect;
}): Result<Hop, AppErrorCode> {
  const { from, seen, plain } = given;
  if (!URL.canParse(given.location, from.url)) return failure('address-invalid');
  const here = new URL(from.url);
  const next = new URL(given.location, from.url);
  const [url = next.href] = next.href.split('#');
  if (next.protocol !== 'http:' && next.protocol !== 'https:') return failure('address-scheme');
  if (seen.includes(url) || seen.length > maximumRedirects) return failure('network-redirect-loop');
  const becomesPlain = here.protocol === 'https:' && next.protocol === 'http:';
  if (becomesPlain && plain !== 'follow') return failure(refusals[plain]);
  const { authorization, ...others } = from.headers;
  const keeps = authorization !== undefined && next.host === here.host && !becomesPlain;
  return success({ url, headers: keeps ? { ...others, authorization } : others });
}
