import { once } from 'node:events';
import net from 'node:net';
import type { Socket } from 'node:net';
import { appError } from '../../../core/app-error.ts';
import type { ProxyServer } from '../../../core/network/proxy.ts';
import { AppFailure } from '../app-failure.ts';
import { encrypt } from './connect-socket.ts';
import { openConnectTunnel } from './connect-tunnel.ts';
import type { Target } from './connect-tunnel.ts';
import { errorFromNode } from './network-error.ts';
import { openSocksTunnel } from './socks-tunnel.ts';

export interface LineRequest {
  readonly proxy: ProxyServer;
  readonly url: URL;
  readonly connectMs: number;
  readonly signal: AbortSignal;
  readonly authorities?: readonly string[] | undefined;
}

/**
 * A connection through `proxy` on which `url` can be asked for. It ends at the server, so that https is encrypted all the way to
 * it; only for plain http an HTTP proxy is spoken to itself. Rejects with AppFailure `proxy-unreachable`, `proxy-refused` or
 * `network-unreachable`, or with AbortError.
 */
export async function openLine(request: LineRequest): Promise<Socket> {
  const { proxy, signal, connectMs, authorities } = request;
  const giveUp = AbortSignal.any([signal, AbortSignal.timeout(connectMs)]);
  const place = { host: proxy.host, port: proxy.port };
  const socket = proxy.kind === 'https' ? encrypt(proxy.host, place, authorities) : net.connect(place);
  // What breaks is met by whoever waits then; before and after, there is nobody to tell.
  socket.on('error', () => undefined);
  try {
    await once(socket, proxy.kind === 'https' ? 'secureConnect' : 'connect', { signal: giveUp });
    if (proxy.kind === 'socks5') await openSocksTunnel(socket, targetOf(request.url), giveUp);
    else if (!isAskedWhole(proxy, request.url))
      await openConnectTunnel(socket, targetOf(request.url), giveUp);
    return socket;
  } catch (cause) {
    socket.destroy();
    if (signal.aborted) throw signal.reason;
    throw failureOfProxy(cause, proxy);
  }
}

/** Whether the proxy is told the whole address and asks for it itself (RFC 9112 §3.2.2). */
export function isAskedWhole(proxy: ProxyServer, url: URL): boolean {
  return proxy.kind !== 'socks5' && url.protocol === 'http:';
}

function targetOf(url: URL): Target {
  const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80));
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port };
}

function failureOfProxy(cause: unknown, { host, port }: ProxyServer): AppFailure {
  if (cause instanceof AppFailure) return cause;
  const error = errorFromNode(cause, 'proxy-unreachable');
  if (error.code === 'network-offline') return new AppFailure(error);
  return new AppFailure(appError('proxy-unreachable', `${host}:${port}: ${error.detail ?? ''}`));
}
