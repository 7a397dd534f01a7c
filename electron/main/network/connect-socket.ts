import net from 'node:net';
import type { LookupFunction, Socket } from 'node:net';
import tls from 'node:tls';
import type { SocketReader } from './tapped-socket.ts';

export interface ConnectRequest {
  readonly url: URL;
  readonly lookup: LookupFunction;
  /** A connection made already, through a proxy. */
  readonly line: Socket | null;
  /** Certificates of authorities to trust instead of Node's own list (PEM); only tests have any. */
  readonly authorities?: readonly string[] | undefined;
}

/** Opens the socket for one request, encrypted where the address says https; everything it reads goes to `reader`. */
export function connectSocket(request: ConnectRequest, reader: SocketReader): Socket {
  const { url, lookup, line, authorities } = request;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isSecure = url.protocol === 'https:';
  // Node reads into a given place only where it makes the connection itself.
  if (line !== null) return pour(isSecure ? encrypt(host, { socket: line }, authorities) : line, reader);
  const options = {
    host,
    port: Number(url.port || (isSecure ? 443 : 80)),
    lookup,
    onread: {
      buffer: () => reader.place(),
      callback: (byteCount: number) => reader.took(byteCount),
    },
  };
  return isSecure ? encrypt(host, options, authorities) : net.connect(options);
}

/** The other end must prove that it is `host`, whoever stands between. */
export function encrypt(
  host: string,
  options: tls.ConnectionOptions,
  authorities?: readonly string[],
): tls.TLSSocket {
  return tls.connect({
    ...options,
    host,
    ALPNProtocols: ['http/1.1'],
    ...(net.isIP(host) === 0 ? { servername: host } : {}),
    ...(authorities === undefined ? {} : { ca: [...authorities] }),
  });
}

function pour(socket: Socket, reader: SocketReader): Socket {
  socket.on('data', (bytes: Buffer) => {
    // Before, because the reader may ask for more while it is still being told.
    socket.pause();
    let mayFollow = true;
    for (let at = 0; at < bytes.byteLength;) {
      const place = reader.place();
      const taken = bytes.subarray(at, at + place.byteLength);
      place.set(taken);
      at += taken.byteLength;
      mayFollow = reader.took(taken.byteLength);
    }
    if (mayFollow) socket.resume();
  });
  return socket;
}
