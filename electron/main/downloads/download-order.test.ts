import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { rename as renameFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DownloadMove, DownloadSnapshot } from '../../../core/download/download.ts';
import type { OpenUrl } from '../network/open-url.ts';
import type { DownloadService } from './download-service.ts';
import type { DownloadServiceNeeds } from './download-service.ts';
import { SignInWatch } from './sign-in-watch.ts';
import { transfer } from './transfer.ts';
import { createAudioServer } from './testing/audio-server.ts';
import { openQuickService } from './testing/open-quick-service.ts';
import type { QuickNeeds } from './testing/open-quick-service.ts';

/** A busy machine may take its time. */
vi.setConfig({ testTimeout: 60_000 });
const patience = { timeout: 50_000 };

let base: string;
let own: string;
let drive: string;
let folder: string;
let limits: { parallel: number; parallelPerHost: number };
let services: DownloadService[];
let told: DownloadSnapshot[];
let moves: DownloadMove[];
let { audio, asked, openUrl: serve } = createAudioServer();

beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'earmark-order-'));
  [own, drive] = [path.join(base, 'Downloads'), path.join(base, 'drive')];
  folder = own;
  limits = { parallel: 1, parallelPerHost: 1 };
  [services, told, moves] = [[], [], []];
  ({ audio, asked, openUrl: serve } = createAudioServer());
});
afterEach(async () => {
  await Promise.all(services.map((service) => service.close()));
  rmSync(base, { recursive: true, force: true });
});

async function openService(more: Partial<QuickNeeds> = {}): Promise<DownloadService> {
  const service = await openQuickService(base, {
    openUrl: serve,
    folder: () => folder,
    queueLimits: () => limits,
    announce: (snapshot) => told.push(snapshot),
    announceMove: (move) => moves.push(move),
    ...more,
  });
  services.push(service);
  return service;
}
const request = (episodeId: string, url = `https://audio.example/${episodeId}.mp3`) => ({
  episodeId,
  url,
  podcastTitle: 'Show',
  episodeTitle: episodeId,
  type: 'audio/mpeg',
  feedUrl: 'https://audio.example/feed',
});
async function shown(service: DownloadService): Promise<string[]> {
  const list = await service.list();
  return list
    .sort((one, other) => (one.order ?? 0) - (other.order ?? 0))
    .map(({ episodeId, state }) => `${episodeId} ${state}`);
}
const done = (): string[] => told.filter(({ state }) => state === 'done').map(({ episodeId }) => episodeId);
const reaches = (service: DownloadService, wanted: string): Promise<void> =>
  vi.waitFor(async () => expect(await shown(service)).toContain(wanted), patience);

it('tries again in the morning what was to wait till after the computer fell asleep', async () => {
  const time = { now: 0 };
  const refused: OpenUrl = (asking) =>
    asked.length === 0
      ? (asked.push({ url: asking.url, range: undefined }),
        Promise.reject(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })))
      : serve(asking);
  const needs = { openUrl: refused, now: () => time.now, freeBytes: () => Promise.resolve(1e12) };
  const service = await openService({
    runTransfer: (task) => transfer({ ...needs, signIn: new SignInWatch() }, task),
    now: needs.now,
    // Timers stand still with the computer.
    after: () => () => undefined,
  });
  await service.start(request('a'));
  await reaches(service, 'a waiting');
  service.lookAtClock();
  expect(await shown(service)).toEqual(['a waiting']);
  time.now += 8 * 3_600_000;
  service.lookAtClock();
  await reaches(service, 'a done');
});

describe('what the user does to the queue', () => {
  it('is there after a restart: order, a pause, all paused', async () => {
    const first = await openService();
    for (const id of ['a', 'b', 'c', 'd']) await first.start(request(id, `https://slow.example/${id}.mp3`));
    await first.changeQueue({ type: 'placed', episodeId: 'd', before: 'b' });
    await first.changeQueue({ type: 'paused', episodeId: 'b' });
    await first.changeQueue({ type: 'all-paused', paused: true });
    await first.changeQueue({ type: 'paused', episodeId: 'c' });
    await first.close();
    const second = await openService();
    expect(second.queueState().pausedAll).toBe(true);
    expect(await shown(second)).toEqual(['a queued', 'd queued', 'b queued', 'c paused']);
    await second.changeQueue({ type: 'resumed', episodeId: 'c' });
    await reaches(second, 'c downloading');
  });

  it('goes on behind what had arrived when it is resumed', async () => {
    const service = await openService();
    await service.start(request('a', 'https://slow.example/a.mp3'));
    await vi.waitFor(
      () => expect(told.some(({ receivedBytes }) => receivedBytes >= 100_000)).toBe(true),
      patience,
    );
    await service.changeQueue({ type: 'paused', episodeId: 'a' });
    await reaches(service, 'a paused');
    await service.changeQueue({ type: 'resumed', episodeId: 'a' });
    await vi.waitFor(() => expect(asked.at(-1)?.range).toBe('bytes=100000-'), patience);
  });

  it('does not try again at each start what had failed for good', async () => {
    const first = await openService();
    await first.start(request('bad'));
    await reaches(first, 'bad failed');
    await first.close();
    asked.length = 0;
    const second = await openService();
    expect(await shown(second)).toEqual(['bad failed']);
    await second.start(request('a'));
    await reaches(second, 'a done');
    expect(asked.map(({ url }) => url)).toEqual(['https://audio.example/a.mp3']);
  });

  it('asked for again after it was removed begins anew, whatever the run before remembers', async () => {
    const first = await openService();
    await first.start(request('bad'));
    await reaches(first, 'bad failed');
    await first.start(request('held', 'https://slow.example/held.mp3'));
    await first.changeQueue({ type: 'paused', episodeId: 'held' });
    await first.close();
    const second = await openService();
    for (const id of ['bad', 'held']) await second.cancel(id);
    for (const id of ['bad', 'held'])
      await second.start(request(id, `https://audio.example/again/${id.length}`));
    await reaches(second, 'bad done');
    await reaches(second, 'held done');
  });

  it('leaves nothing in the memory of what was removed or is finished', async () => {
    const first = await openService();
    await first.start(request('bad'));
    await reaches(first, 'bad failed');
    await first.start(request('a'));
    await first.changeQueue({ type: 'placed', episodeId: 'a', before: 'bad' });
    await reaches(first, 'a done');
    await first.cancel('bad');
    await first.close();
    const memory = JSON.parse(readFileSync(path.join(base, 'queue.json'), 'utf8')) as { items: object };
    expect(Object.keys(memory.items)).toEqual([]);
  });

  it('ninety of which every third fails: the others finish in order', async () => {
    const service = await openService();
    const ids = Array.from({ length: 90 }, (_, at) => (at % 3 === 2 ? `bad${at}` : `e${at}`));
    for (const id of ids) await service.start(request(id));
    const good = ids.filter((id) => id.startsWith('e'));
    await vi.waitFor(() => expect(done()).toHaveLength(good.length), patience);
    expect(done()).toEqual(good);
  });
});

describe('a download that is played', () => {
  it('comes at once although it was paused, and after a restart waits as the others do', async () => {
    const first = await openService();
    await first.start(request('slow'));
    await first.changeQueue({ type: 'paused', episodeId: 'slow' });
    await first.changeQueue({ type: 'all-paused', paused: true });
    await first.changeQueue({ type: 'paused', episodeId: 'slow' });
    expect(first.playPart('slow')).not.toBeNull();
    await reaches(first, 'slow downloading');
    await first.close();
    const second = await openService();
    expect(await shown(second)).toEqual(['slow queued']);
    expect(second.playPart('slow')).not.toBeNull();
    await reaches(second, 'slow downloading');
  });

  it('stays paused where what is played is not to be kept', async () => {
    const service = await openService({ keepsStreamed: () => false });
    await service.start(request('slow'));
    expect(service.playPart('slow')).not.toBeNull();
    await service.changeQueue({ type: 'paused', episodeId: 'slow' });
    expect(service.playPart('slow')).toBeNull();
    expect(await shown(service)).toEqual(['slow paused']);
  });
});

describe('a drive that is away at the start', () => {
  it('has nothing called deleted, and its parts are gone on with when it is back', async () => {
    mkdirSync(drive);
    folder = drive;
    const first = await openService();
    await first.adopt(drive);
    await first.start(request('a'));
    await reaches(first, 'a done');
    await first.start(request('slow'));
    await vi.waitFor(() => expect(told.at(-1)?.receivedBytes).toBe(100_000), patience);
    await first.close();
    renameSync(drive, `${drive}-away`);

    const second = await openService();
    const [missing] = await second.list();
    expect(missing).toMatchObject({ episodeId: 'a', state: 'missing', error: { code: 'folder-gone' } });
    expect(await second.remove('a')).toMatchObject({ error: { code: 'folder-gone' } });
    // The window asks for what it waits for.
    await second.start(request('slow'));
    await reaches(second, 'slow paused');
    asked.length = 0;
    renameSync(`${drive}-away`, drive);
    await reaches(second, 'slow downloading');
    await vi.waitFor(() => expect(asked.map(({ range }) => range)).toEqual(['bytes=100000-']), patience);
    expect(await shown(second)).toContain('a done');
  });
});

describe('moving to another folder', () => {
  it('takes along what is here and what is arriving', async () => {
    mkdirSync(drive);
    const service = await openService();
    await service.start(request('a'));
    await reaches(service, 'a done');
    await service.start(request('slow'));
    await vi.waitFor(() => expect(told.at(-1)?.receivedBytes).toBe(100_000), patience);
    await service.adopt(drive);
    folder = drive;
    expect(await service.storage()).toMatchObject({ elsewhere: { files: 1, bytes: audio.length } });
    await service.move();
    await vi.waitFor(() => expect(moves.at(-1)).toMatchObject({ state: 'done', filesDone: 2 }), patience);
    expect(readFileSync(path.join(drive, 'Show', 'a.mp3')).equals(audio)).toBe(true);
    expect(await service.storage()).toMatchObject({ elsewhere: { files: 0, bytes: 0 }, moving: false });
    await vi.waitFor(() => expect(asked.at(-1)?.range).toBe('bytes=100000-'), patience);
    // The journal is still being written when the server is asked.
    const names = (): string[] => readdirSync(path.join(drive, '.earmark')).sort();
    await vi.waitFor(() => expect(names()).toEqual(['ledger.jsonl', 'slow.json', 'slow.part']), patience);
  });

  /** A service with 100 000 bytes of `slow` in a folder used before, and a disk that makes the move copy. */
  async function beginMove(onCopy: (service: DownloadService) => void): Promise<DownloadService> {
    mkdirSync(drive);
    const rename: DownloadServiceNeeds['rename'] = (source, target) => {
      if (!String(source).startsWith(own)) return renameFile(source, target);
      onCopy(service);
      return Promise.reject(Object.assign(new Error('EXDEV'), { code: 'EXDEV' }));
    };
    const service = await openService({ rename });
    await service.start(request('slow'));
    await vi.waitFor(() => expect(told.at(-1)?.receivedBytes).toBe(100_000), patience);
    await service.adopt(drive);
    folder = drive;
    await service.move();
    return service;
  }
  const ended = (state: DownloadMove['state']): Promise<void> =>
    vi.waitFor(() => expect(moves.at(-1)?.state).toBe(state), patience);
  const workNames = (of: string): string[] => readdirSync(path.join(of, '.earmark'));

  it('is stopped in the middle of an unfinished download, which goes on where it was', async () => {
    const service = await beginMove((moving) => void moving.stopMoving());
    await ended('stopped');
    expect(workNames(drive)).toEqual([]);
    expect(readFileSync(path.join(own, '.earmark', 'slow.part')).length).toBe(100_000);
    await reaches(service, 'slow downloading');
  });

  it('lets go of a download that is cancelled meanwhile, and goes on with the others', async () => {
    const cancelled: Promise<unknown>[] = [];
    const service = await beginMove((moving) => void cancelled.push(moving.cancel('slow')));
    await ended('done');
    await Promise.all(cancelled);
    await vi.waitFor(() => expect([...workNames(own), ...workNames(drive)]).toEqual([]), patience);
    expect(await shown(service)).toEqual([]);
    await service.close();
    expect(await shown(await openService())).toEqual([]);
  });

  it('lets what is listened to go on arriving where it is', async () => {
    mkdirSync(drive);
    const service = await openService();
    await service.start(request('a'));
    await reaches(service, 'a done');
    await service.start(request('slow'));
    await vi.waitFor(() => expect(told.at(-1)?.receivedBytes).toBe(100_000), patience);
    const heard = service.playPart('slow');
    expect(heard).not.toBeNull();
    await service.adopt(drive);
    folder = drive;
    await service.move();
    await ended('done');
    expect(moves.at(-1)).toMatchObject({ files: 1, filesDone: 1 });
    expect(await shown(service)).toEqual(['a done', 'slow downloading']);
    expect(service.playPart('slow')).toBe(heard);
    expect(workNames(own)).toContain('slow.part');
  });

  it('moves the others when one cannot be moved, and says why', async () => {
    mkdirSync(drive);
    const rename: DownloadServiceNeeds['rename'] = (source, target) =>
      String(source).endsWith('a.mp3')
        ? Promise.reject(Object.assign(new Error('in use'), { code: 'EBUSY' }))
        : renameFile(source, target);
    const service = await openService({ rename });
    for (const id of ['a', 'b']) await service.start(request(id));
    for (const id of ['a', 'b']) await reaches(service, `${id} done`);
    await service.adopt(drive);
    folder = drive;
    await service.move();
    await ended('failed');
    expect(moves.at(-1)).toMatchObject({ files: 2, filesDone: 1, error: { code: 'disk-failed' } });
    expect(await shown(service)).toEqual(['a done', 'b done']);
    expect((await service.findFile('a'))?.folder).toBe(own);
    expect((await service.findFile('b'))?.folder).toBe(drive);
  });

  it('offers no move of files that are not there', async () => {
    mkdirSync(drive);
    const service = await openService();
    for (const id of ['a', 'b']) await service.start(request(id));
    for (const id of ['a', 'b']) await reaches(service, `${id} done`);
    rmSync(path.join(own, 'Show', 'a.mp3'));
    writeFileSync(path.join(own, 'Show', 'b.mp3'), 'changed');
    await service.adopt(drive);
    folder = drive;
    expect(await service.storage()).toMatchObject({ elsewhere: { files: 0, bytes: 0 } });
  });
});

it('deletes a download although the folder of the ledger was deleted by hand', async () => {
  const service = await openService();
  await service.start(request('a'));
  await reaches(service, 'a done');
  rmSync(path.join(own, '.earmark'), { recursive: true });
  expect(await service.remove('a')).toMatchObject({ ok: true });
  expect(await shown(service)).toEqual([]);
  await service.close();
  expect(await shown(await openService())).toEqual([]);
});

describe('a file chosen by hand', () => {
  it('takes the place of the one that is missing, if it is the same', async () => {
    const service = await openService();
    await service.start(request('a'));
    await reaches(service, 'a done');
    const mine = path.join(base, 'mine.mp3');
    renameSync(path.join(own, 'Show', 'a.mp3'), mine);
    expect(await service.findFile('a')).toBeNull();
    expect(told.at(-1)).toMatchObject({ state: 'missing', error: { code: 'file-missing' } });
    const page = path.join(base, 'page.mp3');
    writeFileSync(page, '<!doctype html><title>no</title>');
    const other = path.join(base, 'other.mp3');
    writeFileSync(other, audio.subarray(0, 5000));
    expect(await service.takeFile(request('a'), page)).toMatchObject({ error: { code: 'audio-not-audio' } });
    expect(await service.takeFile(request('a'), other)).toMatchObject({ error: { code: 'file-different' } });
    expect(await service.takeFile(request('a'), mine)).toMatchObject({ ok: true });
    expect(await shown(service)).toEqual(['a done']);
    expect(readFileSync(path.join(own, 'Show', 'a.mp3')).equals(audio)).toBe(true);
    expect(readFileSync(mine).equals(audio)).toBe(true);
  });

  it('is not taken where there is no room for it, and leaves nothing behind', async () => {
    const service = await openService({ freeBytes: () => Promise.resolve(1000) });
    const mine = path.join(base, 'mine.mp3');
    writeFileSync(mine, audio);
    expect(await service.takeFile(request('a'), mine)).toMatchObject({ error: { code: 'disk-full' } });
    expect(await shown(service)).toEqual([]);
    expect(existsSync(path.join(own, 'Show'))).toBe(false);
  });

  it.each(['called off', 'ended with the app'])(
    '%s while it is copied, leaves nothing behind',
    async (how) => {
      const calling = new AbortController();
      const service: DownloadService = await openService({
        // Asked right before the first byte is written.
        freeBytes: () => {
          if (how === 'called off') calling.abort();
          else void service.close();
          return Promise.resolve(1e12);
        },
      });
      const mine = path.join(base, 'mine.mp3');
      writeFileSync(mine, audio);
      expect(await service.takeFile(request('a'), mine, calling.signal)).toMatchObject({ ok: false });
      expect(await shown(service)).toEqual([]);
      expect(existsSync(path.join(own, 'Show'))).toBe(false);
      expect(readdirSync(path.join(own, '.earmark'))).toEqual([]);
      expect(readFileSync(mine).equals(audio)).toBe(true);
    },
  );

  it('is taken although what it takes the place of is paused meanwhile', async () => {
    const service: DownloadService = await openService({
      freeBytes: () => {
        if (told.some(({ receivedBytes }) => receivedBytes > 0))
          void service.changeQueue({ type: 'all-paused', paused: true });
        return Promise.resolve(1e12);
      },
    });
    const mine = path.join(base, 'mine.mp3');
    writeFileSync(mine, audio);
    await service.start(request('slow'));
    await vi.waitFor(() => expect(told.some(({ receivedBytes }) => receivedBytes > 0)).toBe(true), patience);
    expect(await service.takeFile(request('slow'), mine)).toMatchObject({ ok: true });
    expect(await shown(service)).toEqual(['slow done']);
  });

  it('is not downloaded instead when the copying was killed', async () => {
    const folder = path.join(own, '.earmark');
    const seen: string[] = [];
    const first = await openService({
      // Asked right before the first byte is written.
      freeBytes: () => {
        seen.push(...readdirSync(folder).filter((name) => name.endsWith('.json')));
        return Promise.resolve(1e12);
      },
    });
    const mine = path.join(base, 'mine.mp3');
    writeFileSync(mine, audio);
    expect(await first.takeFile(request('a'), mine)).toMatchObject({ ok: true });
    expect(seen, 'nothing that a next start would go on with').toEqual([]);
  });

  it.each(['Sorted/x.mp3', 'x.mp3'])('stays where it is in the download folder: %s', async (name) => {
    const service = await openService();
    mkdirSync(path.join(own, 'Sorted'), { recursive: true });
    writeFileSync(path.join(own, name), audio);
    await service.takeFile(request('a'), path.join(own, name));
    expect((await service.findFile('a'))?.name).toBe(name);
    expect(await shown(service)).toEqual(['a done']);
  });

  it('that belongs to another episode is copied, and an unfinished download is refused', async () => {
    const service = await openService();
    await service.start(request('a'));
    await reaches(service, 'a done');
    await service.start(request('slow'));
    await vi.waitFor(() => expect(told.at(-1)?.receivedBytes).toBe(100_000), patience);
    expect(await service.takeFile(request('b'), path.join(own, '.earmark', 'slow.part'))).toMatchObject({
      error: { code: 'audio-incomplete' },
    });
    expect(await service.takeFile(request('b'), path.join(own, 'Show', 'a.mp3'))).toMatchObject({ ok: true });
    expect((await service.findFile('b'))?.name).toBe('Show/b.mp3');
    await service.remove('b');
    expect((await service.findFile('a'))?.name).toBe('Show/a.mp3');
  });

  it('takes the place of what is arriving, which goes on arriving while the file is no good', async () => {
    const service = await openService();
    await service.start(request('slow'));
    await vi.waitFor(() => expect(told.at(-1)?.receivedBytes).toBe(100_000), patience);
    const [page, mine] = [path.join(base, 'page.mp3'), path.join(base, 'mine.mp3')];
    writeFileSync(page, '<!doctype html><title>no</title>');
    writeFileSync(mine, audio);
    expect(await service.takeFile(request('slow'), page)).toMatchObject({ ok: false });
    expect(await shown(service)).toEqual(['slow downloading']);
    expect(service.playPart('slow')).not.toBeNull();
    expect(await service.takeFile(request('slow'), mine)).toMatchObject({ ok: true });
    expect(await shown(service)).toEqual(['slow done']);
    expect(readFileSync(path.join(own, 'Show', 'slow.mp3')).equals(audio)).toBe(true);
    expect(readdirSync(path.join(own, '.earmark'))).toEqual(['ledger.jsonl']);
  });
});
