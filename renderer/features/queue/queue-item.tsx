import { ChevronDown, ChevronUp, Pause, Play, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Cover } from '../../episode-list/cover.tsx';
import { episodeActions, useIsCurrent, useIsPlaying } from '../../episode-list/episode-actions.ts';
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
}

/** One episode of the queue, with what moves it. */
export function QueueItem({ item, place, isFirst, isLast, tabIndex, onMove }: QueueItemProps) {
  const { t } = useTranslation();
  const { episode, podcast } = item;
  const playing = useIsPlaying(episode.id);
  const current = useIsCurrent(episode.id);
  const length = lengthWords(t, item);
  return (
    <div className={classNames('episode-row', 'queue-item', current && 'episode-row-current')}>
      <span className="queue-place" aria-hidden="true">
        {place}
      </span>
      <span className="episode-row-cover">
        <Cover imageUrl={podcast.imageUrl} feedUrl={podcast.feedUrl} name={podcast.title} />
      </span>
      <div className="episode-row-text">
        <Link
          href={`/episode/${episode.id}`}
          className="episode-row-title"
          tabIndex={tabIndex}
          lang={podcast.language}
        >
          {episode.title}
        </Link>
        <p className="queue-about">{length === '' ? podcast.title : `${podcast.title} · ${length}`}</p>
      </div>
      <div className="row-actions">
        <IconButton
          label={t('queue.moveUp')}
          hint="Alt+↑"
          disabled={isFirst}
          tabIndex={tabIndex}
          onClick={() => onMove(-1)}
        >
          <ChevronUp />
        </IconButton>
        <IconButton
          label={t('queue.moveDown')}
          hint="Alt+↓"
          disabled={isLast}
          tabIndex={tabIndex}
          onClick={() => onMove(1)}
        >
          <ChevronDown />
        </IconButton>
        <IconButton
          label={t('list.dequeue')}
          hint="Q"
          tabIndex={tabIndex}
          onClick={() => episodeActions.queue(item)}
        >
          <X />
        </IconButton>
        <IconButton
          label={playing ? t('list.pause') : t('list.play')}
          hint="P"
          tabIndex={tabIndex}
          onClick={() => episodeActions.play(item)}
        >
          {playing ? <Pause /> : <Play />}
        </IconButton>
      </div>
    </div>
  );
}
