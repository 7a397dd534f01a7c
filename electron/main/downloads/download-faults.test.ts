import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DownloadSnapshot } from '../../../core/download/download.ts';
import type { OpenUrl } from '../network/open-url.ts';
import type { DownloadService } from './download-service.ts';
import { answerWith } from './testing/audio-server.ts';
import { openQuickService } from './testing/open-quick-service.ts';
import type { QuickNeeds } from './testing/open-quick-service.ts';

/** A busy machine may take its time. */
const patience = { timeout: 10_000 };

const audio = Buffer.alloc(300_000);
for (let at = 0; at < audio.length; at += 4) audio.writeUInt32LE((at * 2654435761) >>> 0, at);
audio.write('ID3\x03\x00\x00\x00\x00\x00\x0a', 0, 'latin1');
const sha = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

let base: string;
let own: string;
let drive: string;
let folder: string;
let services: DownloadService[];
let notices: string[];
let ranges: (string | undefined)[];

beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'earmark-faults-'));
  [own, drive] = [path.join(base, 'Downloads'), path.join(base, 'drive')];
  folder = own;
  [services, notices, ranges] = [[], [], []];
});
afterEach(async () => {
  await Promise.all(services.map((service) => service.close()));
  rmSync(base, { recursive: true, force: true });
});

/** `stopAt` holds the rest back until the transfer is given up. */
function serve(stopAt?: number): OpenUrl {
  return (asking) => {
    ranges.push(asking.headers?.range);
    asking.signal.throwIfAborted();
    return Promise.resolve(answerWith(audio, asking, stopAt));
  };
}

async function openService(more: Partial<QuickNeeds> = {}): Promise<DownloadService> {
  const notice = (code: string) => notices.push(code);
  const service = await openQuickService(base, { openUrl: serve(), folder: () => folder, notice, ...more });
  services.push(service);
  return service;
}

const request = (episodeId = 'e1', episodeTitle = 'Title') => ({
  episodeId,
  url: `https://${episodeId}.example/audio.mp3`,
  podcastTitle: 'Show',
  episodeTitle,
  type: 'audio/mpeg',
  feedUrl: 'https://feed.example/',
});
async function stateOf(service: DownloadService, episodeId = 'e1'): Promise<DownloadSnapshot | undefined> {
  return (await service.list()).find((snapshot) => snapshot.episodeId === episodeId);
}
const statesOf = async (service: DownloadService): Promise<string[]> =>
  (await service.list()).map(({ episodeId, state }) => `${episodeId} ${state}`);
const reaches = (service: DownloadService, state: DownloadSnapshot['state'], episodeId = 'e1') =>
  vi.waitFor(async () => expect((await stateOf(service, episodeId))?.state).toBe(state), { timeout: 5000 });
const shaOf = (...name: string[]): string => sha(readFileSync(path.join(...name)));
const work = (name: string): string => path.join(own, '.earmark', name);

/** Leaves a download unfinished with `bytes` on the disk, as an ended app does. */
async function leaveUnfinished(bytes: number): Promise<void> {
  const service = await openService({ openUrl: serve(bytes) });
  await service.start(request());
  await vi.waitFor(() => expect(ranges).toHaveLength(1), patience);
  await service.close();
  await vi.waitFor(
    () => expect(JSON.parse(readFileSync(work('e1.json'), 'utf8'))).toMatchObject({ offset: bytes }),
    patience,
  );
  ranges = [];
}

describe('what happened to the part while the app was closed', () => {
  it.each([
    ['the part was deleted', () => rmSync(work('e1.part')), undefined],
    ['the part was cut', () => truncateSync(work('e1.part'), 1000), 'bytes=1000-'],
    ['the journal was deleted', () => rmSync(work('e1.json')), undefined],
    ['the journal is garbage', () => writeFileSync(work('e1.json'), '\0\0{'), undefined],
  ])('%s: the file is whole all the same', async (_what, damage, range) => {
    await leaveUnfinished(200_000);
    damage();
    const service = await openService();
    await service.start(request());
    await reaches(service, 'done');
    expect(shaOf(own, 'Show', 'Title.mp3')).toBe(sha(audio));
    expect(ranges).toEqual([range]);
    expect(readdirSync(path.dirname(work('')))).toContain('.earmark');
  });

  it.each([
    ['is made good from its copy', () => undefined, ['e1 done']],
    ['without a copy knows nothing', () => rmSync(path.join(base, 'ledgers'), { recursive: true }), []],
  ])('a ledger of garbage %s, and keeps what comes after it', async (_what, damage, known) => {
    const first = await openService();
    await first.start(request());
    await reaches(first, 'done');
    await first.close();
    writeFileSync(work('ledger.jsonl'), Buffer.from([0, 255, 10, 123, 34, 10, 200]));
    damage();
    const second = await openService();
    expect(await statesOf(second)).toEqual(known);
    await second.start(request('e2', 'Other'));
    await reaches(second, 'done', 'e2');
    await second.close();
    expect(await statesOf(await openService())).toEqual([...known, 'e2 done']);
    expect(existsSync(path.join(own, 'Show', 'Title.mp3'))).toBe(true);
  });

  it('a ledger that names a file outside its folder has no say', async () => {
    mkdirSync(path.dirname(work('x')), { recursive: true });
    writeFileSync(path.join(base, 'precious'), 'x');
    writeFileSync(
      work('ledger.jsonl'),
      JSON.stringify({ episodeId: 'e1', fileName: '../precious', bytes: 1 }),
    );
    const service = await openService();
    expect(await service.list()).toEqual([]);
    await service.remove('e1');
    expect(existsSync(path.join(base, 'precious'))).toBe(true);
  });

  it('a finished file of a length nobody told is called so when only its line in the ledger was missing', async () => {
    await leaveUnfinished(200_000);
    const { expectedTotal: _, ...journal } = JSON.parse(readFileSync(work('e1.json'), 'utf8')) as {
      expectedTotal: number;
    };
    writeFileSync(work('e1.json'), JSON.stringify({ ...journal, fileName: 'Show/Title.mp3' }));
    mkdirSync(path.join(own, 'Show'));
    renameSync(work('e1.part'), path.join(own, 'Show', 'Title.mp3'));
    expect(await stateOf(await openService())).toMatchObject({ state: 'done', unverified: true });
  });

  it('a ledger that cannot be written does not keep the app from starting', async () => {
    await leaveUnfinished(200_000);
    const journal = JSON.parse(readFileSync(work('e1.json'), 'utf8')) as object;
    writeFileSync(work('e1.json'), JSON.stringify({ ...journal, fileName: 'Show/Title.mp3', offset: 4 }));
    rmSync(work('e1.part'));
    mkdirSync(path.join(own, 'Show'), { recursive: true });
    writeFileSync(path.join(own, 'Show', 'Title.mp3'), 'done');
    mkdirSync(work('ledger.jsonl'));
    const service = await openService();
    expect(await stateOf(service)).toBeDefined();
  });
});

it('a file that has its name but not its line in the ledger is entered at the next try, not brought again', async () => {
  mkdirSync(work('ledger.jsonl'), { recursive: true });
  const service = await openService();
  await service.start(request());
  await vi.waitFor(async () => expect((await stateOf(service))?.error?.code).toBe('disk-failed'), patience);
  rmSync(work('ledger.jsonl'), { recursive: true });
  await service.start(request());
  await reaches(service, 'done');
  expect(readdirSync(path.join(own, 'Show'))).toEqual(['Title.mp3']);
  expect(ranges).toHaveLength(1);
});

describe('a folder whose drive is away', () => {
  beforeEach(() => {
    mkdirSync(drive);
    folder = drive;
  });
  const takeOut = (): void => renameSync(drive, path.join(base, 'pocket'));
  const putBack = (): void => renameSync(path.join(base, 'pocket'), drive);

  it('is not made anew: the queue waits, says why once, and goes on', async () => {
    const service = await openService();
    await service.start(request());
    await reaches(service, 'done');
    takeOut();
    await service.start(request('e2', 'Two'));
    await service.start(request('e3', 'Three'));
    await reaches(service, 'paused', 'e2');
    expect(await stateOf(service, 'e2')).toMatchObject({ error: { code: 'folder-gone' } });
    expect(await stateOf(service, 'e1')).toMatchObject({ state: 'missing' });
    expect(existsSync(drive)).toBe(false);
    expect(notices).toEqual(['folder-gone']);
    putBack();
    await reaches(service, 'done', 'e2');
    await reaches(service, 'done', 'e3');
    expect(await stateOf(service, 'e1')).toMatchObject({ state: 'done' });
    expect(shaOf(drive, 'Show', 'Three.mp3')).toBe(sha(audio));
  });

  it('goes in the middle of a transfer: the queue waits, and nothing is made in its place', async () => {
    const healthy = serve();
    const openUrl: OpenUrl = async (asked) => {
      const opened = await healthy(asked);
      if (ranges.length > 1) return opened;
      const parts = [0, 100_000, 200_000].map((from) => audio.subarray(from, from + 100_000));
      function* body(): Generator<Uint8Array, void, void> {
        for (const [at, part] of parts.entries()) {
          if (at === 1) takeOut();
          yield part;
        }
      }
      return { ...opened, body: Readable.from(body()) };
    };
    const service = await openService({ openUrl });
    await service.adopt(drive);
    await service.start(request());
    await reaches(service, 'paused');
    expect(await stateOf(service)).toMatchObject({ error: { code: 'folder-gone' } });
    expect(existsSync(drive)).toBe(false);
    putBack();
    await reaches(service, 'done');
    expect(shaOf(drive, 'Show', 'Title.mp3')).toBe(sha(audio));
    expect(notices).toEqual(['folder-gone']);
  });

  it('leaves an empty folder behind where it was mounted, and nothing is written there', async () => {
    const service = await openService();
    await service.start(request());
    await reaches(service, 'done');
    takeOut();
    mkdirSync(drive);
    await service.start(request('e2'));
    await reaches(service, 'paused', 'e2');
    expect(readdirSync(drive)).toEqual([]);
  });

  it('is used again once the user chooses it again, where it was emptied and not taken out', async () => {
    const service = await openService();
    await service.start(request());
    await reaches(service, 'done');
    takeOut();
    mkdirSync(drive);
    await service.start(request('e2', 'Two'));
    await reaches(service, 'paused', 'e2');
    expect(await service.adopt(drive)).toMatchObject({ ok: true });
    await reaches(service, 'done', 'e2');
    expect(await stateOf(service, 'e1')).toMatchObject({ state: 'missing', error: { code: 'file-missing' } });
  });

  it('gives way to another folder the user chooses, where the same episode may lie too', async () => {
    const service = await openService();
    await service.start(request());
    await reaches(service, 'done');
    takeOut();
    await service.start(request('e2', 'Two'));
    await reaches(service, 'paused', 'e2');
    folder = own;
    expect(await service.adopt(own)).toMatchObject({ ok: true });
    await reaches(service, 'done', 'e2');
    await service.start(request());
    await reaches(service, 'done');
    expect(await service.findFile('e1')).toEqual({ folder: own, name: 'Show/Title.mp3' });
    expect(shaOf(own, 'Show', 'Title.mp3')).toBe(sha(audio));
    expect(await service.list()).toHaveLength(2);
  });
});

describe('what is asked for at the same time', () => {
  it('a start and a cancel at once end with nothing', async () => {
    const service = await openService({ openUrl: serve(1000) });
    await Promise.all([service.start(request()), service.start(request()), service.cancel('e1')]);
    expect(await service.list()).toEqual([]);
    await service.close();
    expect(readdirSync(path.join(own, '.earmark'))).toEqual([]);
  });

  it('a cancel while the file is being named takes the file back', async () => {
    let cancelled: Promise<unknown> = Promise.resolve();
    const service: DownloadService = await openService({
      announce: ({ state }) => {
        if (state === 'verifying') cancelled = service.cancel('e1');
      },
    });
    await service.start(request());
    await vi.waitFor(() => expect(cancelled).not.toBe(undefined), patience);
    await vi.waitFor(() => expect(ranges).toHaveLength(1), patience);
    await vi.waitFor(async () => {
      await cancelled;
      expect(await service.list()).toEqual([]);
      expect(existsSync(path.join(own, 'Show', 'Title.mp3'))).toBe(false);
    }, patience);
    expect(await (await openService()).list()).toEqual([]);
  });

  it('two episodes of one name become two files', async () => {
    const service = await openService();
    await Promise.all([service.start(request('e1')), service.start(request('e2'))]);
    await reaches(service, 'done', 'e1');
    await reaches(service, 'done', 'e2');
    expect(readdirSync(path.join(own, 'Show')).sort()).toEqual(['Title (2).mp3', 'Title.mp3']);
  });

  it('a host that fails keeps no other from finishing', async () => {
    const healthy = serve();
    const openUrl: OpenUrl = (asked) =>
      asked.url.includes('bad') ? Promise.reject(new Error('refused')) : healthy(asked);
    const service = await openService({ openUrl });
    for (const id of ['bad1', 'e1', 'bad2', 'e2', 'bad3', 'e3']) await service.start(request(id, id));
    for (const id of ['e1', 'e2', 'e3']) await reaches(service, 'done', id);
    for (const id of ['bad1', 'bad2', 'bad3']) await reaches(service, 'failed', id);
  });

  it('a full disk that is waited for by nobody any more holds nothing', async () => {
    let free = 0;
    const service = await openService({ freeBytes: () => Promise.resolve(free) });
    await service.start(request());
    await reaches(service, 'paused');
    await service.cancel('e1');
    free = 600 * 1024 * 1024;
    await service.start(request('e2'));
    await reaches(service, 'done', 'e2');
  });
});

it('names of every language and system stay legal and short', async () => {
  const service = await openService();
  await service.start({ ...request('e1', 'Ы'.repeat(2000)), podcastTitle: 'CON' });
  await service.start({ ...request('e2', '../../..'), podcastTitle: '..' });
  await reaches(service, 'done', 'e1');
  await reaches(service, 'done', 'e2');
  expect(readdirSync(own).sort()).toEqual(['.earmark', 'Podcast', '_CON']);
  expect(readdirSync(path.join(own, '_CON'))).toEqual([`${'Ы'.repeat(90)}.mp3`]);
});
