import { describe, expect, it } from 'vitest';
import type { DownloadSnapshot } from '../../core/download/download.ts';
import { compareDownloads } from './compare-downloads.ts';
import type { DownloadRow } from './rows.ts';

const now = 2_000;
const row = (state: DownloadRow['state'], more: Partial<DownloadRow> = {}): DownloadRow => ({
  episodeId: 'p-1',
  state,
  receivedBytes: 0,
  requestedAt: 1_000,
  ...more,
});
const file: DownloadSnapshot = {
  episodeId: 'p-1',
  state: 'done',
  receivedBytes: 9,
  totalBytes: 9,
  fileName: 'a.mp3',
};

describe('compareDownloads', () => {
  it('learns that a transfer ended while the window was away', () => {
    expect(compareDownloads([row('downloading')], [file], now)).toEqual({
      write: [{ ...file, requestedAt: 1_000, doneAt: now }],
      restart: [],
      unknown: [],
    });
  });

  it('writes nothing when all is as it was', () => {
    const done = row('done', { receivedBytes: 9, totalBytes: 9, fileName: 'a.mp3', doneAt: 1_500 });
    expect(compareDownloads([done], [file], now).write).toEqual([]);
  });

  it('keeps the row of a vanished file and says so', () => {
    const done = row('done', { fileName: 'a.mp3', doneAt: 1_500 });
    expect(compareDownloads([done], [], now).write).toEqual([
      { ...done, state: 'missing', error: { code: 'audio-missing' } },
    ]);
  });

  it('starts again what the user waits for, and leaves failures to the user', () => {
    const rows = [row('queued'), row('failed', { episodeId: 'p-2' })];
    expect(compareDownloads(rows, [], now)).toEqual({ write: [], restart: ['p-1'], unknown: [] });
  });

  it('reports files without a row', () => {
    expect(compareDownloads([], [file], now).unknown).toEqual([file]);
  });

  it('forgets an error that no longer holds', () => {
    const failed = row('failed', { error: { code: 'network-timeout' } });
    const [next] = compareDownloads([failed], [file], now).write;
    expect(next).not.toHaveProperty('error');
  });
});
