/** Where a download stands. Every state is one the user can see and act on. */
export const downloadStates = [
  'queued',
  'downloading',
  'verifying',
  'paused',
  'waiting',
  'failed',
  'done',
  'missing',
] as const;

export type DownloadState = (typeof downloadStates)[number];
