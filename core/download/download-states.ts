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

/** What the user's settings make downloads wait for: mains power, or a network that is not paid by the byte. */
export const ruleHolds = ['battery', 'metered'] as const;

export type RuleHold = (typeof ruleHolds)[number];
