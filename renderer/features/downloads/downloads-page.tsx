import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { episodeActions } from '../../episode-list/episode-actions.ts';
import { rowName } from '../../episode-list/episode-words.ts';
import { rowAction } from '../../episode-list/row-keys.ts';
import { listDownloads } from '../../library/downloads.ts';
import type { EpisodeListItem } from '../../library/rows.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useLiveQuery } from '../../ui/use-live-query.ts';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { size } from '../../words/format.ts';
import { DownloadItem } from './download-item.tsx';

/** What is on its way and what is here. */
export function DownloadsPage() {
  const { t } = useTranslation();
  const items = useLiveQuery('downloads', listDownloads);
  return (
    <div className="page">
      <h1 className="page-title">{t('downloads.title')}</h1>
      {items?.length === 0 && (
        <EmptyState icon={<Download />} title={t('downloads.empty')} text={t('downloads.emptyText')} />
      )}
      {items !== undefined && items.length > 0 && <Downloads items={items} />}
    </div>
  );
}

function Downloads({ items }: { readonly items: readonly EpisodeListItem[] }) {
  const { t, i18n } = useTranslation();
  const [, navigate] = useLocation();
  const done = items.filter(({ download }) => download?.state === 'done');
  const bytes = done.reduce(
    (sum, { download }) => sum + (download?.totalBytes ?? download?.receivedBytes ?? 0),
    0,
  );
  const isFinished = (index: number) => items[index]?.download?.state === 'done';
  const heading = (index: number): string | null => {
    if (index > 0 && isFinished(index) === isFinished(index - 1)) return null;
    return isFinished(index) ? t('downloads.finished') : t('downloads.active');
  };
  return (
    <>
      {done.length > 0 && (
        <p className="page-tools">
          {t('downloads.summary', { count: done.length, size: size(t, bytes, i18n.language) })}
        </p>
      )}
      <VirtualList
        label={t('list.episodes')}
        items={items}
        keyOf={({ episode }) => episode.id}
        nameOf={(item) => rowName(t, item)}
        rowHeight={88}
        onOpen={({ episode }) => navigate(`/episode/${episode.id}`)}
        onKey={(item, event) => {
          const action = rowAction(event);
          if (action !== null) episodeActions[action](item);
          return action !== null;
        }}
        renderItem={(item, active, index) => {
          const title = heading(index);
          return (
            <>
              {title !== null && <h2 className="episode-day">{title}</h2>}
              <DownloadItem item={item} tabIndex={active ? 0 : -1} />
            </>
          );
        }}
      />
    </>
  );
}
