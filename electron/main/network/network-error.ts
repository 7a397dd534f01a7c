import { appError } from '../../../core/app-error.ts';
import type { AppError, AppErrorCode } from '../../../core/app-error.ts';
import { AppFailure } from '../app-failure.ts';

const codes: Readonly<Record<string, AppErrorCode>> = {
  ENOTFOUND: 'network-unreachable',
  EAI_AGAIN: 'network-offline',
  ENETUNREACH: 'network-offline',
  ENETDOWN: 'network-offline',
  EHOSTUNREACH: 'network-unreachable',
  ECONNREFUSED: 'network-unreachable',
  ETIMEDOUT: 'network-timeout',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'disk-denied',
  EPERM: 'disk-denied',
  EROFS: 'disk-denied',
  EIO: 'disk-failed',
  ENOENT: 'file-missing',
};

const certificate = /^(CERT_|ERR_TLS_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|EPROTO$|ERR_SSL_)/;

/**
 * The alert of a server that speaks none of what was offered, which is HTTP/1.1 alone (RFC 7301 §3.2). Where it meets what is
 * being written, Node says it in the message only.
 */
const noProtocol = /no.application.protocol/i;

/** The coded error for what Node says went wrong with a connection or a file; `otherwise` for what it does not name. */
export function errorFromNode(cause: unknown, otherwise: AppErrorCode): AppError {
  if (cause instanceof AppFailure) return cause.error;
  const code = (cause as NodeJS.ErrnoException | null)?.code ?? '';
  const detail = cause instanceof Error ? cause.message : String(cause);
  if (noProtocol.test(`${code} ${detail}`)) return appError('network-protocol', detail);
  if (certificate.test(code)) return appError('network-certificate', detail);
  return appError(codes[code] ?? otherwise, detail);
}

/** The coded error for an answer that is not the one asked for. */
export function errorFromStatus(status: number, retryAfterMs: number | null): AppError {
  const wait = retryAfterMs === null ? {} : { retryAfterMs };
  return { code: codeOfStatus(status), status, ...wait };
}

function codeOfStatus(status: number): AppErrorCode {
  if (status === 401 || status === 403 || status === 407) return 'http-unauthorised';
  if (status === 404) return 'http-not-found';
  if (status === 410) return 'http-gone';
  return status >= 500 || status === 429 ? 'http-server-error' : 'http-refused';
}
