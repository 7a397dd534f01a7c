import type { Result } from '../../core/result.ts';
import { success } from '../../core/result.ts';
import { changeEach } from './change-each.ts';
import type { Command } from './command.ts';
import { library } from './database.ts';
import { writeLibrary } from './write-library.ts';

type EpisodeCommand = Extract<Command, { kind: 'mark-played' | 'dismiss-new' | 'set-favourite' }>;

/** What a user says of episodes. */
export function changeEpisodes(command: EpisodeCommand, at: number): Promise<Result<null>> {
  switch (command.kind) {
    case 'mark-played':
      return markPlayed(command.episodeIds, command.played, at);
    case 'dismiss-new':
      return dismissNew(command.episodeIds);
    case 'set-favourite':
      return setFavourite(command.episodeIds, command.favourite, at);
  }
}

/** Marks episodes played or not. Played ones leave New, the queue and their position: playing them again starts over. */
function markPlayed(episodeIds: readonly string[], played: boolean, at: number): Promise<Result<null>> {
  const { podcasts, episodes, progress, queue } = library;
  return writeLibrary([podcasts, episodes, progress, queue], async () => {
    await changeEach(episodeIds, ({ playedAt: _playedAt, ...episode }) =>
      played ? { ...episode, isNew: 0, playedAt: at } : episode,
    );
    await progress.bulkDelete([...episodeIds]);
    if (played) await queue.bulkDelete([...episodeIds]);
    return success(null);
  });
}

/** Takes episodes out of New and leaves the rest as it is. */
function dismissNew(episodeIds: readonly string[]): Promise<Result<null>> {
  return writeLibrary([library.podcasts, library.episodes], async () => {
    await changeEach(episodeIds, (episode) => ({ ...episode, isNew: 0 }));
    return success(null);
  });
}

/** Marks episodes as favourites or not. */
function setFavourite(episodeIds: readonly string[], favourite: boolean, at: number): Promise<Result<null>> {
  return writeLibrary([library.podcasts, library.episodes], async () => {
    await changeEach(episodeIds, ({ favouriteAt, ...episode }) =>
      favourite ? { ...episode, favouriteAt: favouriteAt ?? at } : episode,
    );
    return success(null);
  });
}
