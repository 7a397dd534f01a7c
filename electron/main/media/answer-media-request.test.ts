import {
  mkdtempSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appError } from '../../../core/app-error.ts';
import { writeFrameIndex } from '../../../core/audio/frame-index.ts';
import { concat, id3Tag, mp3Frames, text } from '../../../core/audio/made-audio.ts';
import { mp3Format } from '../../../core/audio/frame-format.ts';
import { FrameScanner } from '../../../core/audio/frame-scanner.ts';
import { virtualMp4 } from '../../../core/audio/virtual-mp4.ts';
import { failure, success } from '../../../core/result.ts';
import { answerMediaRequest } from './answer-media-request.ts';
import type { IndexAudio } from './local-audio.ts';
import { stampOf } from './local-audio.ts';
import { MediaService } from './media-service.ts';
import { StreamService } from '../streaming/stream-service.ts';

const mp3 = concat(id3Tag(40), mp3Frames(2000));
const args = {
  episodeId: 'show-1',
  url: 'https://a.example/1.mp3',
  type: 'audio/mpeg',
  feedUrl: 'https://a.example/',
};
let folder: string;
let indexed: number;
let service: MediaService;

function scanOf(bytes: Uint8Array) {
  const scanner = new FrameScanner(mp3Format, bytes.length);
  scanner.push(bytes);
  const scan = scanner.end();
  if (scan.kind !== 'indexed') throw new Error(scan.kind);
  return scan.table;
}

/** Stands in for the worker: the same index, made here. */
const indexAudio: IndexAudio = async ({ file, indexFile }) => {
  indexed += 1;
  const source = await stampOf(file);
  const about = { kind: 'mp3', chapters: [], durationMs: 52_245 } as const;
  writeFileSync(
    indexFile,
    writeFrameIndex({ source, about: { ...about, chapters: [] }, frames: scanOf(mp3) }),
  );
  return success({ source, about: { ...about, chapters: [] } });
};

function serviceWith(index: IndexAudio): MediaService {
  const names: Record<string, string> = {
    'show-1': 'one.mp3',
    'show-out': '../secret.mp3',
    'show-gone': 'gone.mp3',
  };
  return new MediaService({
    findFile: (id) => Promise.resolve(names[id] === undefined ? null : { folder, name: names[id] }),
    indexAudio: index,
    streams: new StreamService({
      openUrl: () => Promise.reject(new Error('nothing here asks the network')),
      findPart: () => Promise.resolve(null),
    }),
  });
}

beforeEach(() => {
  const base = realpathSync(mkdtempSync(path.join(tmpdir(), 'earmark-media-')));
  folder = path.join(base, 'downloads');
  renameSync(mkdtempSync(path.join(tmpdir(), 'earmark-media-')), folder);
  writeFileSync(path.join(folder, 'one.mp3'), mp3);
  writeFileSync(path.join(base, 'secret.mp3'), mp3);
  indexed = 0;
  service = serviceWith(indexAudio);
});
afterEach(() => {
  rmSync(path.dirname(folder), { recursive: true });
});

function ask(address: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> {
  return answerMediaRequest(service, new Request(address, { headers, method }));
}

/** Compared as a Buffer's own equality does: element by element takes seconds for a megabyte. */
async function hasBytes(response: Response, expected: Uint8Array): Promise<boolean> {
  return Buffer.from(await response.arrayBuffer()).equals(expected);
}

async function prepared(): Promise<string> {
  const answer = await service.prepare(args);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value.address;
}

function openAudioFiles(): string[] {
  const targets = readdirSync('/proc/self/fd').map((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`);
    } catch {
      return '';
    }
  });
  return targets.filter((target) => target.startsWith(folder));
}

describe('a download', () => {
  it('is prepared as exact, and indexed once', async () => {
    const first = await service.prepare(args);
    expect(first).toMatchObject({ ok: true, value: { local: true, exact: true, durationMs: 52_245 } });
    expect(await service.prepare(args)).toEqual(first);
    expect(await serviceWith(indexAudio).prepare(args)).toEqual(first);
    expect(indexed).toBe(1);
  });

  it('is indexed again when the file is another one, and the old address is refused', async () => {
    const old = await prepared();
    writeFileSync(path.join(folder, 'one.mp3'), concat(mp3, text('longer')));
    expect(await prepared()).not.toBe(old);
    expect(indexed).toBe(2);
    expect((await ask(old)).status).toBe(404);
  });

  it('is answered as a whole MP4 and in any part of it', async () => {
    const address = await prepared();
    const whole = await ask(address);
    const expected = virtualMp4(scanOf(mp3));
    if (!expected) throw new Error('no face');
    expect(whole.headers.get('Content-Type')).toBe('audio/mp4');
    expect(whole.headers.get('X-Content-Type-Options')).toBe('nosniff');
    const bytes = concat(expected.header, mp3.subarray(expected.fileStart, expected.fileEnd));
    expect(await hasBytes(whole, bytes)).toBe(true);
    const start = expected.header.length - 5;
    const part = await ask(address, { Range: `bytes=${start}-${start + 299_999}` });
    expect(part.status).toBe(206);
    expect(part.headers.get('Content-Range')).toBe(`bytes ${start}-${start + 299_999}/${bytes.length}`);
    expect(await hasBytes(part, bytes.subarray(start, start + 300_000))).toBe(true);
  });

  it('has no body for HEAD and none beyond its end', async () => {
    const address = await prepared();
    const head = await ask(address, {}, 'HEAD');
    expect([head.status, head.body]).toEqual([200, null]);
    expect((await ask(address, { Range: 'bytes=99999999-' })).status).toBe(416);
  });

  it('is given whole when the range was meant for another state of the file', async () => {
    const answer = await ask(await prepared(), { Range: 'bytes=0-9', 'If-Range': '"other"' });
    expect(answer.status).toBe(200);
    await answer.body?.cancel();
  });

  // Only Linux lists a process's open files as a folder; the code under test has no branch by system.
  it.runIf(process.platform === 'linux')(
    'leaves no file open after a thousand seeks given up half-way',
    async () => {
      const address = await prepared();
      for (let seek = 0; seek < 1000; seek++) {
        const answer = await ask(address, { Range: `bytes=${20_000 + seek}-` });
        const reader = answer.body?.getReader();
        await reader?.read();
        if (seek % 2 === 0) await reader?.cancel();
        else await Promise.all([reader?.read(), reader?.cancel()]);
      }
      expect(openAudioFiles()).toEqual([]);
    },
  );

  it('that cannot be indexed is served as it is, and times are approximate', async () => {
    service = serviceWith(() => Promise.resolve(failure(appError('worker-failed'))));
    expect(await service.prepare(args)).toMatchObject({ ok: true, value: { local: true, exact: false } });
    expect(await hasBytes(await ask('media://episode/show-1'), mp3)).toBe(true);
  });

  it('that turned out to be a page is refused', async () => {
    service = serviceWith(async ({ file, indexFile }) => {
      const source = await stampOf(file);
      const about = { kind: 'html', chapters: [] } as const;
      writeFileSync(indexFile, writeFrameIndex({ source, about: { ...about, chapters: [] } }));
      return success({ source, about: { ...about, chapters: [] } });
    });
    expect(await service.prepare(args)).toMatchObject({ ok: false, error: { code: 'audio-not-audio' } });
  });

  it('that is gone or lies outside the folder is missing', async () => {
    for (const episodeId of ['show-gone', 'show-out']) {
      expect(await service.prepare({ ...args, episodeId })).toMatchObject({
        ok: false,
        error: { code: 'audio-missing' },
      });
      expect((await ask(`media://episode/${episodeId}`)).status).toBe(404);
    }
  });
});

it('is streamed as long as it is not downloaded, at an address of its own', async () => {
  expect(await service.prepare({ ...args, episodeId: 'show-2' })).toMatchObject({
    ok: true,
    value: { address: 'media://stream/show-2?n=1', local: false, exact: false },
  });
});

it.each([
  'media://episode/..%2fsecret.mp3',
  'media://episode/',
  'media://episode/a/b',
  'media://other/show-1',
  'media://stream/never-prepared',
  'media://stream/never-prepared?n=1',
])('%s is nothing', async (address) => {
  expect((await ask(address)).status).toBe(404);
});
