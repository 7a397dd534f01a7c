import { appError } from '../../core/app-error.ts';
import type { Result } from '../../core/result.ts';
import { failure, success } from '../../core/result.ts';
import type { Command } from './command.ts';
import { library } from './database.ts';
import type { EpisodeSettingsRow, PodcastSettingsRow } from './rows.ts';
import { writeLibrary } from './write-library.ts';

type SettingsCommand = Extract<Command, { kind: 'set-podcast-settings' | 'set-episode-settings' }>;

/** Replaces what is set for one show or episode. Fails with `not-found` if it is not in the library. */
export function changeSettingsRow(command: SettingsCommand): Promise<Result<null>> {
  return command.kind === 'set-podcast-settings'
    ? setPodcastSettings(command.settings)
    : setEpisodeSettings(command.settings);
}

/** A row of a show that is not there would stay for ever. */
function setPodcastSettings(settings: PodcastSettingsRow): Promise<Result<null>> {
  const { podcasts, podcastSettings } = library;
  return writeLibrary([podcasts, podcastSettings], async () => {
    const { podcastId } = settings;
    const known = (await podcasts.where('id').equals(podcastId).count()) > 0;
    if (!known) return failure(appError('not-found', `show ${podcastId}`));
    if (saysNothing(settings)) await podcastSettings.delete(podcastId);
    else await podcastSettings.put(settings);
    return success(null);
  });
}

function setEpisodeSettings(settings: EpisodeSettingsRow): Promise<Result<null>> {
  const { episodes, episodeSettings } = library;
  return writeLibrary([episodes, episodeSettings], async () => {
    const { episodeId } = settings;
    const known = (await episodes.where('id').equals(episodeId).count()) > 0;
    if (!known) return failure(appError('not-found', `episode ${episodeId}`));
    if (saysNothing(settings)) await episodeSettings.delete(episodeId);
    else await episodeSettings.put(settings);
    return success(null);
  });
}

/** Its key is all there is in the row. */
function saysNothing(settings: object): boolean {
  return Object.values(settings).filter((value) => value !== undefined).length <= 1;
}
