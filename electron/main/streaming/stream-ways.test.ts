import http2 from 'node:http2';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeCertificate } from '../network/made-certificate.ts';
import { createOpenUrl } from '../network/open-url.ts';
import type { Ways } from '../network/open-url.ts';
import { say, serveFile, startScriptedServer } from '../network/scripted-server.ts';
import type { Answer, ScriptedServer } from '../network/scripted-server.ts';
import { startTestProxy } from '../network/test-proxy.ts';
import { StreamService } from './stream-service.ts';

const own = makeCertificate('127.0.0.1');
const audio = Buffer.alloc(900_000);
for (let at = 0; at < audio.length; at += 4) audio.writeUInt32LE((at * 2654435761) >>> 0, at);
audio.write('ID3\x03\x00\x00\x00\x00\x00\x0a', 0, 'latin1');
const ada = `Basic ${Buffer.from('ada:secret').toString('base64')}`;
const accepts = ['Accept-Ranges: bytes'];

let closing: { close(): void }[];

beforeEach(() => (closing = []));
afterEach(() => {
  for (const closable of closing) closable.close();
});

async function serverThat(secure: typeof own | undefined, ...answers: Answer[]): Promise<ScriptedServer> {
  const server = await startScriptedServer(secure);
  server.answers = answers;
  closing.push(server);
  return server;
}

interface Play {
  readonly url: string;
  readonly ways?: Ways;
  readonly allowPlain?: boolean;
}

/** Plays an episode to its end without keeping it; the bytes, or why there are none. */
async function play({ url, ways = {}, allowPlain }: Play): Promise<Buffer | string> {
  const openUrl = createOpenUrl('Earmark/test', { authorities: [own.cert], ...ways });
  const streams = new StreamService({ openUrl, findPart: () => Promise.resolve(null) });
  const address = await streams.prepare({ episodeId: 'e1', url, feedUrl: url, allowPlain });
  const answer = await streams.answer(new Request(address), 'e1');
  if (answer.status !== 200) return streams.whatFailed('e1')?.code ?? 'nothing failed';
  return Buffer.from(await answer.arrayBuffer());
}

const redirect = (location: string): Answer =>
  say({ status: '302 Found', headers: [`Location: ${location}`, 'Content-Length: 0'] });
const file = (cutAt = 1): Answer => serveFile({ bytes: audio, headers: accepts, cutAt });
const authorizations = (server: ScriptedServer): unknown[] =>
  server.asked.map(({ headers }) => headers.authorization);

describe('a stream that is led from a secure address to one without encryption', () => {
  it('is not played before the listener has allowed it for the show', async () => {
    const plain = await serverThat(undefined, file());
    const secure = await serverThat(own, redirect(`${plain.origin}/a.mp3`));
    expect(await play({ url: `${secure.origin}/a.mp3` })).toBe('audio-unencrypted');
    expect(plain.asked).toHaveLength(0);
  });

  it('is played then, and a password stays where it belongs', async () => {
    const plain = await serverThat(undefined, file(0.5), file());
    const secure = await serverThat(own, redirect(`${plain.origin}/a.mp3`));
    const ways = { authorizationFor: () => Promise.resolve(ada) };
    const heard = await play({ url: `${secure.origin}/a.mp3`, ways, allowPlain: true });
    expect(audio.equals(heard as Buffer)).toBe(true);
    expect(authorizations(secure)).toEqual([ada, ada]);
    expect(authorizations(plain)).toEqual([undefined, undefined]);
  });
});

describe('a stream goes the ways of a download', () => {
  it('with the password of a private show in each request', async () => {
    const server = await serverThat(own, file(0.3), file(0.5), file());
    const heard = await play({
      url: `${server.origin}/a.mp3`,
      ways: { authorizationFor: () => Promise.resolve(ada) },
    });
    expect(audio.equals(heard as Buffer)).toBe(true);
    expect(authorizations(server)).toEqual([ada, ada, ada]);
  });

  it('through a proxy, which breaks off, and hears nothing of what is encrypted', async () => {
    const certificate = makeCertificate('show.example');
    const server = await serverThat(certificate, file());
    const ports = { 'show.example': Number(new URL(server.origin).port) };
    const proxy = await startTestProxy({ kind: 'http', ports, breakAfter: [300_000] });
    closing.push(proxy);
    const route = { kind: 'http', host: '127.0.0.1', port: proxy.port } as const;
    const ways = { authorities: [certificate.cert], findRoutes: () => Promise.resolve([route]) };
    const heard = await play({ url: 'https://show.example/secret.mp3', ways });
    expect(audio.equals(heard as Buffer)).toBe(true);
    expect(proxy.asked).toEqual(['CONNECT show.example:443', 'CONNECT show.example:443']);
    expect(proxy.heard).not.toContain('secret');
  });
});

describe('a server of HTTP/2', () => {
  async function modernServer(allowHTTP1: boolean): Promise<{ url: string; versions: string[] }> {
    const versions: string[] = [];
    const server = http2.createSecureServer({ ...own, allowHTTP1 }, (request, response) => {
      versions.push(request.httpVersion);
      response.writeHead(200, { 'content-length': audio.length, etag: '"1"' });
      response.end(audio);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closing.push({ close: () => void server.close() });
    return { url: `https://127.0.0.1:${(server.address() as AddressInfo).port}/a.mp3`, versions };
  }

  it('that would rather speak HTTP/2 is streamed from in HTTP/1.1', async () => {
    const { url, versions } = await modernServer(true);
    expect(audio.equals((await play({ url })) as Buffer)).toBe(true);
    expect(versions).toEqual(['1.1']);
  });

  it('that speaks nothing else is told by its name, not taken for an unsafe one', async () => {
    const { url, versions } = await modernServer(false);
    expect(await play({ url })).toBe('network-protocol');
    expect(versions).toEqual([]);
  });
});
