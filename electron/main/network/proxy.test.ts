import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Route } from '../../../core/network/proxy.ts';
import { readRoutes } from '../../../core/network/read-routes.ts';
import { makeCertificate } from './made-certificate.ts';
import { createOpenUrl } from './open-url.ts';
import type { OpenRequest } from './open-url.ts';
import { say, startScriptedServer } from './scripted-server.ts';
import type { ScriptedServer } from './scripted-server.ts';
import { startTestProxy } from './test-proxy.ts';
import type { ProxyBehaviour, TestProxy } from './test-proxy.ts';

const certificate = makeCertificate('show.example');
const ownCertificate = makeCertificate('127.0.0.1');
const name = 'show.example';
let closing: { close(): void }[];
let plain: ScriptedServer;
let secure: ScriptedServer;

beforeEach(async () => {
  closing = [];
  [plain, secure] = await Promise.all([startScriptedServer(), startScriptedServer(certificate)]);
  closing.push(plain, secure);
  for (const server of [plain, secure]) server.answers = [say({ body: 'hello' })];
});
afterEach(() => {
  for (const closable of closing) closable.close();
});

const portOf = (server: ScriptedServer): number => Number(new URL(server.origin).port);

async function proxyThat(more: Partial<ProxyBehaviour>, server = plain): Promise<TestProxy> {
  const proxy = await startTestProxy({ kind: 'http', ports: { [name]: portOf(server) }, ...more });
  closing.push(proxy);
  return proxy;
}

function through(proxy: TestProxy, kind: 'http' | 'https' | 'socks5' = 'http'): Route {
  return { kind, host: '127.0.0.1', port: proxy.port };
}

/** Long enough for any answer, and short enough to wait for none. */
const briefly = { maximumBytes: 1000, connectMs: 200, idleMs: 5000 };

async function read(url: string, routes: readonly Route[], more: Partial<OpenRequest> = {}): Promise<string> {
  const openUrl = createOpenUrl('Earmark/test', {
    findRoutes: () => Promise.resolve(routes),
    authorities: [certificate.cert, ownCertificate.cert],
  });
  const limits = { maximumBytes: 10_000_000, connectMs: 5000, idleMs: 5000 };
  const opened = await openUrl({ url, signal: new AbortController().signal, limits, ...more });
  const parts: Uint8Array[] = [];
  for await (const part of opened.body) parts.push(Uint8Array.from(part));
  return Buffer.concat(parts).toString('latin1');
}

describe('a proxy', () => {
  it('passes plain requests on, told the whole address', async () => {
    const proxy = await proxyThat({});
    expect(await read(`http://${name}/feed?page=1`, [through(proxy)])).toBe('hello');
    expect(proxy.asked).toEqual([`GET http://${name}/feed?page=1`]);
    expect(plain.asked[0]).toMatchObject({ path: '/feed?page=1', headers: { host: name } });
  });

  it('tunnels https, and learns nothing but name and port', async () => {
    const proxy = await proxyThat({}, secure);
    const url = `https://me:secret@${name}/private`;
    expect(await read(url, [through(proxy)])).toBe('hello');
    expect(proxy.asked).toEqual([`CONNECT ${name}:443`]);
    expect(proxy.heard.toLowerCase()).not.toMatch(/authorization|user-agent|private/);
    expect(secure.asked[0]?.headers.authorization).toMatch(/^Basic /);
  });

  it('may be spoken to inside TLS', async () => {
    const inTls = { secure: ownCertificate };
    const [forPlain, forSecure] = [await proxyThat(inTls), await proxyThat(inTls, secure)];
    expect(await read(`http://${name}/`, [through(forPlain, 'https')])).toBe('hello');
    expect(await read(`https://${name}/`, [through(forSecure, 'https')])).toBe('hello');
  });

  it('may speak SOCKS 5, which finds the address of the name', async () => {
    const proxy = await proxyThat({ kind: 'socks5' }, secure);
    expect(await read(`https://${name}/`, [through(proxy, 'socks5')])).toBe('hello');
    const other = await proxyThat({ kind: 'socks5' });
    expect(await read(`http://${name}:8000/`, [through(other, 'socks5')])).toBe('hello');
    expect([...proxy.asked, ...other.asked]).toEqual([`SOCKS ${name}:443`, `SOCKS ${name}:8000`]);
  });

  it('may speak SOCKS 5 to an address in figures', async () => {
    const proxy = await proxyThat({ kind: 'socks5', ports: { '192.0.43.8': portOf(plain) } });
    expect(await read('http://192.0.43.8/', [through(proxy, 'socks5')])).toBe('hello');
  });

  it.each(['http', 'socks5'] as const)('brings large bodies, lent and decoded: %s', async (kind) => {
    const body = Buffer.alloc(3_000_000, 'earmark ');
    secure.answers = [
      say({ headers: [`Content-Length: ${body.length}`], body }),
      say({ headers: ['Content-Encoding: gzip'], body: gzipSync(body) }),
    ];
    const proxy = await proxyThat({ kind }, secure);
    const whole = body.toString('latin1');
    expect((await read(`https://${name}/`, [through(proxy, kind)], { lend: true })) === whole).toBe(true);
    expect((await read(`https://${name}/`, [through(proxy, kind)])) === whole).toBe(true);
  });

  it('does not stand for the certificate of the server', async () => {
    const proxy = await proxyThat({ ports: { 'other.example': portOf(secure) } });
    await expect(read('https://other.example/', [through(proxy)])).rejects.toMatchObject({
      error: { code: 'network-certificate' },
    });
    expect(secure.asked).toEqual([]);
  });

  it('is asked anew for each address of a redirect', async () => {
    const { port } = await proxyThat({}, secure);
    plain.answers = [say({ status: '301 Moved', headers: [`Location: https://${name}/new`] })];
    const asked: string[] = [];
    const forPlain = await proxyThat({});
    const openUrl = createOpenUrl('Earmark/test', {
      authorities: [certificate.cert],
      findRoutes: (url) => {
        asked.push(url);
        const kind = 'http' as const;
        const at = url.startsWith('https') ? port : forPlain.port;
        return Promise.resolve([{ kind, host: '127.0.0.1', port: at }]);
      },
    });
    const limits = { maximumBytes: 1000, connectMs: 5000, idleMs: 5000 };
    const opened = await openUrl({ url: `http://${name}/`, signal: new AbortController().signal, limits });
    opened.close();
    expect(opened).toMatchObject({ status: 200, finalUrl: `https://${name}/new` });
    expect(asked).toEqual([`http://${name}/`, `https://${name}/new`]);
  });
});

describe('a proxy that does not serve', () => {
  const refused = 'proxy-refused';
  const unreachable = 'proxy-unreachable';
  const cases: { does: string; as: Partial<ProxyBehaviour>; scheme: string; code: string }[] = [
    {
      does: 'wants a password (CONNECT)',
      as: { refusal: '407 Who are you' },
      scheme: 'https',
      code: refused,
    },
    { does: 'wants a password (plain)', as: { refusal: '407 Who are you' }, scheme: 'http', code: refused },
    { does: 'refuses the server', as: { refusal: '403 No' }, scheme: 'https', code: refused },
    { does: 'does not know the server', as: { ports: {} }, scheme: 'https', code: 'network-unreachable' },
    { does: 'speaks something else', as: { refusal: '\r\n\r\nSMTP' }, scheme: 'https', code: unreachable },
    { does: 'says nothing', as: { isMute: true }, scheme: 'https', code: unreachable },
    {
      does: 'wants a password (SOCKS)',
      as: { kind: 'socks5', refusal: 255 },
      scheme: 'https',
      code: refused,
    },
    { does: 'refuses (SOCKS)', as: { kind: 'socks5', refusal: 2 }, scheme: 'https', code: refused },
    {
      does: 'knows no server (SOCKS)',
      as: { kind: 'socks5', ports: {} },
      scheme: 'http',
      code: 'network-unreachable',
    },
    { does: 'says nothing (SOCKS)', as: { kind: 'socks5', isMute: true }, scheme: 'http', code: unreachable },
  ];
  it.each(cases)('$does', async ({ as: behaviour, scheme, code }) => {
    const proxy = await proxyThat(behaviour);
    const limits = behaviour.isMute === true ? { limits: briefly } : {};
    await expect(
      read(`${scheme}://${name}/`, [through(proxy, behaviour.kind ?? 'http')], limits),
    ).rejects.toMatchObject({ error: { code } });
  });

  it.each(['http', 'https', 'socks5'] as const)('is not there: %s', async (kind) => {
    const proxy = await proxyThat({});
    proxy.close();
    await expect(read(`http://${name}/`, [through(proxy, kind)])).rejects.toMatchObject({
      error: { code: unreachable },
    });
  });

  it('is passed over for the next way, and only then', async () => {
    const dead = await proxyThat({});
    dead.close();
    const alive = await proxyThat({});
    expect(await read(`http://${name}/`, [through(dead), through(alive)])).toBe('hello');
    await expect(read(`http://${name}/`, readRoutes('SOCKS old.example:1080'))).rejects.toMatchObject({
      error: { code: unreachable },
    });
    const refusing = await proxyThat({ refusal: '403 No' });
    await expect(read(`https://${name}/`, [through(refusing), through(alive)])).rejects.toMatchObject({
      error: { code: refused },
    });
  });

  it('is left at once when nobody waits any more', async () => {
    const proxy = await proxyThat({ isMute: true });
    const controller = new AbortController();
    const asked = read(`https://${name}/`, [through(proxy)], { signal: controller.signal });
    controller.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('private places', () => {
  it.each([
    'http://10.0.0.1/',
    'http://[::1]/',
    'http://localhost/',
    'http://localhost./',
    'http://nas.local/',
  ])('are not asked of a proxy: %s', async (url) => {
    const proxy = await proxyThat({});
    await expect(
      read(url, [through(proxy)], { allowPrivateFrom: 'https://feeds.example/' }),
    ).rejects.toMatchObject({ error: { code: 'address-private' } });
    expect(proxy.asked).toEqual([]);
  });

  it('are reached where the feed itself lives', async () => {
    const proxy = await proxyThat({ ports: { 'nas.local': portOf(plain) } });
    const allowPrivateFrom = 'http://nas.local/feed.xml';
    expect(await read('http://nas.local/a.mp3', [through(proxy)], { allowPrivateFrom })).toBe('hello');
  });
});
