import type { HTMLAttributes } from 'react';
import { Cover } from '../../episode-list/cover.tsx';
import { EpisodeTitleLink } from '../../episode-list/episode-title-link.tsx';
import type { EpisodeListItem } from '../../library/rows.ts';
import { DownloadActions } from './download-actions.tsx';
import { DownloadState } from './download-state.tsx';
import './download-item.css';

export interface DownloadItemProps {
  readonly item: EpisodeListItem;
  readonly tabIndex: 0 | -1;
  /** Brings it to the front of the queue; null where it is there, or has no turn. */
  readonly onFirst: (() => void) | null;
  /** What makes the row one that can be dragged; none for what has no turn. */
  readonly drag?: HTMLAttributes<HTMLElement>;
}

/** One download: what it is, how it stands, what can be done about it. */
export function DownloadItem({ item, tabIndex, onFirst, drag }: DownloadItemProps) {
  const { podcast, download } = item;
  if (download === null) return null;
  return (
    <div className="episode-row download-item" {...drag}>
      <span className="episode-row-cover">
        <Cover imageUrl={podcast.imageUrl} feedUrl={podcast.feedUrl} name={podcast.title} />
      </span>
      <div className="episode-row-text">
        <EpisodeTitleLink item={item} tabIndex={tabIndex} />
        <DownloadState item={item} download={download} />
      </div>
      <DownloadActions item={item} download={download} tabIndex={tabIndex} onFirst={onFirst} />
    </div>
  );
}
