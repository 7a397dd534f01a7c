import type { AppError, AppErrorCode } from '../app-error.ts';

export const maximumTries = 8;
const shortest = 2000;
const longest = 15 * 60 * 1000;
/** Without a network there is always another try, and soon: nothing is lost by it but a look for a name. */
const longestOffline = 60 * 1000;
const longestAsked = 24 * 60 * 60 * 1000;

/** What trying again does not mend: somebody has to do something first. */
const final: ReadonlySet<AppErrorCode> = new Set([
  'address-invalid',
  'address-scheme',
  'address-private',
  'address-unencrypted',
  'network-certificate',
  'network-protocol',
  'network-redirect-loop',
  'proxy-refused',
  'http-unauthorised',
  'http-not-found',
  'http-gone',
  'audio-not-audio',
  'audio-not-as-stated',
  'audio-unencrypted',
  'audio-empty',
  'audio-live',
  'bad-request',
]);

/**
 * Milliseconds to wait before the next try, or null when there is none. `tries` counts those made; `jitter` is a random
 * number in [0, 1) that keeps a thousand downloads from coming back in step. What the server asked for (Retry-After) is
 * waited for, a day at most. A name that was not found for want of a network is looked for again without an end.
 */
export function retryDelay(given: { error: AppError; tries: number; jitter: number }): number | null {
  const { error, tries, jitter } = given;
  // A page of another host may be a sign-in that is over soon; whoever met it says how long to wait.
  const mayPass = error.code === 'audio-not-audio' && error.retryAfterMs !== undefined;
  const isOffline = error.code === 'network-offline';
  if ((final.has(error.code) && !mayPass) || (tries >= maximumTries && !isOffline)) return null;
  const doubled = Math.min(shortest * 2 ** tries, isOffline ? longestOffline : longest);
  const delay = Math.max(shortest, Math.round(doubled * (0.5 + jitter / 2)));
  const asked = Math.min(error.retryAfterMs ?? 0, longestAsked);
  return asked > 0 ? Math.round(asked + jitter * Math.min(asked, shortest)) : delay;
}
