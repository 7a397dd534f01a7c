import type { Logger } from './logger.ts';

/** True for what an AbortController makes of a request somebody gave up: not an error. */
export function isCancellation(cause: unknown): boolean {
  return cause instanceof Error && cause.name === 'AbortError';
}

/** The last net: what nobody caught is written down and the app goes on. Cancellation is let through without a word. */
export function catchUnexpectedErrors(log: Logger): void {
  const note = (what: string) => (cause: unknown) => {
    if (!isCancellation(cause)) log.error(what, cause);
  };
  process.on('uncaughtException', note('Uncaught exception'));
  process.on('unhandledRejection', note('Unhandled rejection'));
}
