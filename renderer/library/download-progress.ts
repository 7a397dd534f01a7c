import { createStore } from 'zustand/vanilla';

export interface DownloadProgress {
  readonly receivedBytes: number;
  readonly totalBytes?: number;
}

/** Bytes of the transfers under way, by episode id. Main sends at most four a second for each; rows change with the state only. */
export const downloadProgress = createStore<Readonly<Record<string, DownloadProgress>>>(() => ({}));
