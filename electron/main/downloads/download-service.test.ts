import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DownloadSnapshot } from '../../../core/download/download.ts';
import { createOpenUrl } from '../network/open-url.ts';
import type { DownloadService } from './download-service.ts';
import type { PartHandle } from './part-writer.ts';
import { openQuickService } from './testing/open-quick-service.ts';
import type { QuickNeeds } from './testing/open-quick-service.ts';

/** Three megabytes that begin like an MP3 file and nowhere repeat, so that a splice would show. */
const audio = Buffer.alloc(3_000_000);
for (let at = 0; at < audio.length; at += 4) audio.writeUInt32LE((at * 2654435761) >>> 0, at);
audio.write('ID3\x03\x00\x00\x00\x00\x00\x0a', 0, 'latin1');

let folder: string;
let server: Server;
let base: string;
let asked: IncomingMessage[];
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let services: DownloadService[];
let told: DownloadSnapshot[];
let notices: string[];
let hear: () => void;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'earmark-downloads-'));
  [asked, services, told, notices] = [[], [], [], []];
  hear = () => undefined;
  server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  await Promise.all(services.map((service) => service.close()));
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A busy machine is never taken for a silent server. */
const patient = { maximumBytes: 1e9, connectMs: 15_000, idleMs: 15_000 };

async function openService(more: Partial<QuickNeeds> = {}): Promise<DownloadService> {
  const service = await openQuickService(folder, {
    openUrl: createOpenUrl('Earmark/test'),
    limits: patient,
    announce: (snapshot) => {
      told.push(snapshot);
      hear();
    },
    notice: (code) => notices.push(code),
    ...more,
  });
  services.push(service);
  return service;
}
const request = (episodeId = 'e1') => ({
  episodeId,
  url: `${base}/${episodeId}.mp3`,
  podcastTitle: 'Show',
  episodeTitle: 'Title',
  type: 'audio/mpeg',
  feedUrl: base,
});

/** Resolves with the first snapshot, past or to come, that is in one of the states. */
function reach(...wanted: DownloadSnapshot['state'][]): Promise<DownloadSnapshot> {
  return new Promise((resolve) => {
    const look = (): void => {
      const found = told.find(({ state }) => wanted.includes(state));
      if (found !== undefined) resolve(found);
    };
    hear = look;
    look();
  });
}
async function download(more: Partial<QuickNeeds> = {}): Promise<DownloadSnapshot> {
  await (await openService(more)).start(request());
  return reach('done', 'failed');
}
const finished = (name = 'Show/Title.mp3'): Buffer => readFileSync(path.join(folder, 'Downloads', name));
const sha = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const kept = (): string[] => readdirSync(path.join(folder, 'Downloads', '.earmark')).sort();

/** An honest server: strong tag, ranges, If-Range. `cut` ends a connection after so many bytes. */
function serve(options: { etag?: string; cut?: (request: number) => number } = {}): void {
  const etag = options.etag ?? '"1"';
  answer = ({ headers }, response) => {
    const from = Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0);
    const resumed = headers.range !== undefined && headers['if-range'] === etag;
    const body = resumed ? audio.subarray(from) : audio;
    const range = resumed ? { 'content-range': `bytes ${from}-${audio.length - 1}/${audio.length}` } : {};
    response.writeHead(resumed ? 206 : 200, { etag, 'content-length': body.length, ...range });
    const cut = options.cut?.(asked.length) ?? Infinity;
    if (cut >= body.length) response.end(body);
    else response.write(body.subarray(0, cut), () => response.destroy());
  };
}

describe('DownloadService', () => {
  it('brings a file to a readable name, whole, and leaves nothing else', async () => {
    serve();
    const done = await download();
    expect(done).toEqual({
      episodeId: 'e1',
      state: 'done',
      receivedBytes: audio.length,
      totalBytes: audio.length,
      fileName: 'Show/Title.mp3',
    });
    expect(sha(finished())).toBe(sha(audio));
    expect(kept()).toEqual(['ledger.jsonl']);
    expect(await services[0]?.findFile('e1')).toEqual({
      folder: path.join(folder, 'Downloads'),
      name: 'Show/Title.mp3',
    });
  });

  it('resumes after each broken connection with one request more', async () => {
    serve({ cut: (request) => [300_000, 1_200_000, 1_400_000][request - 1] ?? Infinity });
    await download();
    expect(sha(finished())).toBe(sha(audio));
    expect(asked).toHaveLength(4);
    expect(asked.slice(1).every(({ headers }) => headers['if-range'] === '"1"')).toBe(true);
  });

  it('starts anew when the file changed meanwhile', async () => {
    const changing = (message: IncomingMessage, response: ServerResponse): void => {
      if (asked.length === 1) serve({ cut: () => 1_000_000 });
      else serve({ etag: '"2"' });
      const honest = answer;
      answer = changing;
      honest(message, response);
    };
    answer = changing;
    await download();
    expect(sha(finished())).toBe(sha(audio));
    expect(asked[1]?.headers['if-range']).toBe('"1"');
  });

  it('never appends a whole file sent for a part, nor a part that begins elsewhere', async () => {
    answer = (message, response) => {
      if (asked.length === 1) {
        serve({ cut: () => 1_000_000 });
        const once = answer;
        once(message, response);
        answer = (_next, reply) => {
          if (asked.length === 2) {
            reply
              .writeHead(206, { etag: '"1"', 'content-range': `bytes 5-${audio.length - 1}/${audio.length}` })
              .end(audio.subarray(5));
          } else reply.writeHead(200, { 'content-length': audio.length }).end(audio);
        };
      }
    };
    await download();
    expect(sha(finished())).toBe(sha(audio));
  });

  it('takes 416 for the end when all is here', async () => {
    const service = await openService();
    const parts = path.join(folder, 'Downloads', '.earmark');
    answer = () => undefined;
    await service.start(request());
    await service.close();
    const journal = {
      ...(JSON.parse(readFileSync(path.join(parts, 'e1.json'), 'utf8')) as object),
      etag: '"1"',
      expectedTotal: audio.length,
      offset: audio.length,
    };
    writeFileSync(path.join(parts, 'e1.json'), JSON.stringify(journal));
    writeFileSync(path.join(parts, 'e1.part'), audio);
    answer = (_request, response) =>
      response.writeHead(416, { 'content-range': `bytes */${audio.length}` }).end();
    asked = [];
    await openService();
    await reach('done');
    expect(sha(finished())).toBe(sha(audio));
    expect(asked).toHaveLength(1);
  });

  it('goes on in a new process over the same folder', async () => {
    answer = (_request, response) => {
      response.writeHead(200, { etag: '"1"', 'content-length': audio.length });
      response.write(audio.subarray(0, 2_000_000));
    };
    const first = await openService();
    await first.start(request());
    await first.start(request('e2'));
    await first.close();
    told = [];
    asked = [];
    serve();
    await openService();
    await new Promise<void>((resolve) => {
      hear = () => {
        if (told.filter(({ state }) => state === 'done').length === 2) resolve();
      };
    });
    expect(sha(finished('Show/Title.mp3'))).toBe(sha(audio));
    expect(sha(finished('Show/Title (2).mp3'))).toBe(sha(audio));
  });

  it('stores what was sent packed as it is unpacked, and what has no length', async () => {
    answer = (_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(audio));
    await download();
    expect(sha(finished())).toBe(sha(audio));
  });

  it.each([
    ['a page in the place of audio', '<!doctype html><title>Sign in</title>', 'audio-not-audio'],
    ['nothing', '', 'audio-empty'],
  ])('refuses %s and keeps no file', async (_what, body, code) => {
    answer = (_request, response) => response.writeHead(200, { 'content-type': 'audio/mpeg' }).end(body);
    expect(await download()).toMatchObject({ state: 'failed', error: { code } });
    expect(readdirSync(path.join(folder, 'Downloads'))).toEqual(['.earmark']);
    expect(asked).toHaveLength(1);
  });

  it.each([404, 410, 403])('does not ask again after status %d', async (status) => {
    answer = (_request, response) => response.writeHead(status).end();
    expect(await download()).toMatchObject({ state: 'failed', error: { status } });
    expect(asked).toHaveLength(1);
  });

  it('waits as the server asks and then goes on', async () => {
    answer = (message, response) => {
      if (asked.length === 1) response.writeHead(503, { 'retry-after': '3' }).end();
      else {
        serve();
        answer(message, response);
      }
    };
    await download();
    const waiting = told.find(({ state }) => state === 'waiting');
    expect(waiting?.error).toEqual({ code: 'http-server-error', status: 503, retryAfterMs: 3000 });
    expect(asked).toHaveLength(2);
  });

  it('ends a connection that went quiet and resumes it', async () => {
    answer = (message, response) => {
      if (asked.length > 1) {
        serve();
        answer(message, response);
        return;
      }
      response.writeHead(200, { etag: '"1"', 'content-length': audio.length });
      response.write(audio.subarray(0, 500_000));
    };
    await download({ limits: { ...patient, idleMs: 500 } });
    expect(sha(finished())).toBe(sha(audio));
    expect(asked[1]?.headers.range).toBe('bytes=500000-');
  });

  it('holds the queue on a full disk, says so once, and goes on when there is room', async () => {
    serve();
    let free = 1000;
    await (await openService({ freeBytes: () => Promise.resolve(free) })).start(request());
    expect(await reach('paused')).toMatchObject({ error: { code: 'disk-full' } });
    expect(notices).toEqual(['disk-full']);
    free = 1e12;
    await reach('done');
    expect(sha(finished())).toBe(sha(audio));
  });

  it.runIf(existsSync('/dev/full'))('calls a write that fails for want of room by its name', async () => {
    serve();
    const full = await open('/dev/full', 'w');
    const handle = { fd: full.fd, datasync: () => Promise.resolve(), close: () => full.close() };
    const openPart = (): Promise<PartHandle> => Promise.resolve(handle);
    await (await openService({ openPart, roomEveryMs: 60_000 })).start(request());
    expect(await reach('paused')).toMatchObject({ error: { code: 'disk-full' } });
  });

  it('cancels without a trace, and can be asked again', async () => {
    answer = (_request, response) => {
      response.writeHead(200, { 'content-length': audio.length });
      response.write(audio.subarray(0, 100_000));
    };
    const service = await openService();
    await service.start(request());
    await reach('downloading');
    await service.cancel('e1');
    expect(kept()).toEqual([]);
    serve();
    await service.start(request());
    await reach('done');
    expect(sha(finished())).toBe(sha(audio));
  });

  it('removes a finished file, and calls one that somebody else removed missing', async () => {
    serve();
    await download();
    const service = services[0]!;
    rmSync(path.join(folder, 'Downloads', 'Show', 'Title.mp3'));
    expect(await service.list()).toMatchObject([{ episodeId: 'e1', state: 'missing' }]);
    await service.remove('e1');
    expect(await service.list()).toEqual([]);
    expect(await (await openService()).list()).toEqual([]);
  });
});
