import type { Settings } from '../../../core/settings/settings.ts';
import { run } from '../../library/commands.ts';
import { getPodcastSettings } from '../../library/podcast-settings.ts';
import type { PodcastSettingsRow } from '../../library/rows.ts';
import type { Result } from '../../../core/result.ts';
import { success } from '../../../core/result.ts';
import { changeSettings, useSettings } from '../../settings/settings-store.ts';
import { usePlayback } from '../playback-store.ts';
import { useEffects } from './effects-store.ts';

type Switched = Partial<Pick<Settings['playback'], 'levelling' | 'skipSilence'>>;

/** Puts an effect on or off: for the show that plays if that has values of its own, else for all. */
export async function changeEffects(changed: Switched): Promise<Result<unknown>> {
  if (isOnlyForShow(useEffects.getState().show)) return changeShow(changed);
  return changeSettings({ playback: { ...useSettings.getState().playback, ...changed } });
}

/** Gives the show that plays the speed and the effects in force as its own, or takes its own away. */
export function keepOnlyForShow(only: boolean): Promise<Result<unknown>> {
  const { speed } = usePlayback.getState();
  const { levelling, skipSilence } = useEffects.getState().inForce;
  return changeShow(
    only
      ? { speed, levelling, skipSilence }
      : { speed: undefined, levelling: undefined, skipSilence: undefined },
  );
}

/** Whether the show has any of what the panel of the player changes for itself. */
export function isOnlyForShow(show: {
  speed?: unknown;
  levelling?: unknown;
  skipSilence?: unknown;
}): boolean {
  return show.speed !== undefined || show.levelling !== undefined || show.skipSilence !== undefined;
}

type ShowChange = {
  readonly [Key in 'speed' | 'levelling' | 'skipSilence']?: PodcastSettingsRow[Key] | undefined;
};

async function changeShow(changed: ShowChange): Promise<Result<unknown>> {
  const { podcastId } = usePlayback.getState();
  if (podcastId === null) return success(null);
  const row = { ...(await getPodcastSettings(podcastId)), ...changed };
  const settings = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));
  return run({ kind: 'set-podcast-settings', settings: settings as unknown as PodcastSettingsRow });
}
