import { CircleCheck, Ellipsis, Globe, Link2, ListPlus, ListX, Pause, Play } from 'lucide-react';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { run } from '../../library/commands.ts';
import type { EpisodeView } from '../../library/rows.ts';
import { play, toggle } from '../../player/playback-commands.ts';
import { usePlayback } from '../../player/playback-store.ts';
import { openExternal } from '../../settings/system.ts';
import { Button } from '../../ui/button.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { Menu } from '../../ui/menu.tsx';
import { DownloadAction } from './download-action.tsx';
import { DownloadTrouble } from './download-trouble.tsx';

interface EpisodeActionsProps {
  readonly view: EpisodeView;
  /** More at the end of the row. */
  readonly children: ReactNode;
}

/** What can be done with the episode, and what went wrong with its download. */
export function EpisodeActions({ view, children }: EpisodeActionsProps): ReactNode {
  const { t } = useTranslation();
  const { episode, queued } = view;
  const hasAudio = episode.enclosure !== undefined;
  const [said, setSaid] = useState('');
  const queueIt = (): void => {
    void run(
      queued
        ? { kind: 'dequeue', episodeId: episode.id }
        : { kind: 'enqueue', episodeId: episode.id, place: 'last' },
    );
  };
  return (
    <>
      <div className="episode-actions">
        <PlayAction episodeId={episode.id} hasAudio={hasAudio} />
        {hasAudio && (
          <Button icon={queued ? <ListX /> : <ListPlus />} onClick={queueIt}>
            {queued ? t('list.dequeue') : t('list.enqueue')}
          </Button>
        )}
        {hasAudio && <DownloadAction view={view} />}
        <Menu
          label={t('episode.actions')}
          trigger={
            <Button className="episode-more" icon={<Ellipsis aria-hidden="true" />}>
              <span className="visually-hidden">{t('episode.actions')}</span>
            </Button>
          }
          items={useMenuItems(view, setSaid)}
        />
        {children}
        <span role="status" className="visually-hidden">
          {said}
        </span>
      </div>
      <DownloadTrouble view={view} />
    </>
  );
}

function PlayAction({
  episodeId,
  hasAudio,
}: {
  readonly episodeId: string;
  readonly hasAudio: boolean;
}): ReactNode {
  const { t } = useTranslation();
  const isInPlayer = usePlayback((playback) => playback.episodeId === episodeId);
  const isPlaying = usePlayback(({ state }) => state === 'playing' || state === 'loading') && isInPlayer;
  if (!hasAudio) return <Button disabled>{t('list.noAudio')}</Button>;
  return (
    <Button
      tone="main"
      icon={isPlaying ? <Pause /> : <Play />}
      onClick={() => (isInPlayer ? toggle() : void play(episodeId))}
    >
      {isPlaying ? t('list.pause') : t('list.play')}
    </Button>
  );
}

function useMenuItems({ episode }: EpisodeView, say: (message: string) => void): MenuItem[] {
  const { t } = useTranslation();
  const { id, link, playedAt } = episode;
  const isPlayed = playedAt !== undefined;
  const items: MenuItem[] = [
    {
      label: isPlayed ? t('list.markUnplayed') : t('list.markPlayed'),
      icon: <CircleCheck />,
      onSelect: () => void run({ kind: 'mark-played', episodeIds: [id], played: !isPlayed }),
    },
  ];
  if (link === undefined) return items;
  return [
    ...items,
    { label: t('episode.openPage'), icon: <Globe />, onSelect: () => void openExternal(link) },
    {
      label: t('episode.copyLink'),
      icon: <Link2 />,
      onSelect: () => void navigator.clipboard.writeText(link).then(() => say(t('episode.linkCopied'))),
    },
  ];
}
