import type { DownloadSnapshot } from '../download/download.ts';

type Heard = Pick<DownloadSnapshot, 'state' | 'receivedBytes' | 'totalBytes'>;

/** The downloads since the last time none was under way, by episode id. */
export interface DownloadTotal {
  readonly parts: Readonly<Record<string, Heard>>;
  /** One has failed, and the user has not looked since. */
  readonly failed: boolean;
}

/** What a dock or taskbar shows. `share` is 0 to 1; null: under way, and nobody knows how long. */
export type DownloadBar =
  { readonly kind: 'none' | 'failed' } | { readonly kind: 'running'; readonly share: number | null };

export const noDownloads: DownloadTotal = { parts: {}, failed: false };

/** What is finished counts until nothing is left to do, so that the bar never goes back. */
export function addSnapshot(total: DownloadTotal, snapshot: DownloadSnapshot): DownloadTotal {
  const { episodeId, state, receivedBytes, totalBytes } = snapshot;
  const heard = { state, receivedBytes, ...(totalBytes !== undefined && { totalBytes }) };
  const parts = { ...total.parts, [episodeId]: heard };
  const failed = state === 'downloading' ? false : total.failed || state === 'failed';
  const isUnderWay = Object.values(parts).some((part) => mayGoOn(part.state));
  return { parts: isUnderWay ? parts : {}, failed };
}

/** The user has looked: a failure is told in the window. */
export function seeDownloads(total: DownloadTotal): DownloadTotal {
  return { ...total, failed: false };
}

/** Bytes over bytes; a download of unknown length counts as long as the others are on average. */
export function downloadBar({ parts, failed }: DownloadTotal): DownloadBar {
  const counted = Object.values(parts).filter(({ state }) => mayGoOn(state) || state === 'done');
  if (!counted.some(({ state }) => state === 'downloading' || state === 'verifying'))
    return { kind: failed ? 'failed' : 'none' };
  const lengths = counted.flatMap(({ totalBytes }) => (totalBytes === undefined ? [] : [totalBytes]));
  if (lengths.length === 0) return { kind: 'running', share: null };
  const usual = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const received = counted.reduce((sum, part) => sum + receivedOf(part, usual), 0);
  return { kind: 'running', share: Math.min(1, received / (usual * counted.length)) };
}

function receivedOf({ state, receivedBytes, totalBytes }: Heard, usual: number): number {
  const length = totalBytes ?? usual;
  return state === 'done' ? length : Math.min(receivedBytes, length);
}

/** Paused ones wait for the user, not for us. */
function mayGoOn(state: Heard['state']): boolean {
  return state === 'queued' || state === 'downloading' || state === 'waiting' || state === 'verifying';
}
