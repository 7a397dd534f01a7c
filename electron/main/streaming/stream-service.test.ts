import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appError } from '../../../core/app-error.ts';
import { bringPart } from '../downloads/bring-part.ts';
import { PartFile, workFolder } from '../downloads/part-file.ts';
import { SignInWatch } from '../downloads/sign-in-watch.ts';
import { transfer } from '../downloads/transfer.ts';
import { createOpenUrl } from '../network/open-url.ts';
import { StreamService } from './stream-service.ts';

/** Bytes that nowhere repeat, so that a splice would show; they begin like an MP3 with a title. */
function recording(seed: number): Buffer {
  const bytes = Buffer.alloc(3_000_000);
  for (let at = 0; at < bytes.length; at += 4)
    bytes.writeUInt32LE(Math.imul(at + seed, 2654435761) >>> 0, at);
  bytes.write('ID3\x03\x00\x00\x00\x00\x00\x0cTIT2\x00\x00\x00\x02\x00\x00\x00A', 0, 'latin1');
  return bytes;
}
const audio = recording(1);
const otherAudio = recording(2);
const longAgo = new Date(0).toUTCString();

let folder: string;
let server: Server;
let base: string;
let asked: (string | undefined)[];
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let part: PartFile | null;
let streams: StreamService;
let tries: Promise<void>[];
const ending = new Set<AbortController>();

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'earmark-stream-'));
  mkdirSync(workFolder(folder));
  [asked, tries] = [[], []];
  server = createServer((request, response) => {
    asked.push(request.headers.range);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  part = null;
  streams = new StreamService({ openUrl, findPart: () => Promise.resolve(part) });
});
afterEach(async () => {
  for (const end of ending) end.abort();
  ending.clear();
  await Promise.all(tries);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

const openUrl = createOpenUrl('Earmark/test');
const episode = () => ({ episodeId: 'e1', url: `${base}/e1.mp3`, feedUrl: base });

interface Script {
  readonly body?: Buffer;
  readonly etag?: string | null;
  /** Bytes after which a connection that began at `from` is broken; 'hold' instead sends no more until released. */
  readonly breakAt?: number;
  readonly holdAt?: number;
  readonly headers?: Record<string, string>;
}

/** Answers as a server of files does; what it held back goes out at the answer's call. */
function serve({ body = audio, etag = '"1"', breakAt, holdAt, headers }: Script): () => void {
  const held: (() => void)[] = [];
  answer = (request, response) => {
    const from = Number(/^bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
    const isPart =
      request.headers.range !== undefined && etag !== null && request.headers['if-range'] === etag;
    const start = isPart ? from : 0;
    response.writeHead(isPart ? 206 : 200, {
      'content-type': 'audio/mpeg',
      'content-length': body.length - start,
      ...(etag === null ? {} : { etag, 'accept-ranges': 'bytes' }),
      ...(isPart && { 'content-range': `bytes ${start}-${body.length - 1}/${body.length}` }),
      ...headers,
    });
    const stopAt = breakAt ?? holdAt ?? body.length;
    if (start >= stopAt) response.end(body.subarray(start));
    else if (breakAt !== undefined) response.write(body.subarray(start, breakAt), () => response.destroy());
    else {
      response.write(body.subarray(start, stopAt));
      held.push(() => response.end(body.subarray(stopAt)));
    }
  };
  return () => {
    for (const release of held.splice(0)) release();
  };
}

/** Begins the download that the stream follows. */
function download(): PartFile {
  const request = { ...episode(), podcastTitle: 'Show', episodeTitle: 'Title', type: 'audio/mpeg' };
  const begun = part ?? new PartFile(folder, { version: 1, request, addedAt: 0, offset: 0 });
  part = begun;
  return begun;
}

/** One try of the transfer: its end, however it comes. */
function bring(of: PartFile = download()): Promise<void> {
  const end = new AbortController();
  ending.add(end);
  const needs = { openUrl, now: () => 0, freeBytes: () => Promise.resolve(1e12), signIn: new SignInWatch() };
  const task = { part: of, signal: end.signal, onProgress: () => undefined };
  const ended = bringPart((given) => transfer(needs, given), task).then(
    () => undefined,
    () => undefined,
  );
  tries.push(ended);
  return ended;
}

/** What the download service does when all has arrived. */
function finish(of: PartFile): void {
  mkdirSync(path.join(folder, 'Show'), { recursive: true });
  const file = path.join(folder, 'Show', 'Title.mp3');
  renameSync(of.file, file);
  of.growth.finish(file);
}

function cancelBringing(): void {
  for (const end of ending) end.abort();
}

async function ask(address: string, range?: string): Promise<Response> {
  return streams.answer(new Request(address, range === undefined ? {} : { headers: { range } }), 'e1');
}

interface Listener {
  /** All bytes up to `count`, or to the end. */
  take(count?: number): Promise<Buffer>;
  stop(): Promise<void>;
}

function listenTo(response: Response): Listener {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  let taken = Buffer.alloc(0);
  return {
    take: async (count = Infinity) => {
      while (taken.length < count) {
        const { done, value } = await reader.read();
        if (done) break;
        taken = Buffer.concat([taken, value]);
      }
      return taken;
    },
    stop: () => reader.cancel(),
  };
}

function openParts(): number {
  return readdirSync('/proc/self/fd').filter((handle) => {
    const link = path.join('/proc/self/fd', handle);
    return existsSync(link) && readlinkSync(link).startsWith(folder);
  }).length;
}

/** Compared as Buffers: element by element takes seconds. */
const isStartOf = (taken: Buffer, whole: Buffer): boolean => whole.subarray(0, taken.length).equals(taken);

describe('a play of what is being downloaded', () => {
  it('hears what has arrived before the rest is sent, and the rest as it comes', async () => {
    const release = serve({ holdAt: 100_000 });
    const brought = bring();
    const response = await ask(await streams.prepare(episode()), 'bytes=0-');
    expect([response.status, response.headers.get('Content-Range')]).toEqual([
      206,
      'bytes 0-2999999/3000000',
    ]);
    const listener = listenTo(response);
    expect((await listener.take(100_000)).length).toBe(100_000);
    release();
    expect(audio.equals(await listener.take())).toBe(true);
    await brought;
    expect(asked).toEqual([undefined]);
  });

  it('goes on from the finished file at the same address when the server is gone', async () => {
    serve({});
    const growing = download();
    const brought = bring();
    const address = await streams.prepare(episode());
    const listener = listenTo(await ask(address));
    await listener.take(10_000);
    await brought;
    finish(growing);
    server.closeAllConnections();
    expect(audio.equals(await listener.take())).toBe(true);
    const later = listenTo(await ask(address, 'bytes=2000000-'));
    expect(audio.subarray(2_000_000).equals(await later.take())).toBe(true);
  });

  it('hears a place far ahead, which the transfer goes to and keeps', async () => {
    const release = serve({ holdAt: 100_000 });
    const brought = bring();
    const address = await streams.prepare(episode());
    const ahead = listenTo(await ask(address, 'bytes=2500000-'));
    expect(audio.subarray(2_500_000).equals(await ahead.take())).toBe(true);
    expect(asked).toEqual([undefined, 'bytes=2500000-']);
    release();
    await brought;
    expect(audio.equals(readFileSync(download().file))).toBe(true);
    const again = listenTo(await ask(address, 'bytes=2500000-'));
    expect(audio.subarray(2_500_000).equals(await again.take())).toBe(true);
    expect(asked).toHaveLength(2);
  });

  it('does not go on in another recording that has the same beginning, after a place far ahead', async () => {
    serve({ holdAt: 200_000 });
    const first = bring();
    const address = await streams.prepare(episode());
    await listenTo(await ask(address)).take(100_000);
    const [from, given] = [2_000_000, 100_000];
    answer = (_request, response) => {
      const headers = { etag: '"1"', 'content-range': `bytes ${from}-${audio.length - 1}/${audio.length}` };
      response.writeHead(206, { ...headers, 'content-length': audio.length - from });
      response.write(audio.subarray(from, from + given));
    };
    const ahead = listenTo(await ask(address, `bytes=${from}-`));
    const heard = await ahead.take(given);
    cancelBringing();
    await first;
    serve({
      body: Buffer.concat([audio.subarray(0, 1_500_000), otherAudio.subarray(1_500_000)]),
      etag: '"2"',
    });
    await bring();
    finish(download());
    server.closeAllConnections();
    await expect(ahead.take()).rejects.toMatchObject({ error: { code: 'audio-changed' } });
    expect(isStartOf(heard, audio.subarray(from))).toBe(true);
  });

  it.runIf(existsSync('/proc/self/fd'))('leaves no file open when players come and go', async () => {
    const release = serve({ holdAt: 1_000_000 });
    void bring();
    const address = await streams.prepare(episode());
    await listenTo(await ask(address)).take(900_000);
    for (let seek = 0; seek < 200; seek += 1) {
      const reader = ((await ask(address, `bytes=${seek * 1000}-`)).body as ReadableStream).getReader();
      const read = reader.read();
      if (seek % 2 === 0) await new Promise(setImmediate);
      await reader.cancel();
      await read;
    }
    // The one that listens from the start and the one the transfer writes through stay.
    await expect.poll(openParts).toBeLessThanOrEqual(2);
    release();
  });

  it('waits for the transfer where the server sends the whole file again instead of the place', async () => {
    const release = serve({ holdAt: 100_000 });
    const honest = answer;
    answer = (request, response) => {
      Object.defineProperty(request, 'headers', { value: {} });
      honest(request, response);
    };
    const brought = bring();
    const ahead = listenTo(await ask(await streams.prepare(episode()), 'bytes=2500000-'));
    const heard = ahead.take();
    await expect.poll(() => asked.length).toBe(2);
    release();
    expect(audio.subarray(2_500_000).equals(await heard)).toBe(true);
    await brought;
  });

  it('survives a connection cut in the middle', async () => {
    serve({ breakAt: 1_000_000 });
    const brought = bring();
    const listener = listenTo(await ask(await streams.prepare(episode())));
    await listener.take(500_000);
    await brought;
    serve({});
    void bring();
    expect(audio.equals(await listener.take())).toBe(true);
  });

  it('goes on after a new beginning without a validator if the same bytes come again', async () => {
    serve({ etag: null, breakAt: 1_000_000 });
    const brought = bring();
    const listener = listenTo(await ask(await streams.prepare(episode())));
    await listener.take(500_000);
    await brought;
    const rest = listener.take();
    serve({ etag: null });
    void bring();
    expect(audio.equals(await rest)).toBe(true);
  });

  it.each([
    ['without a validator', null, null],
    ['under another validator', '"1"', '"2"'],
  ])('never goes on in another recording %s', async (_how, first, second) => {
    serve({ etag: first, breakAt: 1_000_000 });
    const brought = bring();
    const address = await streams.prepare(episode());
    const listener = listenTo(await ask(address));
    await listener.take(500_000);
    await brought;
    serve({ etag: second, body: otherAudio });
    void bring();
    await expect(listener.take()).rejects.toThrow('audio-changed');
    expect(streams.whatFailed('e1')).toMatchObject({ code: 'audio-changed' });
    const next = await streams.prepare(episode());
    expect(next).not.toBe(address);
    expect(otherAudio.equals(await listenTo(await ask(next)).take())).toBe(true);
  });

  it.each([
    ['tag', { etag: '"1"' }, { etag: '"2"' }],
    [
      'date',
      { etag: null, headers: { 'last-modified': longAgo } },
      { 'last-modified': new Date().toUTCString() },
    ],
  ])('takes no place ahead from a server that passes over the condition: another %s', async (...row) => {
    const [, script, other] = row;
    const release = serve({ ...script, holdAt: 100_000 });
    const first = answer;
    answer = (request, response) => {
      if (request.headers.range === undefined) first(request, response);
      else
        response
          .writeHead(206, { ...other, 'content-range': 'bytes 2500000-2999999/3000000' })
          .end(otherAudio.subarray(2_500_000));
    };
    void bring();
    const ahead = listenTo(await ask(await streams.prepare(episode()), 'bytes=2500000-')).take();
    await expect.poll(() => asked.length).toBe(2);
    release();
    expect(audio.subarray(2_500_000).equals(await ahead)).toBe(true);
  });

  it('goes on without keeping when the download is cancelled', async () => {
    serve({ holdAt: 1_000_000 });
    const growing = download();
    const brought = bring();
    const listener = listenTo(await ask(await streams.prepare(episode())));
    await listener.take(500_000);
    serve({});
    cancelBringing();
    await brought;
    await growing.discard();
    expect(audio.equals(await listener.take())).toBe(true);
  });

  it('is told to be a stream without an end where its end would have to be read first and cannot', async () => {
    const bare = Buffer.from(audio);
    bare.fill(0, 0, 100);
    bare.write('OggS', 0, 'latin1');
    const release = serve({ etag: null, body: bare, holdAt: 100_000 });
    void bring();
    const response = await ask(await streams.prepare(episode()));
    expect([response.status, response.headers.get('Content-Length')]).toEqual([200, null]);
    const listener = listenTo(response);
    await listener.take(100_000);
    release();
    expect(bare.equals(await listener.take())).toBe(true);
  });

  it('says why nothing comes when the download has failed', async () => {
    serve({ holdAt: 100_000 });
    const growing = download();
    growing.growth.heed({ state: 'failed', error: appError('http-gone') });
    expect((await ask(await streams.prepare(episode()))).status).toBe(502);
    expect(streams.whatFailed('e1')).toMatchObject({ code: 'http-gone' });
  });

  it('says that the user has paused the download, once what is here was played', async () => {
    serve({ etag: null, holdAt: 1_000_000 });
    const growing = download();
    void bring(growing).catch(() => undefined);
    const listener = listenTo(await ask(await streams.prepare(episode())));
    await listener.take(900_000);
    growing.growth.heed({ state: 'paused' });
    await expect(listener.take()).rejects.toThrow('download-paused');
    expect(streams.whatFailed('e1')).toMatchObject({ code: 'download-paused' });
  });

  it('says that a page came in the place of audio', async () => {
    serve({ body: Buffer.from('<!doctype html><title>Sign in</title>') });
    void bring();
    expect((await ask(await streams.prepare(episode()))).status).toBe(502);
    expect(streams.whatFailed('e1')).toMatchObject({ code: 'audio-not-audio' });
  });

  it('is played without being kept where the disk has no room', async () => {
    serve({});
    download().growth.heed({ state: 'paused', error: appError('disk-full') });
    expect(audio.equals(await listenTo(await ask(await streams.prepare(episode()))).take())).toBe(true);
  });
});

describe('a play of a broadcast', () => {
  it('is heard without being kept', async () => {
    answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'audio/mpeg', 'icy-name': 'Radio' });
      response.write(audio.subarray(0, 200_000));
    };
    const growing = download();
    growing.growth.heed({ state: 'failed', error: appError('audio-live') });
    const listener = listenTo(await ask(await streams.prepare(episode())));
    expect(isStartOf(await listener.take(200_000), audio)).toBe(true);
    await listener.stop();
  });
});

describe('a play that is not kept', () => {
  it('takes up a broken connection where it broke', async () => {
    serve({ breakAt: 1_000_000 });
    const listener = listenTo(await ask(await streams.prepare(episode())));
    expect(audio.equals(await listener.take())).toBe(true);
    expect(asked[0]).toBeUndefined();
    expect(asked.slice(1).every((range) => range?.startsWith('bytes='))).toBe(true);
  });

  it('never goes on in another recording', async () => {
    serve({ breakAt: 1_000_000 });
    const listener = listenTo(await ask(await streams.prepare(episode())));
    await listener.take(10_000);
    serve({ etag: '"2"', body: otherAudio });
    await expect(listener.take()).rejects.toThrow('audio-changed');
  });

  it('passes on a stream that has no end', async () => {
    answer = (_request, response) => {
      response.writeHead(200, { 'content-type': 'audio/mpeg' });
      response.write(audio.subarray(0, 200_000));
    };
    const response = await ask(await streams.prepare(episode()));
    expect(response.headers.get('Content-Length')).toBeNull();
    const listener = listenTo(response);
    expect(isStartOf(await listener.take(200_000), audio)).toBe(true);
    await listener.stop();
  });

  it.each([
    ['a page', 200, 'audio-not-audio'],
    ['nothing', 404, 'http-not-found'],
  ])('%s is refused, and why is told', async (_what, status, code) => {
    answer = (_request, response) => {
      response
        .writeHead(status, { 'content-type': 'audio/mpeg' })
        .end('<!doctype html><title>Sign in</title>');
    };
    expect((await ask(await streams.prepare(episode()))).status).toBe(502);
    expect(streams.whatFailed('e1')).toMatchObject({ code });
  });
});
