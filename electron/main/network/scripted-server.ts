import net from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import tls from 'node:tls';

/** A request as it came over the wire. */
export interface Asked {
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** Says byte for byte what a server says; `socket` stays open unless the answer ends it. */
export type Answer = (asked: Asked, socket: Socket) => void;

export interface ScriptedServer {
  /** `http://127.0.0.1:PORT`, or https. */
  readonly origin: string;
  readonly asked: Asked[];
  /** The answers to come, one a request; the last one is given again and again. */
  answers: Answer[];
  close(): void;
}

/** A server for tests that may break every rule: bytes on raw sockets, one request a connection. */
export async function startScriptedServer(secure?: tls.TlsOptions): Promise<ScriptedServer> {
  const sockets = new Set<Socket>();
  const serve = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // A client that leaves early is part of the game.
    socket.on('error', () => undefined);
    let head = '';
    socket.on('data', (bytes) => {
      if (head.includes('\r\n\r\n')) return;
      head += bytes.toString('latin1');
      if (!head.includes('\r\n\r\n')) return;
      scripted.asked.push(readHead(head));
      const answer = scripted.answers[Math.min(scripted.asked.length, scripted.answers.length) - 1];
      answer?.(scripted.asked.at(-1)!, socket);
    });
  };
  const server = secure === undefined ? net.createServer(serve) : tls.createServer(secure, serve);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const scripted: ScriptedServer = {
    origin: `${secure === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    asked: [],
    answers: [],
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
  return scripted;
}

function readHead(head: string): Asked {
  const [first = '', ...lines] = head.split('\r\n');
  const headers = lines
    .filter((line) => line.includes(':'))
    .map((line) => {
      const at = line.indexOf(':');
      return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()];
    });
  return { path: first.split(' ')[1] ?? '', headers: Object.fromEntries(headers) as Asked['headers'] };
}

export interface Saying {
  readonly status?: string;
  readonly headers?: readonly string[];
  readonly body?: Uint8Array | string;
  /** How the connection ends after that: with a FIN, a reset, or not at all. */
  readonly end?: 'fin' | 'reset' | 'never';
}

/** The answer with this head and body, as they are. */
export function say({ status = '200 OK', headers = [], body = '', end = 'fin' }: Saying): Answer {
  return (_asked, socket) => {
    socket.write([`HTTP/1.1 ${status}`, ...headers, '', ''].join('\r\n'), 'latin1');
    socket.write(body, () => {
      if (end === 'fin') socket.end();
      // A reset overtakes what the client has not read yet: it is let read first.
      if (end === 'reset') setTimeout(() => breakOff(socket), 20);
    });
  };
}

/** An encrypted connection has no reset of its own: it ends without the farewell that belongs to it. */
function breakOff(socket: Socket): void {
  if (socket instanceof tls.TLSSocket) socket.destroy();
  else socket.resetAndDestroy();
}

export interface HonestFile {
  readonly bytes: Uint8Array;
  readonly headers?: readonly string[];
  /** The tag; empty for none. */
  readonly etag?: string;
  /** The share of what was asked for after which the connection ends. */
  readonly cutAt?: number;
  readonly end?: Saying['end'];
}

/** An honest server: length, ranges, If-Range. With `cutAt` its line is bad. */
export function serveFile({ bytes, headers = [], etag = '"1"', cutAt = 1, end = 'fin' }: HonestFile): Answer {
  return (asked, socket) => {
    const from = Number(/^bytes=(\d+)-$/.exec(asked.headers.range ?? '')?.[1] ?? -1);
    const isPart = from >= 0 && [etag, undefined].includes(asked.headers['if-range']);
    const tag = etag === '' ? [] : [`ETag: ${etag}`];
    const total = bytes.byteLength;
    if (isPart && from >= total) {
      say({ status: '416 Range', headers: [`Content-Range: bytes */${total}`] })(asked, socket);
      return;
    }
    const sent = isPart ? bytes.subarray(from) : bytes;
    say({
      status: isPart ? '206 Partial Content' : '200 OK',
      headers: [
        ...tag,
        ...headers,
        `Content-Length: ${sent.byteLength}`,
        ...(isPart ? [`Content-Range: bytes ${from}-${total - 1}/${total}`] : []),
      ],
      body: sent.subarray(0, Math.floor(sent.byteLength * cutAt)),
      end,
    })(asked, socket);
  };
}
