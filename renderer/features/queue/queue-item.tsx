import { ChevronDown, ChevronUp, Pause, Play, X } from 'lucide-react';
import type { HTMLAttributes } from 'react';
import { useTranslation } from 'react-i18next';
import { Cover } from '../../episode-list/cover.tsx';
import { EpisodeTitleLink } from '../../episode-list/episode-title-link.tsx';
import { useIsCurrent, useIsPlaying } from '../../episode-list/episode-actions.ts';
import { lengthWords } from '../../episode-list/episode-words.ts';
import type { EpisodeListItem } from '../../library/rows.ts';
import { classNames } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import './queue-item.css';

export interface QueueItemProps {
  readonly item: EpisodeListItem;
  readonly place: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly tabIndex: 0 | -1;
  readonly onMove: (by: -1 | 1) => void;
  readonly onPlay: () => void;
  readonly onRemove: () => void;
  /** What the button says that takes it out. */
  readonly removeLabel: string;
  /** What makes the row one that can be dragged. */
  readonly drag: HTMLAttributes<HTMLElement>;
}

/** One episode of the queue, with what moves it. */
export function QueueItem(props: QueueItemProps) {
  const { t } = useTranslation();
  const { item, place, tabIndex, drag } = props;
  const { episode, podcast } = item;
  const current = useIsCurrent(episode.id);
  const length = lengthWords(t, item);
  return (
    <div className={classNames('episode-row', 'queue-item', current && 'episode-row-current')} {...drag}>
      <span className="queue-place" aria-hidden="true">
        {place}
      </span>
      <span className="episode-row-cover">
        <Cover imageUrl={podcast.imageUrl} feedUrl={podcast.feedUrl} name={podcast.title} />
      </span>
      <div className="episode-row-text">
        <EpisodeTitleLink item={item} tabIndex={tabIndex} />
        <p className="queue-about">{length === '' ? podcast.title : `${podcast.title} · ${length}`}</p>
      </div>
      <QueueActions {...props} />
    </div>
  );
}

function QueueActions(props: QueueItemProps) {
  const { item, isFirst, isLast, tabIndex, onMove, onPlay, onRemove, removeLabel } = props;
  const { t } = useTranslation();
  const playing = useIsPlaying(item.episode.id);
  const buttons = [
    {
      label: t('queue.moveUp'),
      hint: 'Alt+↑',
      icon: <ChevronUp />,
      disabled: isFirst,
      onClick: () => onMove(-1),
    },
    {
      label: t('queue.moveDown'),
      hint: 'Alt+↓',
      icon: <ChevronDown />,
      disabled: isLast,
      onClick: () => onMove(1),
    },
    { label: removeLabel, hint: 'Del', icon: <X />, onClick: onRemove },
    {
      label: playing ? t('list.pause') : t('list.play'),
      hint: 'P',
      icon: playing ? <Pause /> : <Play />,
      onClick: onPlay,
    },
  ];
  return (
    <div className="row-actions">
      {buttons.map(({ icon, ...button }) => (
        <IconButton key={button.hint} tabIndex={tabIndex} {...button}>
          {icon}
        </IconButton>
      ))}
    </div>
  );
}
