import net from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import tls from 'node:tls';

export interface TestProxy {
  /** As it is written in the settings, without the scheme. */
  readonly place: string;
  readonly port: number;
  /** What it was asked for, as it came: `CONNECT name:port`, `GET http://…`, `SOCKS name:port`. */
  readonly asked: string[];
  /** Everything it was told in the clear. */
  heard: string;
  close(): void;
}

export interface ProxyBehaviour {
  readonly kind: 'http' | 'socks5';
  /** The port on this computer that each name stands for; others are not known. */
  readonly ports: Readonly<Record<string, number>>;
  /** Spoken to inside TLS. */
  readonly secure?: tls.TlsOptions;
  /** In place of its service: an HTTP head, or the SOCKS reply. */
  readonly refusal?: string | number;
  /** Takes the connection and says nothing. */
  readonly isMute?: boolean;
  /** Breaks the connections, in turn, after so many bytes to the client. */
  readonly breakAfter?: number[];
}

/** A proxy for tests: tunnels (CONNECT), passes plain requests on, or speaks SOCKS 5. It alone knows the names. */
export async function startTestProxy(behaviour: ProxyBehaviour): Promise<TestProxy> {
  const sockets = new Set<Socket>();
  const proxy = { place: '', port: 0, asked: [] as string[], heard: '', close };
  const serve = (client: Socket): void => {
    sockets.add(client);
    client.on('close', () => sockets.delete(client));
    client.on('error', () => undefined);
    if (behaviour.isMute === true) return;
    const speak = behaviour.kind === 'http' ? speakHttp : speakSocks;
    void speak(client, proxy, behaviour).catch(() => client.destroy());
  };
  const server =
    behaviour.secure === undefined ? net.createServer(serve) : tls.createServer(behaviour.secure, serve);
  function close(): void {
    server.close();
    for (const socket of sockets) socket.destroy();
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  proxy.port = (server.address() as AddressInfo).port;
  proxy.place = `127.0.0.1:${proxy.port}`;
  return proxy;
}

type Speaks = (client: Socket, proxy: TestProxy, behaviour: ProxyBehaviour) => Promise<void>;

const speakHttp: Speaks = async (client, proxy, behaviour) => {
  let head = '';
  while (!head.endsWith('\r\n\r\n')) head += (await take(client, 1)).toString('latin1');
  proxy.heard += head;
  const [method = '', target = ''] = head.split(' ');
  proxy.asked.push(`${method} ${target}`);
  if (behaviour.refusal !== undefined) {
    client.end(`HTTP/1.1 ${behaviour.refusal}\r\nContent-Length: 0\r\n\r\n`);
    return;
  }
  const url = new URL(method === 'CONNECT' ? `http://${target}` : target);
  const server = reach(client, behaviour, url.hostname);
  if (server === null) client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  else if (method === 'CONNECT') client.write('HTTP/1.1 200 OK\r\n\r\n');
  else server.write(head.replace(target, `${url.pathname}${url.search}`));
};

const speakSocks: Speaks = async (client, proxy, behaviour) => {
  const [, methods = 0] = await take(client, 2);
  await take(client, methods);
  client.write(Uint8Array.of(5, behaviour.refusal === 255 ? 255 : 0));
  const [, , , type = 0] = await take(client, 4);
  const length = type === 3 ? (await take(client, 1))[0]! : type === 1 ? 4 : 16;
  const address = await take(client, length);
  const host = type === 3 ? address.toString('latin1') : [...address].join('.');
  const port = (await take(client, 2)).readUInt16BE(0);
  proxy.asked.push(`SOCKS ${host}:${port}`);
  const reply = Number(behaviour.refusal ?? 0);
  const server = reply === 0 ? reach(client, behaviour, host) : null;
  // Bound to a name, the longest of the three forms of an answer.
  client.write(Uint8Array.of(5, server === null ? reply || 4 : 0, 0, 3, 2, 104, 105, 0, 80));
  if (server === null) client.end();
};

/** Both ways between the client and the server that the name stands for. */
function reach(client: Socket, { ports, breakAfter }: ProxyBehaviour, name: string): Socket | null {
  const port = ports[name];
  if (port === undefined) return null;
  const server = net.connect(port, '127.0.0.1');
  let left = breakAfter?.shift() ?? Infinity;
  server.on('error', () => client.destroy());
  server.on('data', (bytes) => {
    if (left === 0) return;
    const passed = bytes.subarray(0, left);
    client.write(passed);
    left -= passed.byteLength;
    // A reset would overtake what was written.
    if (left === 0) client.destroySoon();
  });
  server.on('end', () => client.end());
  client.pipe(server);
  client.on('close', () => server.destroy());
  return server;
}

async function take(socket: Socket, length: number): Promise<Buffer> {
  for (;;) {
    const bytes = socket.read(length) as Buffer | null;
    if (bytes !== null) return bytes;
    if (socket.readableEnded || socket.destroyed) throw new Error('the client left');
    await new Promise((resolve) => socket.once('readable', resolve).once('close', resolve));
  }
}
