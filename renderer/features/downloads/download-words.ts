import type { TFunction } from 'i18next';
import { remainingMs } from '../../../core/download/transfer-speed.ts';
import type { HoldReason } from '../../../core/download/queue-holds.ts';
import type { DownloadStatus } from '../../episode-list/download-status.ts';
import type { DownloadRow } from '../../library/rows.ts';
import { duration, size, timeOfDay } from '../../words/format.ts';

export interface DownloadFacts {
  readonly download: DownloadRow;
  readonly status: DownloadStatus;
  readonly hold: HoldReason | null;
  readonly bytesPerSecond: number | null;
  readonly language: string;
}

/** How a download stands, in a few words each: state or reason, bytes, speed, time that remains. */
export function downloadWords(t: TFunction, facts: DownloadFacts): string[] {
  return [stateWords(t, facts), bytesWords(t, facts), ...speedWords(t, facts)].filter((part) => part !== '');
}

function stateWords(t: TFunction, { download, hold, language }: DownloadFacts): string {
  // What holds all of them is said once, above the list.
  const reason = hold === 'all' ? 'by-hand' : hold;
  if (reason !== null && download.error === undefined) return t(`downloads.hold.${reason}`);
  if (download.state === 'done' && download.unverified === true) return t('downloads.state.unverified');
  if (download.state === 'paused' && download.error?.code === 'network-offline')
    return t('downloads.hold.offline');
  if (download.state !== 'waiting') return t(`downloads.state.${download.state}`);
  if (download.retryAt === undefined) return t('downloads.state.waitingSoon');
  return t('downloads.state.waiting', { when: timeOfDay(download.retryAt, language) });
}

function bytesWords(t: TFunction, { status, download, language }: DownloadFacts): string {
  if (status.kind === 'done') return size(t, download.totalBytes ?? download.receivedBytes, language);
  if (status.kind !== 'active' || status.received === 0) return '';
  const received = size(t, status.received, language);
  if (status.total === null) return received;
  return t('downloads.bytes', { received, total: size(t, status.total, language) });
}

function speedWords(t: TFunction, { status, download, bytesPerSecond, language }: DownloadFacts): string[] {
  if (download.state !== 'downloading' || status.kind !== 'active' || bytesPerSecond === null) return [];
  const rest = status.total === null ? null : status.total - status.received;
  return lineWords(t, { bytesPerSecond, restBytes: rest, language });
}

/** Speed, and the time until the rest has come where it can be told. */
export function lineWords(
  t: TFunction,
  line: { bytesPerSecond: number; restBytes: number | null; language: string },
): string[] {
  const { bytesPerSecond, restBytes, language } = line;
  const left = remainingMs(restBytes, bytesPerSecond);
  const speed = t('downloads.speed', { size: size(t, bytesPerSecond, language) });
  return left === null ? [speed] : [speed, t('downloads.left', { time: duration(t, left) })];
}
