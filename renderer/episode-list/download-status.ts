import type { DownloadProgress } from '../library/download-progress.ts';
import { useDownloadProgress } from '../library/download-progress.ts';
import type { DownloadRow } from '../library/rows.ts';

export type DownloadStatus =
  | { readonly kind: 'none' }
  /** `share` 0 to 1, `null` while the size is not known. */
  | {
      readonly kind: 'active';
      readonly share: number | null;
      readonly received: number;
      readonly total: number | null;
    }
  | { readonly kind: 'failed' }
  | { readonly kind: 'done' };

/** What a download row and its live bytes come to, for a button that can do one thing. */
export function downloadStatus(row: DownloadRow | null, live: DownloadProgress | undefined): DownloadStatus {
  if (row === null) return { kind: 'none' };
  if (row.state === 'done') return { kind: 'done' };
  if (row.state === 'failed' || row.state === 'missing') return { kind: 'failed' };
  const received = live?.receivedBytes ?? row.receivedBytes;
  const total = live?.totalBytes ?? row.totalBytes ?? null;
  return {
    kind: 'active',
    received,
    total,
    share: total === null || total === 0 ? null : Math.min(1, received / total),
  };
}

/** The same, following the bytes as they arrive. */
export function useDownloadStatus(episodeId: string, row: DownloadRow | null): DownloadStatus {
  const live = useDownloadProgress((all) => all[episodeId]);
  return downloadStatus(row, live);
}
