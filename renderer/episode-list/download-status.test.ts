import { describe, expect, it } from 'vitest';
import type { DownloadRow } from '../library/rows.ts';
import { downloadStatus } from './download-status.ts';

const row = (change: Partial<DownloadRow>): DownloadRow => ({
  episodeId: 'a',
  state: 'downloading',
  receivedBytes: 10,
  requestedAt: 0,
  ...change,
});

describe('downloadStatus', () => {
  it('prefers the live bytes to those of the row', () => {
    const status = downloadStatus(row({ totalBytes: 100 }), { receivedBytes: 50, totalBytes: 100 });
    expect(status).toEqual({ kind: 'active', share: 0.5, received: 50, total: 100 });
  });

  it('does not pretend to know how far an unknown size has come', () => {
    expect(downloadStatus(row({}), undefined)).toMatchObject({ kind: 'active', share: null });
  });

  it('never passes the whole, whatever a server claimed', () => {
    expect(downloadStatus(row({ totalBytes: 5 }), undefined)).toMatchObject({ share: 1 });
  });

  it('offers another try for what failed and for a file that is gone', () => {
    expect(downloadStatus(row({ state: 'failed' }), undefined).kind).toBe('failed');
    expect(downloadStatus(row({ state: 'missing' }), undefined).kind).toBe('failed');
    expect(downloadStatus(row({ state: 'done' }), undefined).kind).toBe('done');
    expect(downloadStatus(null, undefined).kind).toBe('none');
  });
});
