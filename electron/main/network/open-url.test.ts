import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createOpenUrl } from './open-url.ts';
import type { OpenRequest } from './open-url.ts';

let server: Server;
let base: string;
let asked: IncomingMessage[];
let answer: (request: IncomingMessage, response: ServerResponse) => void;

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const limits = { maximumBytes: 1_000_000, connectMs: 10_000, idleMs: 10_000 };
const openUrl = createOpenUrl('Earmark/test');

async function read(
  path: string,
  more: Partial<OpenRequest> = {},
): Promise<{ status: number; text: string; finalUrl: string; permanentUrl: string }> {
  const opened = await openUrl({
    url: base + path,
    signal: new AbortController().signal,
    limits,
    allowPrivateFrom: base,
    ...more,
  });
  const parts: Uint8Array[] = [];
  for await (const part of opened.body) parts.push(part);
  return { ...opened, text: Buffer.concat(parts).toString() };
}

describe('openUrl', () => {
  it('names itself and reads a plain body', async () => {
    answer = (_request, response) => response.end('hello');
    expect(await read('/')).toMatchObject({ status: 200, text: 'hello' });
    expect(asked[0]?.headers['user-agent']).toBe('Earmark/test');
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ] as const)('decodes %s', async (coding, pack) => {
    answer = (_request, response) =>
      response.writeHead(200, { 'content-encoding': coding }).end(pack('words '.repeat(1000)));
    expect((await read('/')).text).toBe('words '.repeat(1000));
  });

  it('reports a gzip body cut short', async () => {
    const packed = gzipSync(Array.from({ length: 5000 }, (_, at) => at * 7919).join());
    answer = (_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed.subarray(0, packed.length / 2));
    await expect(read('/')).rejects.toMatchObject({ error: { code: 'network-broken' } });
  });

  it('stops at a decompression bomb', async () => {
    const bomb = gzipSync(Buffer.alloc(60_000_000));
    answer = (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    await expect(read('/', { limits: { ...limits, maximumBytes: 100_000_000 } })).rejects.toMatchObject({
      error: { code: 'too-large' },
    });
  });

  it('reports a body shorter than announced', async () => {
    answer = (_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half', () => response.destroy());
    };
    await expect(read('/')).rejects.toMatchObject({ error: { code: 'network-broken' } });
  });

  it('stops an endless body at the limit', async () => {
    answer = (_request, response) => {
      const more = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536))) {
          // until the socket is full
        }
      };
      response.on('drain', more);
      more();
    };
    await expect(read('/')).rejects.toMatchObject({ error: { code: 'too-large' } });
  });

  it('gives up on a server that never answers, goes quiet, or takes for ever', async () => {
    answer = () => undefined;
    await expect(read('/', { limits: { ...limits, connectMs: 50 } })).rejects.toMatchObject({
      error: { code: 'network-timeout' },
    });
    answer = (_request, response) => response.write('a');
    await expect(read('/', { limits: { ...limits, idleMs: 50 } })).rejects.toMatchObject({
      error: { code: 'network-timeout' },
    });
    await expect(read('/', { limits: { ...limits, totalMs: 50 } })).rejects.toMatchObject({
      error: { code: 'network-timeout' },
    });
  });

  it('is cancelled without an error code, before and during the body', async () => {
    answer = (_request, response) => response.write('a', () => controller.abort());
    const controller = new AbortController();
    await expect(read('/', { signal: controller.signal })).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('follows redirects and tells a permanent address from a temporary one', async () => {
    answer = ({ url }, response) => {
      if (url === '/a') response.writeHead(301, { location: '/b' }).end();
      else if (url === '/b') response.writeHead(302, { location: '/c' }).end();
      else response.end('there');
    };
    expect(await read('/a')).toMatchObject({
      text: 'there',
      finalUrl: `${base}/c`,
      permanentUrl: `${base}/b`,
    });
  });

  it('asks a redirect loop no more than it must', async () => {
    answer = ({ url }, response) => response.writeHead(302, { location: url === '/a' ? '/b' : '/a' }).end();
    await expect(read('/a')).rejects.toMatchObject({ error: { code: 'network-redirect-loop' } });
    expect(asked).toHaveLength(2);
  });

  it('reaches no private host unless the feed lives there', async () => {
    answer = (_request, response) => response.end('secret');
    await expect(read('/', { allowPrivateFrom: 'https://feeds.example/show' })).rejects.toMatchObject({
      error: { code: 'address-private' },
    });
    const byName = base.replace('127.0.0.1', 'localhost');
    await expect(read('', { url: byName, allowPrivateFrom: 'https://feeds.example/' })).rejects.toMatchObject(
      { error: { code: 'address-private' } },
    );
    expect(asked).toHaveLength(0);
  });

  it('sends credentials of the address as a header and keeps the address', async () => {
    answer = (_request, response) => response.end();
    const url = base.replace('://', '://me:p%40ss@');
    expect(await read('', { url })).toMatchObject({ permanentUrl: url });
    expect(asked[0]?.headers.authorization).toBe(`Basic ${Buffer.from('me:p@ss').toString('base64')}`);
  });

  it.each([
    ['nonsense', 'address-invalid'],
    ['file:///etc/passwd', 'address-scheme'],
  ])('refuses %s', async (url, code) => {
    await expect(read('', { url })).rejects.toMatchObject({ error: { code } });
  });
});
