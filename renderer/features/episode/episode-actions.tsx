import {
  CircleCheck,
  Ellipsis,
  FileAudio,
  Globe,
  Link2,
  ListMusic,
  ListPlus,
  ListStart,
  ListX,
  Pause,
  Play,
  Star,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { episodeActions, useIsCurrent, useIsPlaying } from '../../episode-list/episode-actions.ts';
import { isFolderAddress } from '../../../core/folder/folder-address.ts';
import type { EpisodeView } from '../../library/rows.ts';
import { play, toggle } from '../../player/playback-commands.ts';
import { openExternal } from '../../settings/system.ts';
import { Button } from '../../ui/button.tsx';
import type { MenuItem } from '../../ui/menu.tsx';
import { Menu } from '../../ui/menu.tsx';
import { notify } from '../../ui/notices.tsx';
import { DownloadAction } from './download-action.tsx';
import { DownloadTrouble } from './download-trouble.tsx';
import { takeFile } from './take-file.ts';

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
  const items = useMenuItems(view);
  return (
    <>
      <div className="episode-actions">
        {hasAudio ? <PlayAction episodeId={episode.id} /> : <Button disabled>{t('list.noAudio')}</Button>}
        {hasAudio && (
          <Button icon={queued ? <ListX /> : <ListPlus />} onClick={() => episodeActions.queue(view)}>
            {queued ? t('list.dequeue') : t('list.enqueue')}
          </Button>
        )}
        {hasAudio && <DownloadAction view={view} />}
        <Menu
          label={t('list.more')}
          trigger={
            <Button
              className="episode-more"
              icon={<Ellipsis aria-hidden="true" />}
              aria-label={t('list.more')}
            />
          }
          items={items}
        />
        {children}
      </div>
      <DownloadTrouble view={view} />
    </>
  );
}

function PlayAction({ episodeId }: { readonly episodeId: string }): ReactNode {
  const { t } = useTranslation();
  const isCurrent = useIsCurrent(episodeId);
  const isPlaying = useIsPlaying(episodeId);
  return (
    <Button
      tone="main"
      icon={isPlaying ? <Pause /> : <Play />}
      onClick={() => (isCurrent ? toggle() : void play(episodeId))}
    >
      {isPlaying ? t('list.pause') : t('list.play')}
    </Button>
  );
}

function useMenuItems(view: EpisodeView): MenuItem[] {
  const { t } = useTranslation();
  const { link, playedAt, favouriteAt, enclosure } = view.episode;
  const next = {
    label: t('list.playNext'),
    icon: <ListStart />,
    onSelect: () => episodeActions.playNext(view),
  };
  const items: MenuItem[] = [
    ...(enclosure === undefined ? [] : [next]),
    {
      label: favouriteAt === undefined ? t('list.favourite') : t('list.notFavourite'),
      icon: <Star />,
      onSelect: () => episodeActions.favourite(view),
    },
    {
      label: t('list.addToPlaylist'),
      icon: <ListMusic />,
      onSelect: () => episodeActions.playlist(view),
    },
    {
      label: playedAt === undefined ? t('list.markPlayed') : t('list.markUnplayed'),
      icon: <CircleCheck />,
      onSelect: () => episodeActions.played(view),
    },
  ];
  const isInFolder = isFolderAddress(view.podcast.feedUrl);
  const hasFile = enclosure === undefined || view.download?.state === 'done' || isInFolder;
  if (!hasFile)
    items.push({
      label: t('episode.useFile'),
      icon: <FileAudio />,
      onSelect: () => void takeFile(view.episode.id),
    });
  if (link === undefined) return items;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(link);
    notify({ tone: 'info', title: t('episode.linkCopied') });
  };
  return [
    ...items,
    { label: t('episode.openPage'), icon: <Globe />, onSelect: () => void openExternal(link) },
    { label: t('episode.copyLink'), icon: <Link2 />, onSelect: () => void copy() },
  ];
}
