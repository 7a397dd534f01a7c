import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import http2 from 'node:http2';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppErrorCode } from '../../../core/app-error.ts';
import type { DownloadRequest, DownloadSnapshot } from '../../../core/download/download.ts';
import { makeCertificate } from '../network/made-certificate.ts';
import { createOpenUrl } from '../network/open-url.ts';
import { say, serveFile, startScriptedServer } from '../network/scripted-server.ts';
import type { Answer, HonestFile, ScriptedServer } from '../network/scripted-server.ts';
import type { DownloadService } from './download-service.ts';
import { openQuickService } from './testing/open-quick-service.ts';

/** Begins like an MP3 file and nowhere repeats, so that a splice would show. */
const audio = Buffer.alloc(400_000);
for (let at = 0; at < audio.length; at += 4) audio.writeUInt32LE((at * 2654435761) >>> 0, at);
audio.write('ID3\x03\x00\x00\x00\x00\x00\x0a', 0, 'latin1');
/** The same episode with another advertisement in it. */
const otherAudio = Buffer.from(audio).fill(7, 1000, 2000);

let folder: string;
let servers: { close(): void }[];
let services: DownloadService[];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'earmark-network-'));
  [servers, services] = [[], []];
});
afterEach(async () => {
  await Promise.all(services.map((service) => service.close()));
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** So patient that a busy machine is never taken for a silent server. */
const patient = { connectMs: 15_000, idleMs: 15_000 };
const impatient = { connectMs: 700, idleMs: 800 };
/** What is over only when patience is. */
const silences = [
  'a head that never ends',
  'silence before the head',
  'silence in the middle',
  'nothing but interim answers',
];

/** Downloads `url` to its end, done or failed. */
async function download(
  url: string,
  authorities?: readonly string[],
  { patience = patient, ...more }: Partial<DownloadRequest> & { patience?: typeof patient } = {},
): Promise<DownloadSnapshot> {
  let end: (snapshot: DownloadSnapshot) => void = () => undefined;
  const ended = new Promise<DownloadSnapshot>((resolve) => (end = resolve));
  const service = await openQuickService(folder, {
    openUrl: createOpenUrl('Earmark/test', { authorities }),
    limits: { maximumBytes: 1e9, ...patience },
    announce: (snapshot) => {
      if (snapshot.state === 'done' || snapshot.state === 'failed') end(snapshot);
    },
  });
  services.push(service);
  const request = { episodeId: 'e1', url, podcastTitle: 'Show', episodeTitle: 'Title', type: 'audio/mpeg' };
  await service.start({ ...request, feedUrl: url, ...more });
  return ended;
}

async function serverThat(...answers: Answer[]): Promise<ScriptedServer> {
  const server = await startScriptedServer();
  server.answers = answers;
  servers.push(server);
  return server;
}

const shows = (): string[] =>
  readdirSync(path.join(folder, 'Downloads')).filter((name) => name !== '.earmark');
const file = (more: Partial<HonestFile> = {}): Answer => serveFile({ bytes: audio, ...more });
const cut = (at: number, end: HonestFile['end'] = 'reset', more: Partial<HonestFile> = {}): Answer =>
  file({ cutAt: at, end, ...more });
const length = `Content-Length: ${audio.length}`;
const chunked = 'Transfer-Encoding: chunked';
/** Coded in chunks (RFC 9112 §7.1) of 50 kB; without its end when cut. */
function inChunks(bytes: Uint8Array, { isWhole = true } = {}): Buffer {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.byteLength; at += 50_000) {
    const chunk = bytes.subarray(at, at + 50_000);
    parts.push(Buffer.from(`${chunk.byteLength.toString(16)}\r\n`), chunk, Buffer.from('\r\n'));
  }
  return Buffer.concat([...parts, Buffer.from(isWhole ? '0\r\n\r\n' : '')]);
}
const part = (contentRange: string, body: Uint8Array, ...headers: string[]): Answer =>
  say({
    status: '206 Partial Content',
    headers: [...headers, ...(contentRange === '' ? [] : [`Content-Range: ${contentRange}`])],
    body,
  });
const halfway = cut(0.5, 'fin');
const half = audio.length / 2;
const total = audio.length;
const restOf = (from: number): Buffer => audio.subarray(from);
const clockless = 'Last-Modified: Mon, 02 Nov 2020 10:00:00 GMT';
const dated = [clockless, 'Date: Sun, 22 Nov 2026 10:00:00 GMT'];
const page = (bytes: number): string => `<!doctype html><title>Sign in</title>${' '.repeat(bytes)}`;

/** What a server does, the answers in turn, and how many requests it takes until the file is there and right. */
const mended: [what: string, answers: Answer[], requests: number][] = [
  ['a reset at 10, 50 and 99 %', [cut(0.1), cut(0.5), cut(0.99), file()], 4],
  ['an orderly end before the announced one', [halfway, file()], 2],
  ['no answer at all', [(_asked, socket) => socket.end(), file()], 2],
  ['a reset before the head', [(_asked, socket) => socket.resetAndDestroy(), file()], 2],
  ['a head that never ends', [slowHead, file()], 2],
  ['silence before the head', [() => undefined, file()], 2],
  ['silence in the middle', [cut(0.5, 'never'), file()], 2],
  ['a connection kept open behind the end', [file({ end: 'never' })], 1],
  ['a whole file for a part', [halfway, say({ headers: [length, 'ETag: "1"'], body: audio })], 2],
  ['another tag', [serveFile({ bytes: otherAudio, etag: '"0"', cutAt: 0.5 }), file()], 2],
  ['another file under a weak tag', [serveFile({ bytes: otherAudio, etag: 'W/"1"', cutAt: 0.5 }), file()], 2],
  [
    'another file without a tag',
    [serveFile({ bytes: otherAudio, etag: '', cutAt: 0.5 }), file({ etag: '' })],
    2,
  ],
  [
    'a part of a file with another tag',
    [serveFile({ bytes: otherAudio, etag: '"0"', cutAt: 0.5 }), splice('"1"'), file()],
    3,
  ],
  [
    'an old date in place of a tag',
    [file({ etag: '', headers: dated, cutAt: 0.5 }), file({ etag: clockless.slice(15) })],
    2,
  ],
  ['a part that begins elsewhere', [halfway, part(`bytes 5-${total - 1}/${total}`, restOf(5)), file()], 3],
  ['a part that ends early', [halfway, part(`bytes ${half}-${total - 9}/${total}`, restOf(half)), file()], 3],
  [
    'a part of a longer file',
    [halfway, part(`bytes ${half}-${total}/${total + 1}`, restOf(half)), file()],
    3,
  ],
  [
    'a part of a file of unknown length',
    [halfway, part(`bytes ${half}-${total - 1}/*`, restOf(half)), file()],
    3,
  ],
  ['a part that does not say which', [halfway, part('', restOf(half)), file()], 3],
  [
    'a part in several pieces',
    [halfway, part('', restOf(half), 'Content-Type: multipart/byteranges; boundary=x'), file()],
    3,
  ],
  [
    'a part that is packed',
    [
      halfway,
      part(`bytes ${half}-${total - 1}/${total}`, gzipSync(restOf(half)), 'Content-Encoding: gzip'),
      file(),
    ],
    3,
  ],
  ['416 for a part that fits', [halfway, say({ status: '416 Range' }), file()], 3],
  [
    '416 with another length',
    [halfway, say({ status: '416 Range', headers: ['Content-Range: bytes */7'] }), file()],
    3,
  ],
  ['chunks', [say({ headers: [chunked], body: inChunks(audio) })], 1],
  [
    'chunks that break off',
    [say({ headers: [chunked], body: inChunks(audio, { isWhole: false }) }), file()],
    2,
  ],
  [
    'chunks that a reset ends',
    [say({ headers: [chunked], body: inChunks(audio, { isWhole: false }), end: 'reset' }), file()],
    2,
  ],
  ['chunks of nonsense', [say({ headers: [chunked], body: 'zzz\r\nID3' }), file()], 2],
  ['no length', [say({ body: audio })], 1],
  ['no length, and a reset', [say({ body: restOf(0).subarray(0, half), end: 'reset' }), file()], 2],
  ['gzip around it', [say({ headers: ['Content-Encoding: gzip'], body: gzipSync(audio) })], 1],
  [
    'gzip with a length',
    [
      say({
        headers: ['Content-Encoding: gzip', `Content-Length: ${gzipSync(audio).length}`],
        body: gzipSync(audio),
      }),
    ],
    1,
  ],
  [
    'gzip cut short',
    [say({ headers: ['Content-Encoding: gzip'], body: gzipSync(audio).subarray(0, 50_000) }), file()],
    2,
  ],
  ['an unknown coding', [say({ headers: ['Content-Encoding: lzma', length], body: audio }), file()], 2],
  [
    'more bytes than announced',
    [say({ headers: [length, 'ETag: "1"'], body: Buffer.concat([audio, audio]) }), file()],
    2,
  ],
  ['a length that is no number', [say({ headers: ['Content-Length: many'], body: audio }), file()], 2],
  ['two lengths', [say({ headers: [length, 'Content-Length: 9'], body: audio }), file()], 2],
  ['words in place of a head', [(_asked, socket) => socket.end('What?\r\n\r\n'), file()], 2],
  [
    '100 kB of headers',
    [say({ headers: [`X-Long: ${'x'.repeat(100_000)}`, length], body: audio }), file()],
    2,
  ],
  ['interim answers first', [interim(say({ headers: [length], body: audio }))], 1],
  ['nothing but interim answers', [endlessInterim, file()], 2],
  ['status 204', [say({ status: '204 No Content' }), file()], 2],
  ['status 206 to a whole request', [part(`bytes 0-${total - 1}/${total}`, audio), file()], 2],
  ['status 416 to a whole request', [say({ status: '416 Range' }), file()], 2],
  ['status 500', [say({ status: '500 Oh' }), file()], 2],
  ['status 429', [say({ status: '429 Slow', headers: ['Retry-After: 3'] }), file()], 2],
  ['status 503 and a wait in seconds', [say({ status: '503 Busy', headers: ['Retry-After: 3'] }), file()], 2],
  ['audio called a page', [file({ headers: ['Content-Type: text/html'] })], 1],
  ['audio byte by byte at first', [trickle, file()], 1],
];

/** What a server does, and the failure that ends it. */
const refused: [what: string, answers: Answer[], code: AppErrorCode, requests: number][] = [
  [
    'a page of 700 bytes',
    [say({ headers: ['Content-Type: audio/mpeg'], body: page(650) })],
    'audio-not-audio',
    1,
  ],
  [
    'a page of 5 MB',
    [say({ headers: ['Content-Length: 5000037'], body: page(5_000_000) })],
    'audio-not-audio',
    1,
  ],
  [
    'a page in chunks',
    [say({ headers: [chunked], body: inChunks(Buffer.from(page(650))) })],
    'audio-not-audio',
    1,
  ],
  ['a message', [say({ headers: ['Content-Length: 9'], body: 'Not here.' })], 'audio-not-audio', 1],
  ['nothing', [say({ headers: ['Content-Length: 0'] })], 'audio-empty', 1],
  ['nothing in chunks', [say({ headers: [chunked], body: '0\r\n\r\n' })], 'audio-empty', 1],
  ['zeros', [say({ body: Buffer.alloc(9000) })], 'audio-empty', 1],
  ['status 401', [say({ status: '401 No' })], 'http-unauthorised', 1],
  ['status 403', [say({ status: '403 No' })], 'http-unauthorised', 1],
  ['status 404', [say({ status: '404 No' })], 'http-not-found', 1],
  ['status 410', [say({ status: '410 No' })], 'http-gone', 1],
  ['status 500 for ever', [say({ status: '500 Oh' })], 'http-server-error', 8],
  [
    'a reset half-way for ever, from the beginning each time',
    [cut(0.9, 'reset', { etag: '' })],
    'network-broken',
    8,
  ],
  [
    'a broadcast',
    [say({ headers: ['icy-name: Radio', 'Content-Type: audio/mpeg'], body: audio, end: 'never' })],
    'audio-live',
    1,
  ],
  ['a redirect to itself', [redirect('/a.mp3')], 'network-redirect-loop', 1],
  ['a redirect in a circle', [redirect('/b'), redirect('/a.mp3')], 'network-redirect-loop', 2],
  [
    'redirects without end',
    [(asked, socket) => redirect(`${asked.path}x`)(asked, socket)],
    'network-redirect-loop',
    11,
  ],
  ['a redirect to a file', [redirect('file:///etc/passwd')], 'address-scheme', 1],
  ['a redirect to data', [redirect('data:audio/mpeg,ID3')], 'address-scheme', 1],
  ['a redirect to the sample show', [redirect('earmark:sample/feed.xml')], 'address-scheme', 1],
  ['a redirect to a network of somebody', [redirect('http://192.168.7.7/')], 'address-private', 1],
  ['a redirect to the cloud’s own address', [redirect('http://169.254.169.254/')], 'address-private', 1],
  ['a redirect to nowhere', [redirect('http://[')], 'address-invalid', 1],
];

function redirect(location: string): Answer {
  return say({ status: '302 Found', headers: [`Location: ${location}`, 'Content-Length: 0'] });
}

/** One byte of a head at a time, for longer than anybody waits. */
function slowHead(...[, socket]: Parameters<Answer>): void {
  const timer = setInterval(() => socket.write('X'), 50);
  socket.write('HTTP/1.1 200 OK\r\n');
  socket.on('close', () => clearInterval(timer));
}

function endlessInterim(...[, socket]: Parameters<Answer>): void {
  const timer = setInterval(() => socket.write('HTTP/1.1 102 Processing\r\n\r\n'), 50);
  socket.on('close', () => clearInterval(timer));
}

function interim(then: Answer): Answer {
  return (asked, socket) => {
    socket.write('HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n');
    then(asked, socket);
  };
}

function trickle(...[, socket]: Parameters<Answer>): void {
  socket.setNoDelay(true);
  socket.write(`HTTP/1.1 200 OK\r\n${length}\r\n\r\n`);
  let at = 0;
  const timer = setInterval(() => {
    socket.write(at < 20 ? audio.subarray(at, at + 1) : audio.subarray(at));
    at += 1;
    if (at > 20) clearInterval(timer);
  }, 5);
  socket.on('close', () => clearInterval(timer));
}

/** Sends the rest of another file than the one that was begun, whatever If-Range says. */
function splice(etag: string): Answer {
  return part(`bytes ${half}-${total - 1}/${total}`, restOf(half), `ETag: ${etag}`);
}

describe('what a server may do to a download', () => {
  it.each(mended)('%s: the file is right in the end', async (what, answers, requests) => {
    const server = await serverThat(...answers);
    const patience = silences.includes(what) ? impatient : patient;
    const ended = await download(`${server.origin}/a.mp3`, undefined, { patience });
    expect(ended).toMatchObject({ state: 'done' });
    expect(readFileSync(path.join(folder, 'Downloads', 'Show', 'Title.mp3')).equals(audio)).toBe(true);
    expect(server.asked).toHaveLength(requests);
  });

  it.each(refused)('%s: no file, and a reason', async (...[, answers, code, requests]) => {
    const server = await serverThat(...answers);
    expect(await download(`${server.origin}/a.mp3`)).toMatchObject({ state: 'failed', error: { code } });
    expect(shows()).toEqual([]);
    expect(server.asked).toHaveLength(requests);
  });

  it('a broken line costs what is missing, not the whole file again', async () => {
    const server = await serverThat(cut(0.5), cut(0.5), file());
    await download(`${server.origin}/a.mp3`);
    const ranges = server.asked.map(({ headers }) => headers.range);
    expect(ranges).toEqual([undefined, `bytes=${half}-`, `bytes=${half * 1.5}-`]);
    expect(server.asked[1]?.headers['if-range']).toBe('"1"');
    expect(server.asked[0]?.headers['accept-encoding']).toBe('identity');
  });

  it('keys of the address are sent to its host alone', async () => {
    const [first, second] = [await serverThat(), await serverThat(file())];
    first.answers = [redirect('/next'), redirect(`${second.origin}/a.mp3`)];
    await download(`${first.origin.replace('//', '//me:secret@')}/a.mp3`);
    expect(first.asked.map(({ headers }) => headers.authorization)).toEqual(
      Array(2).fill(`Basic ${Buffer.from('me:secret').toString('base64')}`),
    );
    expect(second.asked[0]?.headers.authorization).toBeUndefined();
  });
});

describe('an encrypted server', () => {
  const own = makeCertificate('127.0.0.1');

  async function secureServer(certificate: { cert: string; key: string }, ...answers: Answer[]) {
    const server = await startScriptedServer(certificate);
    server.answers = answers;
    servers.push(server);
    return server;
  }

  it('is resumed like any other', async () => {
    const server = await secureServer(own, cut(0.1), cut(0.5, 'fin'), file());
    expect(await download(`${server.origin}/a.mp3`, [own.cert])).toMatchObject({ state: 'done' });
    expect(readFileSync(path.join(folder, 'Downloads', 'Show', 'Title.mp3')).equals(audio)).toBe(true);
    expect(server.asked).toHaveLength(3);
  });

  it.each([
    ['that nobody vouches for', own, undefined],
    ['of another host', makeCertificate('other.example'), 'own'],
    ['that is out of date', makeCertificate('127.0.0.1', { days: -1 }), 'own'],
  ])('with a certificate %s is not asked', async (_what, certificate, trusted) => {
    const server = await secureServer(certificate, file());
    const authorities = trusted === undefined ? undefined : [certificate.cert];
    expect(await download(`${server.origin}/a.mp3`, authorities)).toMatchObject({
      state: 'failed',
      error: { code: 'network-certificate' },
    });
    expect(server.asked).toHaveLength(0);
  });

  /** A server of HTTP/2 that ends the stream half-way through what it announced. */
  async function modernServer(allowHTTP1: boolean): Promise<{ origin: string; versions: string[] }> {
    const versions: string[] = [];
    const server = http2.createSecureServer({ ...own, allowHTTP1 }, (request, response) => {
      versions.push(request.httpVersion);
      response.writeHead(200, { 'content-length': audio.length, etag: '"1"' });
      if (versions.length === 1) response.write(audio.subarray(0, half), () => request.socket.destroy());
      else response.end(audio);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    servers.push({ close: () => void server.close() });
    return { origin: `https://127.0.0.1:${(server.address() as AddressInfo).port}`, versions };
  }

  it('that speaks HTTP/2 as well is spoken to in HTTP/1.1, and its early end is noticed', async () => {
    const { origin, versions } = await modernServer(true);
    expect(await download(`${origin}/a.mp3`, [own.cert])).toMatchObject({ state: 'done' });
    expect(readFileSync(path.join(folder, 'Downloads', 'Show', 'Title.mp3')).equals(audio)).toBe(true);
    expect(versions).toEqual(['1.1', '1.1']);
  });

  it('that speaks nothing but HTTP/2 is a failure, not a file', async () => {
    const { origin } = await modernServer(false);
    expect(await download(`${origin}/a.mp3`, [own.cert])).toMatchObject({
      state: 'failed',
      error: { code: 'network-protocol' },
    });
    expect(shows()).toEqual([]);
  });

  it.each([
    { what: 'is not followed before the listener allows it', state: 'failed', requests: 0 },
    { what: 'is followed then, without the keys', allowPlain: true, state: 'done', requests: 1 },
  ])('that leads to a place without encryption $what', async ({ allowPlain, state, requests }) => {
    const plain = await serverThat(file());
    const server = await secureServer(own, redirect(`${plain.origin}/a.mp3`));
    const url = `${server.origin.replace('//', '//me:secret@')}/a.mp3`;
    const ended = await download(url, [own.cert], { allowPlain });
    expect(ended).toMatchObject({ state, ...(requests === 0 && { error: { code: 'audio-unencrypted' } }) });
    expect(server.asked).toHaveLength(1);
    expect(plain.asked.map(({ headers }) => headers.authorization)).toEqual(Array(requests).fill(undefined));
  });
});
