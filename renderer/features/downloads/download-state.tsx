import { useTranslation } from 'react-i18next';
import type { DownloadStatus } from '../../episode-list/download-status.ts';
import { useDownloadStatus } from '../../episode-list/download-status.ts';
import type { DownloadRow, EpisodeListItem } from '../../library/rows.ts';
import { errorWords } from '../../words/error-words.ts';
import { size } from '../../words/format.ts';

export interface DownloadStateProps {
  readonly item: EpisodeListItem;
  readonly download: DownloadRow;
}

type Translate = ReturnType<typeof useTranslation>['t'];

/** The state in words, with bytes, a bar while it moves, and the reason when it does not. */
export function DownloadState({ item, download }: DownloadStateProps) {
  const { t, i18n } = useTranslation();
  const status = useDownloadStatus(item.episode.id, download);
  const bytes = bytesWords(t, { status, download, language: i18n.language });
  const parts = [item.podcast.title, stateWords(t, download, i18n.language), bytes].filter(
    (part) => part !== '',
  );
  const error = download.error === undefined ? null : errorWords(t, download.error);
  return (
    <>
      <p className="download-words">{parts.join(' · ')}</p>
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
      {error !== null && download.state !== 'done' && (
        <p className="download-error" role="alert">
          <strong>{error.title}.</strong> {error.advice}
        </p>
      )}
      {download.state === 'missing' && error === null && (
        <p className="download-error" role="alert">
          {t('downloads.missingText')}
        </p>
      )}
    </>
  );
}

function stateWords(t: Translate, download: DownloadRow, language: string): string {
  if (download.state !== 'waiting') return t(`downloads.state.${download.state}`);
  if (download.retryAt === undefined) return t('downloads.state.waitingSoon');
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' });
  return t('downloads.state.waiting', { when: time.format(download.retryAt) });
}

interface BytesInput {
  readonly status: DownloadStatus;
  readonly download: DownloadRow;
  readonly language: string;
}

function bytesWords(t: Translate, { status, download, language }: BytesInput): string {
  if (status.kind === 'done') return size(t, download.totalBytes ?? download.receivedBytes, language);
  if (status.kind !== 'active' || status.received === 0) return '';
  const received = size(t, status.received, language);
  if (status.total === null) return received;
  return t('downloads.bytes', { received, total: size(t, status.total, language) });
}
