import { useTranslation } from 'react-i18next';
import type { EpisodeListItem } from '../library/rows.ts';
import { classNames } from '../ui/class-names.ts';
import { date } from '../words/format.ts';
import { Cover } from './cover.tsx';
import { useIsCurrent } from './episode-actions.ts';
import { EpisodeTitleLink } from './episode-title-link.tsx';
import { lengthWords, numberWords } from './episode-words.ts';
import { RowActions } from './row-actions.tsx';
import './episode-row.css';

export interface EpisodeRowProps {
  readonly item: EpisodeListItem;
  readonly active: boolean;
  /** Without covers and show names: the list belongs to one show. */
  readonly ofOneShow: boolean;
  /** Dates in the row, for lists not grouped by day. */
  readonly dated: boolean;
  readonly now: number;
  readonly onPlay: (item: EpisodeListItem) => void;
}

/** One episode in a list. */
export function EpisodeRow({ item, active, ofOneShow, dated, now, onPlay }: EpisodeRowProps) {
  const { episode, podcast } = item;
  const current = useIsCurrent(episode.id);
  return (
    <div
      className={classNames(
        'episode-row',
        current && 'episode-row-current',
        episode.playedAt !== undefined && 'episode-row-played',
        ofOneShow && 'episode-row-plain',
      )}
    >
      {!ofOneShow && (
        <span className="episode-row-cover">
          <Cover imageUrl={podcast.imageUrl} feedUrl={podcast.feedUrl} name={podcast.title} />
          <Heard item={item} />
        </span>
      )}
      <div className="episode-row-text">
        <EpisodeTitleLink item={item} tabIndex={active ? 0 : -1}>
          {episode.isNew === 1 && <UnreadDot />}
        </EpisodeTitleLink>
        <Marks item={item} ofOneShow={ofOneShow} dated={dated} now={now} />
        {episode.teaser !== '' && (
          <p className="episode-row-teaser" lang={podcast.language}>
            {episode.teaser}
          </p>
        )}
      </div>
      <Side item={item} ofOneShow={ofOneShow} dated={dated} now={now} />
      <RowActions item={item} tabIndex={active ? 0 : -1} onPlay={onPlay} />
    </div>
  );
}

/** With a word joiner: a long first word does not leave the dot alone on its line. */
function UnreadDot() {
  return (
    <>
      <span className="unread-dot" />
      {'\u2060'}
    </>
  );
}

type PartProps = Pick<EpisodeRowProps, 'item' | 'ofOneShow' | 'dated' | 'now'>;

/** Show, date and length, right of the text where there is room. */
function Side({ item, ofOneShow, dated, now }: PartProps) {
  const { t, i18n } = useTranslation();
  const when = date({ at: item.episode.sortAt, now, language: i18n.language });
  return (
    <div className="episode-row-side">
      {!ofOneShow && <span className="episode-row-show">{item.podcast.title}</span>}
      {(ofOneShow || dated) && <span>{when}</span>}
      <span>{lengthWords(t, item)}</span>
    </div>
  );
}

/** The same in one line under the title where there is none, and what is special about the episode. */
function Marks({ item, ofOneShow, dated, now }: PartProps) {
  const { t, i18n } = useTranslation();
  const { episode, podcast, download } = item;
  const isGone = download?.inPlace === true && download.state === 'missing';
  const special = [
    ofOneShow ? numberWords(t, episode) : '',
    episode.episodeType === 'trailer' ? t('list.trailer') : '',
    episode.episodeType === 'bonus' ? t('list.bonus') : '',
    episode.explicit === true ? t('list.explicit') : '',
    episode.playedAt !== undefined ? t('list.played') : '',
    episode.favouriteAt !== undefined ? t('list.isFavourite') : '',
    isGone ? t('folder.missing') : '',
  ].filter((part) => part !== '');
  const narrow = [
    ofOneShow ? '' : podcast.title,
    ofOneShow || dated ? date({ at: episode.sortAt, now, language: i18n.language }) : '',
    lengthWords(t, item),
  ].filter((part) => part !== '');
  return (
    <>
      <p className="episode-row-narrow">{[...narrow, ...special].join(' · ')}</p>
      {special.length > 0 && <p className="episode-row-special">{special.join(' · ')}</p>}
    </>
  );
}

/** How much of it was heard, as a line on the cover. */
function Heard({ item: { episode, progress } }: { readonly item: EpisodeListItem }) {
  const whole = progress?.durationMs ?? episode.durationMs;
  if (progress === null || !whole || episode.playedAt !== undefined) return null;
  const percent = Math.min(100, (progress.positionMs / whole) * 100);
  return percent < 1 ? null : (
    <span className="episode-row-heard">
      <span style={{ width: `${percent}%` }} />
    </span>
  );
}
