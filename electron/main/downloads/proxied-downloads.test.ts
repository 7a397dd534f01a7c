import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeCertificate } from '../network/made-certificate.ts';
import { createOpenUrl } from '../network/open-url.ts';
import { serveFile, startScriptedServer } from '../network/scripted-server.ts';
import type { ScriptedServer } from '../network/scripted-server.ts';
import { startTestProxy } from '../network/test-proxy.ts';
import type { TestProxy } from '../network/test-proxy.ts';
import { PartFile, workFolder } from './part-file.ts';
import { SignInWatch } from './sign-in-watch.ts';
import { transfer } from './transfer.ts';

const certificate = makeCertificate('show.example');
/** Begins like an MP3 file and nowhere repeats, so that a splice would show. */
const audio = Buffer.alloc(1_000_000);
for (let at = 0; at < audio.length; at += 4) audio.writeUInt32LE((at * 2654435761) >>> 0, at);
audio.write('ID3\x03\x00\x00\x00\x00\x00\x0a', 0, 'latin1');

let folder: string;
let closing: { close(): void }[];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earmark-proxied-'));
  mkdirSync(workFolder(folder));
  closing = [];
});
afterEach(() => {
  for (const closable of closing) closable.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Scene {
  readonly scheme: 'http' | 'https';
  readonly kind: 'http' | 'socks5';
}

/** A server known to the proxy alone, which breaks its first two connections. */
async function openScene({ scheme, kind }: Scene): Promise<{ server: ScriptedServer; proxy: TestProxy }> {
  const server = await startScriptedServer(scheme === 'https' ? certificate : undefined);
  server.answers = [serveFile({ bytes: audio })];
  const ports = { 'show.example': Number(new URL(server.origin).port) };
  const proxy = await startTestProxy({ kind, ports, breakAfter: [300_000, 400_000] });
  closing.push(server, proxy);
  return { server, proxy };
}

it.each<Scene>([
  { scheme: 'http', kind: 'http' },
  { scheme: 'https', kind: 'http' },
  { scheme: 'http', kind: 'socks5' },
  { scheme: 'https', kind: 'socks5' },
])('$scheme through $kind goes on where the proxy broke off, byte for byte', async ({ scheme, kind }) => {
  const { server, proxy } = await openScene({ scheme, kind });
  const url = `${scheme}://show.example/a.mp3`;
  const needs = {
    openUrl: createOpenUrl('Earmark/test', {
      findRoutes: () => Promise.resolve([{ kind, host: '127.0.0.1', port: proxy.port }]),
      authorities: [certificate.cert],
    }),
    now: () => performance.now(),
    freeBytes: () => Promise.resolve(1e12),
    signIn: new SignInWatch(),
  };
  const request = { episodeId: 'e1', url, podcastTitle: '', episodeTitle: '', type: '', feedUrl: url };
  const part = new PartFile(folder, { version: 1, addedAt: 1, offset: 0, request });
  const task = {
    part,
    signal: new AbortController().signal,
    onBegin: () => undefined,
    onProgress: () => undefined,
    onRefusal: () => undefined,
  };
  for (let broken = 0; broken < 2; broken += 1)
    await expect(transfer(needs, task)).rejects.toMatchObject({ error: { code: 'network-broken' } });
  expect(await transfer(needs, task)).toBe(audio.length);
  expect(readFileSync(part.file).equals(audio)).toBe(true);
  const begins = server.asked.map(({ headers }) => Number(/\d+/.exec(headers.range ?? '0')?.[0]));
  expect(begins).toHaveLength(3);
  expect(begins[1]).toBeGreaterThan(200_000);
  expect(begins[2]).toBeGreaterThan(begins[1]! + 200_000);
  expect(server.asked.map(({ headers }) => headers['accept-encoding'])).toEqual(Array(3).fill('identity'));
});
