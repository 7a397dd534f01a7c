import { appError } from '../../core/app-error.ts';
import type { Result } from '../../core/result.ts';
import { failure, success } from '../../core/result.ts';
import { library } from './database.ts';
import type { EpisodeSettingsRow, PodcastSettingsRow } from './rows.ts';
import { writeLibrary } from './write-library.ts';

/** Fails with `not-found` if the show is not in the library: its row would stay for ever. */
export function setPodcastSettings(settings: PodcastSettingsRow): Promise<Result<null>> {
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

/** Fails with `not-found` if the episode is not in the library. */
export function setEpisodeSettings(settings: EpisodeSettingsRow): Promise<Result<null>> {
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
