import { describe, expect, it } from 'vitest';
import type { DownloadSnapshot } from '../download/download.ts';
import { addSnapshot, downloadBar, noDownloads, seeDownloads } from './download-total.ts';

type Step = [episodeId: string, state: DownloadSnapshot['state'], receivedBytes: number, totalBytes?: number];

const after = (...steps: readonly Step[]) =>
  steps.reduce(
    (total, [episodeId, state, receivedBytes, totalBytes]) =>
      addSnapshot(total, {
        episodeId,
        state,
        receivedBytes,
        ...(totalBytes !== undefined && { totalBytes }),
      }),
    noDownloads,
  );

describe('downloadBar', () => {
  it('is away when nothing is under way', () => {
    expect(downloadBar(noDownloads)).toEqual({ kind: 'none' });
    expect(downloadBar(after(['a', 'queued', 0]))).toEqual({ kind: 'none' });
    expect(downloadBar(after(['a', 'downloading', 5, 10], ['a', 'paused', 5, 10]))).toEqual({ kind: 'none' });
  });

  it('counts bytes over all, those that wait their turn included', () => {
    const total = after(['a', 'downloading', 30, 100], ['b', 'queued', 0, 100]);
    expect(downloadBar(total)).toEqual({ kind: 'running', share: 0.15 });
  });

  it('never goes back when one of them is done', () => {
    const total = after(['a', 'downloading', 99, 100], ['b', 'downloading', 0, 100], ['a', 'done', 100, 100]);
    expect(downloadBar(total)).toEqual({ kind: 'running', share: 0.5 });
  });

  it('begins anew when all are done', () => {
    const total = after(['a', 'downloading', 9, 10], ['a', 'done', 10, 10], ['b', 'downloading', 1, 10]);
    expect(downloadBar(total)).toEqual({ kind: 'running', share: 0.1 });
  });

  it('takes one of unknown length to be as long as the others, and says so when all are', () => {
    expect(downloadBar(after(['a', 'downloading', 50, 100], ['b', 'downloading', 500]))).toEqual({
      kind: 'running',
      share: 0.75,
    });
    expect(downloadBar(after(['a', 'downloading', 50]))).toEqual({ kind: 'running', share: null });
  });

  it('shows a failure until the user looks or the next one runs', () => {
    const failed = after(['a', 'downloading', 5, 10], ['a', 'failed', 5, 10]);
    expect(downloadBar(failed)).toEqual({ kind: 'failed' });
    expect(downloadBar(seeDownloads(failed))).toEqual({ kind: 'none' });
    const next = { episodeId: 'b', state: 'downloading', receivedBytes: 0, totalBytes: 8 } as const;
    expect(downloadBar(addSnapshot(failed, next))).toEqual({ kind: 'running', share: 0 });
  });
});
