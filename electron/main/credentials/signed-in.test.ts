import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createOpenUrl } from '../network/open-url.ts';

const header = `Basic ${Buffer.from('ada:secret').toString('base64')}`;
let servers: Server[] = [];

afterEach(() => {
  for (const server of servers) server.close();
  servers = [];
});

async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<number> {
  const server = createServer({ keepAlive: false }, answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function open(url: string, signedInAt: string): Promise<number> {
  const openUrl = createOpenUrl('test', {
    authorizationFor: (asked) => Promise.resolve(new URL(asked).origin === signedInAt ? header : undefined),
  });
  const limits = { maximumBytes: 100, connectMs: 5000, idleMs: 5000 };
  const signal = new AbortController().signal;
  const opened = await openUrl({ url, limits, signal, allowPrivateFrom: url });
  opened.close();
  return opened.status;
}

const guard = (request: IncomingMessage, response: ServerResponse): void =>
  void response.writeHead(request.headers.authorization === header ? 200 : 401).end();

describe('being signed in', () => {
  it('holds where the user is signed in', async () => {
    const origin = `http://127.0.0.1:${await serve(guard)}`;
    expect(await open(`${origin}/feed`, origin)).toBe(200);
    expect(await open(`${origin}/feed`, 'http://other.example')).toBe(401);
  });

  it('says nothing to the host of a redirect', async () => {
    const heard: (string | undefined)[] = [];
    const other = await serve((request, response) => {
      heard.push(request.headers.authorization);
      response.end();
    });
    const location = `http://127.0.0.1:${other}/elsewhere`;
    const port = await serve((_, response) => void response.writeHead(302, { location }).end());
    expect(await open(`http://127.0.0.1:${port}/feed`, `http://127.0.0.1:${port}`)).toBe(200);
    expect(heard).toEqual([undefined]);
  });
});
