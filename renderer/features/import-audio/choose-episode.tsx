import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isFolderAddress } from '../../../core/folder/folder-address.ts';
import { findEpisodes } from '../../library/find-episodes.ts';
import { Button } from '../../ui/button.tsx';
import type { Target } from './use-audio-import.ts';
import '../../ui/field.css';

export interface ChooseEpisodeProps {
  /** What the search begins with. */
  readonly text: string;
  readonly onChoose: (target: Target | null) => void;
}

const mostShown = 8;

/** Looks for the episode of a file by hand. */
export function ChooseEpisode({ text, onChoose }: ChooseEpisodeProps) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(text);
  const [found, setFound] = useState<readonly Target[]>([]);
  useEffect(() => {
    const controller = new AbortController();
    void findEpisodes(wanted, mostShown, controller.signal).then((items) => {
      if (controller.signal.aborted) return;
      // The audio of a folder show is its own file.
      const open = items.filter(({ podcast }) => !isFolderAddress(podcast.feedUrl));
      setFound(
        open.map(({ episode, podcast }) => ({
          episodeId: episode.id,
          title: episode.title,
          showTitle: podcast.title,
        })),
      );
    });
    return () => controller.abort();
  }, [wanted]);
  return (
    <div className="import-choose">
      <input
        type="search"
        className="field"
        autoFocus
        aria-label={t('importAudio.find')}
        placeholder={t('importAudio.find')}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      <ul aria-label={t('importAudio.found')}>
        {found.map((target) => (
          <li key={target.episodeId}>
            <Button tone="quiet" onClick={() => onChoose(target)}>
              {target.title} · {target.showTitle}
            </Button>
          </li>
        ))}
      </ul>
      <Button tone="quiet" onClick={() => onChoose(null)}>
        {t('importAudio.leaveOut')}
      </Button>
    </div>
  );
}
