import 'fake-indexeddb/auto';
import { beforeEach, expect, it, vi } from 'vitest';
import { appError } from '../../core/app-error.ts';
import type { DownloadSnapshot } from '../../core/download/download.ts';
import type { ParsedEpisode } from '../../core/feed/feed.ts';
import { episodeId } from '../../core/feed/episode-identity.ts';
import { packFeed } from '../../core/feed/pack-feed.ts';
import { folderFeedUrl, folderPartUrl } from '../../core/folder/folder-address.ts';
import { failure, success } from '../../core/result.ts';
import { addFolder } from './add-folder.ts';
import { autoDownload } from './auto-download.ts';
import { run } from './commands.ts';
import { cache, library } from './database.ts';
import { deleteExpired } from './delete-expired.ts';
import { listDownloads } from './downloads.ts';
import { exportOpml } from './export-opml.ts';
import { compareWithFiles } from './follow-downloads.ts';
import { listMissing } from './missing-episodes.ts';
import { refreshFeed } from './refresh-feed.ts';
import { repairOffline } from './repair-offline.ts';
import { FakeDesktop } from './testing/fake-desktop.ts';
import { sampleEpisode, sampleFeed } from './testing/sample-feed.ts';

const podcastId = '00000000000000aa';
const url = folderFeedUrl(podcastId);
const ids = ['0000000000000001', '0000000000000002', '0000000000000003'] as const;
const idOf = (fileId: string): string => episodeId(podcastId, fileId);

let desktop: FakeDesktop;
/** Files of the folder; a file that is not named any more is gone. */
let files: string[];
let episodes: ParsedEpisode[];

beforeEach(async () => {
  files = [ids[0], ids[1]];
  episodes = files.map(fileEpisode);
  desktop = new FakeDesktop({
    'folder:choose': () => success({ kind: 'chosen', podcastId }),
    'folder:forget': () => success({}),
    'feed:fetch': () =>
      success({
        kind: 'fetched',
        url,
        validators: {},
        feed: packFeed(sampleFeed({ title: 'Folder', episodes })),
      }),
    'download:list': () =>
      success([...ids].filter((id) => files.includes(id) || known.has(id)).map(snapshot)),
    'feed:save-opml': () => success({ saved: true }),
  });
  const known = new Set<string>(files);
  vi.stubGlobal('window', Object.assign(new EventTarget(), { desktop }));
  vi.stubGlobal('navigator', { onLine: true });
  await Promise.all([...library.tables, ...cache.tables].map((table) => table.clear()));
  expect(await addFolder({ onProgress: () => undefined })).toMatchObject({
    ok: true,
    value: { kind: 'subscribed' },
  });
});

function fileEpisode(id: string): ParsedEpisode {
  const audio = folderPartUrl(podcastId, { kind: 'audio', fileId: id });
  return sampleEpisode(id, {
    title: 'Alike',
    publishedAt: 1000,
    enclosure: { url: audio, type: 'audio/mpeg' },
  });
}

function snapshot(id: string): DownloadSnapshot {
  const file = { episodeId: idOf(id), receivedBytes: 5, fileName: `${id}.mp3`, inPlace: true } as const;
  return files.includes(id)
    ? { ...file, state: 'done' }
    : { ...file, state: 'missing', error: appError('folder-file-missing') };
}

/** The folder holds these now. */
async function holds(...now: string[]): Promise<void> {
  files = now;
  episodes = now.map(fileEpisode);
  await refreshFeed(podcastId);
}

const listed = async () => (await library.episodes.toArray()).map(({ id }) => id).sort();

it('has its files at hand, but not among the downloads', async () => {
  expect((await library.downloads.toArray()).map(({ state, inPlace }) => [state, inPlace])).toEqual([
    ['done', true],
    ['done', true],
  ]);
  expect(await listDownloads()).toEqual([]);
});

it('is fetched by no rule, and none of its files is deleted by one', async () => {
  const all = { autoDownloadNewest: 5, keepNewest: 1, deleteAfterPlayed: true } as Parameters<
    typeof autoDownload
  >[1];
  await run({ kind: 'mark-played', episodeIds: [idOf(ids[0])], played: true });
  await autoDownload(podcastId, all);
  expect(await deleteExpired({ podcastId, all, playingId: null })).toEqual([]);
  await repairOffline();
  for (const channel of ['download:start', 'download:remove', 'media:prepare'] as const)
    expect(desktop.askedFor(channel)).toEqual([]);
  expect(await run({ kind: 'request-download', episodeId: idOf(ids[0]) })).toEqual(
    failure(appError('folder-file-missing')),
  );
});

it('lets go of what nobody touched when its file is gone, and keeps the rest as missing', async () => {
  await run({ kind: 'set-progress', episodeId: idOf(ids[0]), positionMs: 4000 });
  await holds(ids[2]);
  // Alike in title and date, and still another: identities are our own.
  expect(await listed()).toEqual([idOf(ids[0]), idOf(ids[2])].sort());
  expect(await listMissing(podcastId)).toEqual([idOf(ids[0])]);
  expect((await library.podcasts.get(podcastId))?.episodeCount).toBe(2);
  await holds(ids[0], ids[2]);
  expect(await listMissing(podcastId)).toEqual([]);
  expect((await library.progress.get(idOf(ids[0])))?.positionMs).toBe(4000);
});

it('forgets missing episodes when the user says so', async () => {
  await run({ kind: 'enqueue', episodeId: idOf(ids[0]), place: 'last' });
  await holds(ids[1]);
  expect(await run({ kind: 'forget-episodes', episodeIds: [idOf(ids[0])] })).toEqual(success(null));
  expect(await listed()).toEqual([idOf(ids[1])]);
  expect(await library.queue.count()).toBe(0);
  expect((await library.podcasts.get(podcastId))?.episodeCount).toBe(1);
});

it('loses nothing while its drive is away', async () => {
  desktop.answer('feed:fetch', () => failure(appError('show-folder-gone')));
  files = [];
  await refreshFeed(podcastId);
  expect(await listed()).toHaveLength(2);
  expect((await library.podcasts.get(podcastId))?.refreshError?.code).toBe('show-folder-gone');
  expect((await library.downloads.toArray()).every(({ state }) => state === 'missing')).toBe(true);
});

it('is known again when it is chosen once more, and forgotten when it could not be read', async () => {
  expect(await addFolder({ onProgress: () => undefined })).toEqual(success({ kind: 'already', podcastId }));
  expect(desktop.askedFor('folder:forget')).toEqual([]);
  await run({ kind: 'unsubscribe', podcastId });
  desktop.answer('feed:fetch', () => failure(appError('disk-denied')));
  expect(await addFolder({ onProgress: () => undefined })).toEqual(failure(appError('disk-denied')));
  expect(desktop.askedFor('folder:forget')).toHaveLength(2);
});

it('goes without a file of it, and stays out of exported lists', async () => {
  await exportOpml('Mine');
  expect(desktop.askedFor('feed:save-opml')).toEqual([{ title: 'Mine', outlines: [] }]);
  await run({ kind: 'unsubscribe', podcastId });
  expect(desktop.askedFor('folder:forget')).toEqual([{ podcastId }]);
  expect(desktop.askedFor('download:remove')).toEqual([]);
  expect(await library.downloads.count()).toBe(0);
  await compareWithFiles();
  expect(await library.downloads.count()).toBe(0);
});
