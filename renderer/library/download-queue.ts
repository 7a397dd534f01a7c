import { create } from 'zustand';
import type { DownloadMove, DownloadQueueState } from '../../core/download/download.ts';
import { holdOf } from '../../core/download/queue-holds.ts';
import type { HoldReason } from '../../core/download/queue-holds.ts';
import type { Result } from '../../core/result.ts';
import type { RequestResult } from '../../core/ipc/contract.ts';
import { listen, request } from '../desktop/client.ts';
import { forgetArtwork } from './load-artwork.ts';
import type { DownloadRow } from './rows.ts';

interface DownloadQueue extends DownloadQueueState {
  /** The latest of a move to another folder; null when there was none. */
  readonly move: DownloadMove | null;
}

/** What makes all downloads wait, as the main process tells. */
export const useDownloadQueue = create<DownloadQueue>(() => ({
  pausedAll: false,
  rule: null,
  moving: false,
  held: null,
  move: null,
}));

/** Follows the queue from now on; the answer stops it. */
export function followDownloadQueue(): () => void {
  const stops = [
    listen('download:queue', (state) => useDownloadQueue.setState(state)),
    listen('download:moved', (move) => useDownloadQueue.setState({ move })),
  ];
  void request('download:queue-state', {}).then((state) => {
    if (state.ok) useDownloadQueue.setState(state.value);
  });
  return () => {
    for (const stop of stops) stop();
  };
}

/** Why it is not the turn of a download that could run; null when nothing but the order holds it. */
export function holdOfRow(queue: DownloadQueueState, row: DownloadRow): HoldReason | null {
  if (row.state !== 'queued' && row.state !== 'paused') return null;
  const pausedByHand = row.state === 'paused' && row.error === undefined;
  return holdOf(queue, { pausedByHand, anyway: row.anyway === true });
}

export type DownloadConditions = RequestResult<'download:conditions'>;
export type DownloadStorage = RequestResult<'download:storage'>;

/** What the system tells of power and network. */
export function readDownloadConditions(): Promise<Result<DownloadConditions>> {
  return request('download:conditions', {});
}

/** Room on the disk, what lies in folders used before, bytes of kept pictures. */
export function readDownloadStorage(): Promise<Result<DownloadStorage>> {
  return request('download:storage', {});
}

/** Moves what lies in folders used before to the present one; `useDownloadQueue` tells how far it has come. */
export function moveDownloads(): Promise<Result<object>> {
  return request('download:move', {});
}

export function stopMovingDownloads(): Promise<Result<object>> {
  return request('download:stop-moving', {});
}

/** Empties the cache of pictures, but for those of downloaded episodes. */
export async function clearPictures(): Promise<Result<object>> {
  const cleared = await request('artwork:clear', {});
  forgetArtwork();
  return cleared;
}
