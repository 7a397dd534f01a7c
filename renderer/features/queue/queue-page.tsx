import { ListMusic, ListX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { episodeActions } from '../../episode-list/episode-actions.ts';
import { runAndTell } from '../../episode-list/run-and-tell.ts';
import { runWithUndo } from '../../episode-list/run-with-undo.ts';
import { listQueue } from '../../library/queue.ts';
import type { EpisodeListItem } from '../../library/rows.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useLiveQuery } from '../../ui/use-live-query.ts';
import { OrderedEpisodes } from './ordered-episodes.tsx';
import { PlaylistChips } from './playlist-chips.tsx';
import { summaryOf } from './summary-of.ts';

/** What plays next, in the user's order. */
export function QueuePage() {
  const { t } = useTranslation();
  const items = useLiveQuery('queue', listQueue);
  return (
    <div className="page">
      <h1 className="page-title">{t('queue.title')}</h1>
      <PlaylistChips openId={null} />
      {items?.length === 0 && (
        <EmptyState icon={<ListMusic />} title={t('queue.empty')} text={t('queue.emptyText')} />
      )}
      {items !== undefined && items.length > 0 && <Queue items={items} />}
    </div>
  );
}

function Queue({ items }: { readonly items: readonly EpisodeListItem[] }) {
  const { t } = useTranslation();
  const move = (item: EpisodeListItem, toIndex: number) => {
    const place = { title: item.episode.title, place: toIndex + 1, total: items.length };
    const command = { kind: 'move-in-queue', episodeId: item.episode.id, toIndex } as const;
    void runAndTell(command, t('queue.moved', place));
  };
  const clear = () => {
    const episodeIds = items.map(({ episode }) => episode.id);
    void runWithUndo({ kind: 'clear-queue' }, episodeIds, t('queue.cleared'));
  };
  return (
    <>
      <div className="page-tools">
        <span>{summaryOf(t, items)}</span>
        <span className="page-tools-end">
          <Button tone="quiet" icon={<ListX />} onClick={clear}>
            {t('queue.clear')}
          </Button>
        </span>
      </div>
      <OrderedEpisodes
        items={items}
        removeLabel={t('list.dequeue')}
        onPlay={(item) => episodeActions.play(item)}
        onRemove={(item) => episodeActions.queue(item)}
        onMove={move}
      />
    </>
  );
}
