import { useTranslation } from 'react-i18next';
import { useDownloadStatus } from '../../episode-list/download-status.ts';
import { useDownloadProgress } from '../../library/download-progress.ts';
import { holdOfRow, useDownloadQueue } from '../../library/download-queue.ts';
import type { DownloadRow, EpisodeListItem } from '../../library/rows.ts';
import { errorWords } from '../../words/error-words.ts';
import { downloadWords } from './download-words.ts';

export interface DownloadStateProps {
  readonly item: EpisodeListItem;
  readonly download: DownloadRow;
}

/** The state in words, with bytes, a bar while it moves, and the reason when it does not. */
export function DownloadState({ item, download }: DownloadStateProps) {
  const { t, i18n } = useTranslation();
  const status = useDownloadStatus(item.episode.id, download);
  const bytesPerSecond = useDownloadProgress((all) => all[item.episode.id]?.bytesPerSecond ?? null);
  const queue = useDownloadQueue();
  const hold = holdOfRow(queue, download);
  const facts = { download, status, hold, bytesPerSecond, language: i18n.language };
  // What holds all of them is said once, above the list.
  const isSaid = download.state === 'done' || download.error?.code === queue.held;
  const error = download.error === undefined || isSaid ? null : errorWords(t, download.error);
  return (
    <>
      <p className="download-words">{[item.podcast.title, ...downloadWords(t, facts)].join(' · ')}</p>
      {status.kind === 'active' && (
        <div
          className="download-bar"
          role="progressbar"
          aria-label={t('list.downloading', { title: item.episode.title })}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={status.share === null ? undefined : Math.round(status.share * 100)}
        >
          <span style={{ width: `${(status.share ?? 0) * 100}%` }} />
        </div>
      )}
      {error !== null && (
        <p className="download-error" role="alert">
          <strong>{error.title}.</strong> {error.advice}
        </p>
      )}
      {download.state === 'done' && download.unverified === true && (
        <p className="download-about">{t('downloads.unverifiedText')}</p>
      )}
    </>
  );
}
