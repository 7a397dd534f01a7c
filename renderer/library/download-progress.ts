import { create } from 'zustand';
import type { DownloadSnapshot } from '../../core/download/download.ts';
import { measureSpeed } from '../../core/download/transfer-speed.ts';
import type { TransferSpeed } from '../../core/download/transfer-speed.ts';

export interface DownloadProgress {
  readonly receivedBytes: number;
  readonly totalBytes?: number;
  /** While bytes arrive, once it can be told. */
  readonly bytesPerSecond?: number;
}

/** Bytes of the transfers under way, by episode id. Rows change with the state only. */
export const useDownloadProgress = create<Readonly<Record<string, DownloadProgress>>>(() => ({}));

/** However many transfers report, the screen changes this often (ms). */
const flushEveryMs = 250;

const speeds = new Map<string, TransferSpeed>();
let waiting: Record<string, DownloadProgress | null> | null = null;

/** Shows the latest bytes of a transfer, a moment later together with those of the others; forgets a transfer that has ended. */
export function showProgress({ episodeId, state, receivedBytes, totalBytes }: DownloadSnapshot): void {
  const ended = state === 'done' || state === 'failed' || state === 'missing';
  if (state === 'downloading')
    speeds.set(episodeId, measureSpeed(speeds.get(episodeId), receivedBytes, performance.now()));
  else speeds.delete(episodeId);
  const bytesPerSecond = speeds.get(episodeId)?.bytesPerSecond ?? null;
  hold(
    episodeId,
    ended
      ? null
      : {
          receivedBytes,
          ...(totalBytes === undefined ? {} : { totalBytes }),
          ...(bytesPerSecond === null ? {} : { bytesPerSecond }),
        },
  );
}

export function forgetProgress(episodeId: string): void {
  speeds.delete(episodeId);
  hold(episodeId, null);
}

function hold(episodeId: string, progress: DownloadProgress | null): void {
  if (waiting === null) {
    waiting = {};
    setTimeout(flush, flushEveryMs);
  }
  waiting[episodeId] = progress;
}

function flush(): void {
  const known = Object.entries({ ...useDownloadProgress.getState(), ...waiting });
  waiting = null;
  const current = known.filter((entry): entry is [string, DownloadProgress] => entry[1] !== null);
  useDownloadProgress.setState(Object.fromEntries(current), true);
}
