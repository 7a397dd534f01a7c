import { appError } from '../app-error.ts';
import type { Result } from '../result.ts';
import { failure, success } from '../result.ts';

/** Address of the show inside the app; the only one that is not http(s). */
const sampleAddress = 'earmark:sample/feed.xml';

/** Prefixes that programs put before, or in place of, the real scheme: feed:https://…, feed://…, podcast://…, itpc://… */
const podcastPrefix = /^(?:feed|podcasts?|itpc|pcast|rss):(?:\/\/)?/i;
const webScheme = /^https?:\/\//i;
/** What is left of `feed://https://…` when a browser has tidied it. */
const brokenWebScheme = /^(https?)(?::\/?|\/\/)(?=[^/])/i;
const anyScheme = /^[a-z][a-z0-9+.-]*:(?!\d+(?:[/?#]|$))/i;
/** A host that can be meant without a scheme: a name with a dot, an address, or this machine. */
const bareHost = /^(?:[^\s/?#@:]+\.[^\s/?#@:.]+|localhost|\[[0-9a-f:]+\])(?::\d+)?(?:[/?#]|$)/i;
const thisMachine = /^(?:localhost|127\.|\[::1\])/i;

/**
 * The absolute address meant by what a user typed or another program handed over.
 * Fails with `address-invalid`, or `address-scheme` for anything but http(s).
 */
export function normaliseAddress(typed: string): Result<string> {
  const text = typed
    .trim()
    .replace(/^<(.*)>$/, '$1')
    .trim();
  if (text === sampleAddress) return success(text);
  const address = text.replace(podcastPrefix, '').replace(brokenWebScheme, '$1://');
  if (!webScheme.test(address) && anyScheme.test(address)) return failure(appError('address-scheme'));
  if (!webScheme.test(address) && !bareHost.test(address)) return failure(appError('address-invalid'));
  return parse(
    webScheme.test(address) ? address : `${thisMachine.test(address) ? 'http' : 'https'}://${address}`,
  );
}

function parse(address: string): Result<string> {
  try {
    return success(new URL(address).href.replace(/#.*$/, ''));
  } catch {
    return failure(appError('address-invalid'));
  }
}
