import { Download } from 'lucide-react';
import i18next from 'i18next';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { episodeActions } from '../../episode-list/episode-actions.ts';
import { rowName } from '../../episode-list/episode-words.ts';
import { placeOfKey } from '../../episode-list/place-of-key.ts';
import { rowAction } from '../../episode-list/row-keys.ts';
import { runAndTell } from '../../episode-list/run-and-tell.ts';
import { holdOfRow, useDownloadQueue } from '../../library/download-queue.ts';
import { listDownloads } from '../../library/downloads.ts';
import type { EpisodeListItem } from '../../library/rows.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useDragOrder } from '../../ui/use-drag-order.ts';
import { useLiveQuery } from '../../ui/use-live-query.ts';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { DownloadItem } from './download-item.tsx';
import { DownloadsTools } from './downloads-tools.tsx';
import { QueueNotice } from './queue-notice.tsx';

/** What is on its way, in the order of turns, and what is here. */
export function DownloadsPage({ onImport }: { readonly onImport: () => void }) {
  const { t } = useTranslation();
  const items = useLiveQuery('downloads', listDownloads);
  return (
    <div className="page">
      <h1 className="page-title">{t('downloads.title')}</h1>
      {items !== undefined && <DownloadsTools items={items} onImport={onImport} />}
      <QueueNotice />
      {items?.length === 0 && (
        <EmptyState icon={<Download />} title={t('downloads.empty')} text={t('downloads.emptyText')} />
      )}
      {items !== undefined && items.length > 0 && <Downloads items={items} />}
    </div>
  );
}

const keyOf = ({ episode }: EpisodeListItem): string => episode.id;

function Downloads({ items }: { readonly items: readonly EpisodeListItem[] }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const takingTurns = items.filter(({ download }) => download?.doneAt === undefined);
  const move = (from: number, to: number) => moveDownload(takingTurns, from, to);
  const keys = takingTurns.map(keyOf);
  const { rowProps } = useDragOrder(keys, (key, to) => move(keys.indexOf(key), to));
  const onKey = (item: EpisodeListItem, event: KeyboardEvent) => {
    const place = takingTurns.indexOf(item);
    const target = place < 0 ? null : placeOfKey(event, place, takingTurns.length);
    const action = rowAction(event);
    if (target !== null) move(place, target);
    else if (event.shiftKey && event.code === 'KeyP' && place >= 0) pauseOrGoOn(item);
    else if (action !== null) episodeActions[action](item);
    else return false;
    return true;
  };
  const heading = (index: number): string | null => {
    if (index !== 0 && index !== takingTurns.length) return null;
    return index < takingTurns.length ? t('downloads.active') : t('downloads.finished');
  };
  return (
    <VirtualList
      label={t('list.episodes')}
      items={items}
      keyOf={keyOf}
      nameOf={(item) => rowName(t, item)}
      rowHeight={88}
      onOpen={({ episode }) => navigate(`/episode/${episode.id}`)}
      onKey={onKey}
      renderItem={(item, active, index) => {
        const title = heading(index);
        const takesTurn = index < takingTurns.length;
        return (
          <>
            {title !== null && <h2 className="episode-day">{title}</h2>}
            <DownloadItem
              item={item}
              tabIndex={active ? 0 : -1}
              onFirst={takesTurn && index > 0 ? () => move(index, 0) : null}
              {...(takesTurn ? { drag: rowProps(index) } : {})}
            />
          </>
        );
      }}
    />
  );
}

/** `to` counts without the moved one. */
function moveDownload(items: readonly EpisodeListItem[], from: number, to: number): void {
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length || to === from) return;
  const before = items.toSpliced(from, 1)[to]?.episode.id ?? null;
  const { t } = i18next;
  const place = { title: item.episode.title, place: to + 1, total: items.length };
  void runAndTell({ kind: 'place-download', episodeId: item.episode.id, before }, t('queue.moved', place));
}

function pauseOrGoOn({ episode, download }: EpisodeListItem): void {
  if (download === null) return;
  const isHeld = holdOfRow(useDownloadQueue.getState(), download) !== null;
  void runAndTell({ kind: isHeld ? 'resume-download' : 'pause-download', episodeId: episode.id });
}
