import { library } from './database.ts';
import type { EpisodeSettingsRow, PodcastSettingsRow } from './rows.ts';

/** What is set for one show; only its id when nothing is. */
export async function getPodcastSettings(podcastId: string): Promise<PodcastSettingsRow> {
  return (await library.podcastSettings.get(podcastId)) ?? { podcastId };
}

/** What is set for one episode; only its id when nothing is. */
export async function getEpisodeSettings(episodeId: string): Promise<EpisodeSettingsRow> {
  return (await library.episodeSettings.get(episodeId)) ?? { episodeId };
}
