import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { bytesOf, chooseFreed, groupByShow } from '../../../core/download/choose-freed.ts';
import type { StoredEpisode } from '../../../core/download/choose-freed.ts';
import { Cover } from '../../episode-list/cover.tsx';
import type { EpisodeListItem } from '../../library/rows.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { size } from '../../words/format.ts';

export interface StoredShowsProps {
  readonly items: readonly EpisodeListItem[];
  readonly stored: readonly StoredEpisode[];
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (episodeIds: ReadonlySet<string>) => void;
}

/** The shows with the largest first. A tick selects what may go of one; a show opens to its episodes. */
export function StoredShows({ items, stored, selected, onSelect }: StoredShowsProps) {
  const { t } = useTranslation();
  const byId = new Map(items.map((item) => [item.episode.id, item]));
  const shows = [...groupByShow(stored)]
    .map(([podcastId, episodes]) => ({ podcastId, episodes, bytes: bytesOf(episodes) }))
    .sort((one, other) => other.bytes - one.bytes);
  const toggle = (ids: readonly string[], isOn: boolean) => {
    const next = new Set(selected);
    for (const id of ids)
      if (isOn) next.add(id);
      else next.delete(id);
    onSelect(next);
  };
  return (
    <ul className="storage-shows" aria-label={t('nav.shows')}>
      {shows.map(({ podcastId, episodes }) => (
        <StoredShow key={podcastId} episodes={episodes} byId={byId} selected={selected} onToggle={toggle} />
      ))}
    </ul>
  );
}

interface StoredShowProps {
  readonly episodes: readonly StoredEpisode[];
  readonly byId: ReadonlyMap<string, EpisodeListItem>;
  readonly selected: ReadonlySet<string>;
  readonly onToggle: (episodeIds: readonly string[], isOn: boolean) => void;
}

function StoredShow({ episodes, byId, selected, onToggle }: StoredShowProps) {
  const { t, i18n } = useTranslation();
  const podcastId = episodes[0]?.podcastId ?? '';
  const podcast = byId.get(episodes[0]?.episodeId ?? '')?.podcast;
  if (podcast === undefined) return null;
  const free = chooseFreed(episodes, { kind: 'show', podcastId }).map(({ episodeId }) => episodeId);
  const chosen = free.filter((id) => selected.has(id)).length;
  const about = [
    t('common.episodes', { count: episodes.length }),
    size(t, bytesOf(episodes), i18n.language),
    ...(free.length < episodes.length ? [t('storage.kept', { count: episodes.length - free.length })] : []),
  ].join(' · ');
  return (
    <li className="storage-show">
      <Checkbox
        aria-label={t('storage.selectShow', { show: podcast.title })}
        checked={free.length > 0 && chosen === free.length}
        disabled={free.length === 0}
        isMixed={chosen > 0 && chosen < free.length}
        onChange={(isOn) => onToggle(free, isOn)}
      />
      <Cover imageUrl={podcast.imageUrl} feedUrl={podcast.feedUrl} name={podcast.title} />
      <details>
        <summary>
          <ChevronRight />
          <span>
            <strong>{podcast.title}</strong>
            <small>{about}</small>
          </span>
        </summary>
        <ul>
          {episodes.map((episode) => (
            <StoredRow
              key={episode.episodeId}
              episode={episode}
              title={byId.get(episode.episodeId)?.episode.title ?? ''}
              isSelected={selected.has(episode.episodeId)}
              onToggle={(isOn) => onToggle([episode.episodeId], isOn)}
            />
          ))}
        </ul>
      </details>
    </li>
  );
}

interface StoredRowProps {
  readonly episode: StoredEpisode;
  readonly title: string;
  readonly isSelected: boolean;
  readonly onToggle: (isOn: boolean) => void;
}

/** What no rule takes can still be chosen by hand, except what is playing. */
function StoredRow({ episode, title, isSelected, onToggle }: StoredRowProps) {
  const { t, i18n } = useTranslation();
  const { bytes, isPlayed, keptFor } = episode;
  const marks = [
    size(t, bytes, i18n.language),
    ...(isPlayed ? [t('list.played')] : []),
    ...(keptFor === null ? [] : [t(`storage.keptFor.${keptFor}`)]),
  ].join(' · ');
  return (
    <li>
      <label>
        <Checkbox checked={isSelected} disabled={keptFor === 'playing'} onChange={onToggle} />
        <span>{title}</span>
        <small>{marks}</small>
      </label>
    </li>
  );
}
