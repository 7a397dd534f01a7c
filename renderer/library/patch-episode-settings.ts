import type { Result } from '../../core/result.ts';
import { run } from './commands.ts';
import { getEpisodeSettings } from './podcast-settings.ts';
import type { EpisodeSettingsRow } from './rows.ts';

export type EpisodeSettingsPatch = {
  readonly [Name in keyof Omit<EpisodeSettingsRow, 'episodeId'>]?: EpisodeSettingsRow[Name] | undefined;
};

/** Changes some of what is set for an episode and leaves the rest; `undefined` is as in the settings for all. */
export async function patchEpisodeSettings(
  episodeId: string,
  patch: EpisodeSettingsPatch,
): Promise<Result<null>> {
  const settings = { ...(await getEpisodeSettings(episodeId)), ...patch };
  const given = Object.entries(settings).filter(([, value]) => value !== undefined);
  return run({
    kind: 'set-episode-settings',
    settings: { ...(Object.fromEntries(given) as Omit<EpisodeSettingsRow, 'episodeId'>), episodeId },
  });
}
