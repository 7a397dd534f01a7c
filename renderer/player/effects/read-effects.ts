import { effectsInForce } from '../../../core/playback/effects.ts';
import { getEpisodeSettings, getPodcastSettings } from '../../library/podcast-settings.ts';
import { getPodcast } from '../../library/podcasts.ts';
import { useSettings } from '../../settings/settings-store.ts';
import type { EffectsState } from './effects-store.ts';

type SetForIt = Pick<EffectsState, 'inForce' | 'show' | 'episodeDb'>;

/** What is to be done to the sound of an episode, by the settings for all, those of its show and its own. */
export async function readEffects(podcastId: string, episodeId: string): Promise<SetForIt> {
  const [podcast, show, episode] = await Promise.all([
    getPodcast(podcastId),
    getPodcastSettings(podcastId),
    getEpisodeSettings(episodeId),
  ]);
  const episodeDb = episode.volumeDb ?? 0;
  const all = useSettings.getState().playback;
  return { inForce: effectsInForce({ all, show, episodeDb, medium: podcast?.medium }), show, episodeDb };
}
