import i18next from 'i18next';
import type { EpisodeSettingsPatch } from '../library/patch-episode-settings.ts';
import { patchEpisodeSettings } from '../library/patch-episode-settings.ts';
import { notify } from '../ui/notices.tsx';
import { errorWords } from '../words/error-words.ts';

/** Changes what is set for one episode; says why when it could not be kept. */
export async function patchAndTell(episodeId: string, patch: EpisodeSettingsPatch): Promise<boolean> {
  const result = await patchEpisodeSettings(episodeId, patch);
  if (!result.ok) notify({ tone: 'failure', ...errorWords(i18next.t, result.error) });
  return result.ok;
}
