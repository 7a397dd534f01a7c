import net from 'node:net';
import type { LookupFunction, Socket } from 'node:net';
import tls from 'node:tls';
import type { SocketReader } from './tapped-socket.ts';

export interface ConnectRequest {
  readonly url: URL;
  readonly lookup: LookupFunction;
  /** Certificates of authorities to trust instead of Node's own list (PEM); only tests have any. */
  readonly authorities?: readonly string[] | undefined;
}

/** Opens the socket for one request, encrypted where the address says https; everything it reads goes to `reader`. */
export function connectSocket({ url, lookup, authorities }: ConnectRequest, reader: SocketReader): Socket {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isSecure = url.protocol === 'https:';
  const options = {
    host,
    port: Number(url.port || (isSecure ? 443 : 80)),
    lookup,
    onread: {
      buffer: () => reader.place(),
      callback: (byteCount: number) => reader.took(byteCount),
    },
  };
  if (!isSecure) return net.connect(options);
  return tls.connect({
    ...options,
    ALPNProtocols: ['http/1.1'],
    ...(net.isIP(host) === 0 ? { servername: host } : {}),
    ...(authorities === undefined ? {} : { ca: [...authorities] }),
  });
}
