import { CirclePause, CirclePlay, FileAudio, HardDrive } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { runAndTell } from '../../episode-list/run-and-tell.ts';
import { useDownloadProgress } from '../../library/download-progress.ts';
import type { DownloadProgress } from '../../library/download-progress.ts';
import { useDownloadQueue } from '../../library/download-queue.ts';
import type { EpisodeListItem } from '../../library/rows.ts';
import { Button } from '../../ui/button.tsx';
import { size } from '../../words/format.ts';
import { lineWords } from './download-words.ts';

export interface DownloadsToolsProps {
  readonly items: readonly EpisodeListItem[];
  /** Brings in audio files of this computer. */
  readonly onImport: () => void;
}

/** All downloads in one line: what is here, what is coming and how fast; pausing and storage. */
export function DownloadsTools({ items, onImport }: DownloadsToolsProps) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const pausedAll = useDownloadQueue((queue) => queue.pausedAll);
  const isWaiting = items.some(({ download }) => download !== null && isUnfinished(download.state));
  const words = useTotals(items);
  return (
    <div className="page-tools">
      <span>{words}</span>
      <span className="page-tools-end">
        {(isWaiting || pausedAll) && (
          <Button
            tone="quiet"
            icon={pausedAll ? <CirclePlay /> : <CirclePause />}
            onClick={() => void runAndTell({ kind: 'pause-all-downloads', paused: !pausedAll })}
          >
            {pausedAll ? t('downloads.resumeAll') : t('downloads.pauseAll')}
          </Button>
        )}
        <Button tone="quiet" icon={<FileAudio />} onClick={onImport}>
          {t('importAudio.open')}
        </Button>
        <Button tone="quiet" icon={<HardDrive />} onClick={() => navigate('/storage')}>
          {t('storage.title')}
        </Button>
      </span>
    </div>
  );
}

function useTotals(items: readonly EpisodeListItem[]): string {
  const { t, i18n } = useTranslation();
  const live = useDownloadProgress();
  const { language } = i18n;
  const done = items.filter(({ download }) => download?.state === 'done');
  const doneBytes = done.reduce(
    (sum, { download }) => sum + (download?.totalBytes ?? download?.receivedBytes ?? 0),
    0,
  );
  const coming = items.filter(({ download }) => download?.state === 'downloading');
  const totals = totalsOf(coming.map(({ episode }) => live[episode.id]));
  return [
    ...(done.length > 0
      ? [t('downloads.summary', { count: done.length, size: size(t, doneBytes, language) })]
      : []),
    ...(coming.length > 0 ? [t('downloads.coming', { count: coming.length })] : []),
    ...(totals.bytesPerSecond > 0 ? lineWords(t, { ...totals, language }) : []),
  ].join(' · ');
}

/** The rest is known only where the size of every one is. */
function totalsOf(all: readonly (DownloadProgress | undefined)[]): {
  bytesPerSecond: number;
  restBytes: number | null;
} {
  const rests = all.map((progress) =>
    progress?.totalBytes === undefined ? null : progress.totalBytes - progress.receivedBytes,
  );
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const known = rests.filter((rest) => rest !== null);
  return {
    bytesPerSecond: sum(all.map((progress) => progress?.bytesPerSecond ?? 0)),
    restBytes: known.length === rests.length ? sum(known) : null,
  };
}

function isUnfinished(state: string): boolean {
  return state !== 'done' && state !== 'missing' && state !== 'failed';
}
