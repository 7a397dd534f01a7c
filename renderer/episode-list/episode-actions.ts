import i18next from 'i18next';
import type { EpisodeListItem } from '../library/rows.ts';
import { notify } from '../ui/notices.tsx';
import { pause, play } from '../player/playback-commands.ts';
import { usePlayback } from '../player/playback-store.ts';
import { useSettings } from '../settings/settings-store.ts';
import { askForDownload } from './ask-for-download.ts';
import { deleteDownload } from './delete-download.ts';
import { choosePlaylistFor } from './playlist-choice.ts';
import { runAndTell } from './run-and-tell.ts';
import { runWithUndo } from './run-with-undo.ts';

/** What can be done to an episode from any list, by button or key. Each toggles. */
export const episodeActions = {
  play({ episode }: EpisodeListItem): void {
    if (isPlaying(episode.id)) pause();
    else void play(episode.id);
  },
  download({ episode, download }: EpisodeListItem): void {
    const episodeId = episode.id;
    if (download?.inPlace) {
      notify({ tone: 'info', title: i18next.t('folder.inPlace'), advice: i18next.t('folder.inPlaceText') });
    } else if (download === null || download.state === 'failed' || download.state === 'missing') {
      void askForDownload(episodeId);
    } else if (download.state === 'done') {
      void deleteDownload(episodeId);
    } else {
      void runAndTell({ kind: 'cancel-download', episodeId }, i18next.t('status.downloadCancelled'));
    }
  },
  queue({ episode, queued }: EpisodeListItem): void {
    const { t } = i18next;
    const episodeId = episode.id;
    if (queued) void runWithUndo({ kind: 'dequeue', episodeId }, [episodeId], t('status.dequeued'));
    else void runAndTell({ kind: 'enqueue', episodeId, place: enqueuePlace() }, t('status.enqueued'));
  },
  playNext({ episode }: EpisodeListItem): void {
    void runAndTell({ kind: 'enqueue', episodeId: episode.id, place: 'next' }, i18next.t('status.playsNext'));
  },
  playlist({ episode }: EpisodeListItem): void {
    choosePlaylistFor([episode.id]);
  },
  favourite({ episode }: EpisodeListItem): void {
    const favourite = episode.favouriteAt === undefined;
    const done = i18next.t(favourite ? 'status.favourite' : 'status.notFavourite');
    void runAndTell({ kind: 'set-favourite', episodeIds: [episode.id], favourite }, done);
  },
  played({ episode }: EpisodeListItem): void {
    const { t } = i18next;
    const played = episode.playedAt === undefined;
    const done = played ? t('status.markedPlayed') : t('status.markedUnplayed');
    const episodeIds = [episode.id];
    void runWithUndo({ kind: 'mark-played', episodeIds, played }, episodeIds, done);
  },
} as const;

function enqueuePlace(): 'next' | 'last' {
  return useSettings.getState().playback.enqueueAt;
}

function isPlaying(episodeId: string): boolean {
  const { episodeId: current, state } = usePlayback.getState();
  return current === episodeId && (state === 'playing' || state === 'loading');
}

/** Whether the episode is heard now, for its buttons. */
export function useIsPlaying(episodeId: string): boolean {
  return usePlayback(
    ({ episodeId: current, state }) => current === episodeId && (state === 'playing' || state === 'loading'),
  );
}

/** Whether the episode is the one in the player, playing or not. */
export function useIsCurrent(episodeId: string): boolean {
  return usePlayback((playback) => playback.episodeId === episodeId);
}
