import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { episodeActions } from '../../episode-list/episode-actions.ts';
import { rowName } from '../../episode-list/episode-words.ts';
import { placeOfKey } from '../../episode-list/place-of-key.ts';
import { rowAction } from '../../episode-list/row-keys.ts';
import type { EpisodeListItem } from '../../library/rows.ts';
import { useDragOrder } from '../../ui/use-drag-order.ts';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { QueueItem } from './queue-item.tsx';

export interface OrderedEpisodesProps {
  readonly items: readonly EpisodeListItem[];
  /** What the button says that takes an episode out. */
  readonly removeLabel: string;
  readonly onPlay: (item: EpisodeListItem) => void;
  readonly onRemove: (item: EpisodeListItem) => void;
  /** `toIndex` counts in the list without the item. */
  readonly onMove: (item: EpisodeListItem, toIndex: number) => void;
}

const keyOf = ({ episode }: EpisodeListItem): string => episode.id;

/** Episodes in an order the user can change by dragging, by buttons and by keys (Alt with the arrows, Home and End). */
export function OrderedEpisodes({ items, removeLabel, onPlay, onRemove, onMove }: OrderedEpisodesProps) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const move = (item: EpisodeListItem, toIndex: number) => {
    const isOutside = toIndex < 0 || toIndex >= items.length;
    if (!isOutside && toIndex !== items.indexOf(item)) onMove(item, toIndex);
  };
  const keys = items.map(keyOf);
  const { rowProps } = useDragOrder(keys, (key, toIndex) => onMove(items[keys.indexOf(key)]!, toIndex));
  const onKey = (item: EpisodeListItem, event: KeyboardEvent) => {
    const target = placeOfKey(event, items.indexOf(item), items.length);
    const action = rowAction(event);
    if (target !== null) move(item, target);
    else if (event.key === 'Delete') onRemove(item);
    else if (action === 'play') onPlay(item);
    else if (action !== null) episodeActions[action](item);
    else return false;
    return true;
  };
  return (
    <VirtualList
      label={t('list.episodes')}
      items={items}
      keyOf={keyOf}
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
          drag={rowProps(index)}
          removeLabel={removeLabel}
          onMove={(by) => move(item, index + by)}
          onPlay={() => onPlay(item)}
          onRemove={() => onRemove(item)}
        />
      )}
    />
  );
}
