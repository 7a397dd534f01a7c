import type { Socket } from 'node:net';
import { appError } from '../../../core/app-error.ts';
import { AppFailure } from '../app-failure.ts';
import { readUntil } from './read-socket.ts';

/** The server behind a proxy: a name, or an address in figures without brackets. */
export interface Target {
  readonly host: string;
  readonly port: number;
}

const longestHeadBytes = 16 * 1024;
/** Answers that speak of the server behind the proxy, not of the proxy (RFC 9110 §15.6). */
const serverUnreachable: ReadonlySet<number> = new Set([502, 503, 504]);

/**
 * Makes an HTTP proxy connect `socket` to `target` (CONNECT, RFC 9110 §9.3.6). Rejects with AppFailure when it does not, with
 * an Error when it does not speak HTTP.
 */
export async function openConnectTunnel(socket: Socket, target: Target, signal: AbortSignal): Promise<void> {
  const { host, port } = target;
  const authority = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  // The proxy learns the name and the port, nothing else of what is asked.
  socket.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n\r\n`);
  const head = await readUntil(socket, { ending: '\r\n\r\n', maximumBytes: longestHeadBytes }, signal);
  const status = Number(/^HTTP\/1\.[01] (\d{3})\b/.exec(head)?.[1] ?? 0);
  if (status === 0) throw new Error('the proxy does not speak HTTP');
  if (status >= 200 && status < 300) return;
  const error = appError(
    serverUnreachable.has(status) ? 'network-unreachable' : 'proxy-refused',
    `the proxy answered ${status}`,
  );
  throw new AppFailure({ ...error, status });
}
