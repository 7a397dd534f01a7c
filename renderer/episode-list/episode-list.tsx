import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { KeyboardEvent } from 'react';
import type { EpisodeListItem } from '../library/rows.ts';
import { VirtualList } from '../ui/virtual-list.tsx';
import { dayName, startOfDay } from '../words/format.ts';
import { episodeActions } from './episode-actions.ts';
import { EpisodeRow } from './episode-row.tsx';
import { rowName } from './episode-words.ts';
import { rowAction } from './row-keys.ts';

export interface EpisodeListProps {
  readonly items: readonly EpisodeListItem[];
  /** Name of the list; `Episodes` when not given. */
  readonly label?: string;
  /** Length of the whole list when `items` is its beginning. */
  readonly total?: number | undefined;
  /** A heading above the first episode of each day. */
  readonly byDay?: boolean;
  readonly ofOneShow?: boolean;
  readonly onEndNear?: () => void;
  readonly onWhole?: (() => void) | undefined;
  /** Plays or pauses an episode of this list, where that means more than the episode alone. */
  readonly onPlay?: (item: EpisodeListItem) => void;
}

/** Episodes as every screen lists them: virtual, with one tab stop and a key for everything. */
export function EpisodeList(props: EpisodeListProps) {
  const { items, label, total, byDay = false, ofOneShow = false, onEndNear, onWhole } = props;
  const onPlay = props.onPlay ?? ((item: EpisodeListItem) => episodeActions.play(item));
  const { t, i18n } = useTranslation();
  const [, navigate] = useLocation();
  const now = Date.now();
  const heading = (index: number): string | null => {
    const at = items[index]?.episode.sortAt;
    if (!byDay || at === undefined) return null;
    const before = items[index - 1]?.episode.sortAt;
    if (before !== undefined && startOfDay(before) === startOfDay(at)) return null;
    return dayName(t, { at, now, language: i18n.language });
  };
  return (
    <VirtualList
      label={label ?? t('list.episodes')}
      items={items}
      total={total}
      keyOf={({ episode }) => episode.id}
      nameOf={(item) => rowName(t, item)}
      rowHeight={ofOneShow ? 84 : 89}
      onOpen={({ episode }) => navigate(`/episode/${episode.id}`)}
      onKey={(item, event) => actOnKey(item, event, onPlay)}
      onWhole={onWhole}
      {...(onEndNear !== undefined && { onEndNear })}
      renderItem={(item, active, index) => {
        const day = heading(index);
        return (
          <>
            {day !== null && <h2 className="episode-day">{day}</h2>}
            <EpisodeRow
              item={item}
              active={active}
              ofOneShow={ofOneShow}
              dated={!byDay}
              now={now}
              onPlay={onPlay}
            />
          </>
        );
      }}
    />
  );
}

function actOnKey(
  item: EpisodeListItem,
  event: KeyboardEvent,
  onPlay: (item: EpisodeListItem) => void,
): boolean {
  const action = rowAction(event);
  if (action === 'play') onPlay(item);
  else if (action !== null) episodeActions[action](item);
  return action !== null;
}
