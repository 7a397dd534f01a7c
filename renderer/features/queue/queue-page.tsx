import { ListMusic } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { episodeActions } from '../../episode-list/episode-actions.ts';
import { rowName } from '../../episode-list/episode-words.ts';
import { rowAction } from '../../episode-list/row-keys.ts';
import { runAndTell } from '../../episode-list/run-and-tell.ts';
import { listQueue } from '../../library/queue.ts';
import type { EpisodeListItem } from '../../library/rows.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useLiveQuery } from '../../ui/use-live-query.ts';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { duration } from '../../words/format.ts';
import { QueueItem } from './queue-item.tsx';

const moves: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 };

/** What plays next, in the user's order. */
export function QueuePage() {
  const { t } = useTranslation();
  const items = useLiveQuery('queue', listQueue);
  return (
    <div className="page">
      <h1 className="page-title">{t('queue.title')}</h1>
      {items?.length === 0 && (
        <EmptyState icon={<ListMusic />} title={t('queue.empty')} text={t('queue.emptyText')} />
      )}
      {items !== undefined && items.length > 0 && <Queue items={items} />}
    </div>
  );
}

function Queue({ items }: { readonly items: readonly EpisodeListItem[] }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const move = (item: EpisodeListItem, by: -1 | 1) => {
    const from = items.indexOf(item);
    const to = from + by;
    if (to < 0 || to >= items.length) return;
    const place = { title: item.episode.title, place: to + 1, total: items.length };
    const done = t('queue.moved', place);
    void runAndTell({ kind: 'move-in-queue', episodeId: item.episode.id, toIndex: to }, done);
  };
  const onKey = (item: EpisodeListItem, event: KeyboardEvent) => {
    const by = event.altKey ? moves[event.key] : undefined;
    const action = rowAction(event);
    if (by !== undefined) move(item, by);
    else if (event.key === 'Delete') episodeActions.queue(item);
    else if (action !== null) episodeActions[action](item);
    else return false;
    return true;
  };
  return (
    <>
      <p className="page-tools">{summary(t, items)}</p>
      <VirtualList
        label={t('list.episodes')}
        items={items}
        keyOf={({ episode }) => episode.id}
        nameOf={(item) => rowName(t, item)}
        rowHeight={83}
        onOpen={({ episode }) => navigate(`/episode/${episode.id}`)}
        onKey={onKey}
        renderItem={(item, active, index) => (
          <QueueItem
            item={item}
            place={index + 1}
            isFirst={index === 0}
            isLast={index === items.length - 1}
            tabIndex={active ? 0 : -1}
            onMove={(by) => move(item, by)}
          />
        )}
      />
    </>
  );
}

function summary(t: ReturnType<typeof useTranslation>['t'], items: readonly EpisodeListItem[]): string {
  const left = items.reduce((sum, { episode, progress }) => {
    return sum + Math.max(0, (episode.durationMs ?? 0) - (progress?.positionMs ?? 0));
  }, 0);
  const episodes = t('common.episodes', { count: items.length });
  return left === 0 ? episodes : t('queue.summary', { episodes, length: duration(t, left) });
}
