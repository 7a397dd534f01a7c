import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../core/app-error.ts';
import { AllowPlain } from '../../episode-list/allow-plain.tsx';
import { run } from '../../library/commands.ts';
import type { DownloadRow, EpisodeView } from '../../library/rows.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import { errorWords } from '../../words/error-words.ts';
import { FolderTrouble } from './folder-trouble.tsx';

/** Why the download stopped, and the way to try it again; a paused one goes on by itself. */
export function DownloadTrouble({ view }: { readonly view: EpisodeView }): ReactNode {
  const { t } = useTranslation();
  const { episode, podcast, download } = view;
  const error = download === null ? null : troubleOf(download);
  if (error === null) return null;
  const { title, advice } = errorWords(t, error);
  if (download?.inPlace)
    return <FolderTrouble episodeId={episode.id} podcastId={episode.podcastId} error={error} />;
  return (
    <Message tone="failure" title={title} advice={advice}>
      {error.code === 'audio-unencrypted' && <AllowPlain podcastId={podcast.id} />}
      {error.code !== 'audio-unencrypted' && download?.state !== 'paused' && (
        <Button onClick={() => void run({ kind: 'request-download', episodeId: episode.id })}>
          {t('list.retryDownload')}
        </Button>
      )}
    </Message>
  );
}

function troubleOf({ state, error, inPlace }: DownloadRow): Pick<AppError, 'code'> | null {
  if (state === 'missing' && inPlace) return error ?? { code: 'folder-file-missing' };
  if (state === 'missing') return { code: 'file-missing' };
  if (state === 'paused') return error ?? null;
  if (state === 'failed') return error ?? { code: 'unexpected' };
  return null;
}
