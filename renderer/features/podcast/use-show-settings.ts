import { runAndTell } from '../../episode-list/run-and-tell.ts';
import { getPodcastSettings } from '../../library/podcast-settings.ts';
import type { PodcastSettingsRow } from '../../library/rows.ts';
import { useLiveQuery } from '../../ui/use-live-query.ts';

type Own = Omit<PodcastSettingsRow, 'podcastId'>;
/** `undefined`: as for all shows. */
export type ShowChange = { readonly [Key in keyof Own]?: Own[Key] | undefined };

/** What is set for one show, and a way to change it; `undefined` until it is read. */
export function useShowSettings(podcastId: string): {
  readonly own: Own | undefined;
  readonly change: (changed: ShowChange) => void;
} {
  const row = useLiveQuery(`show settings ${podcastId}`, () => getPodcastSettings(podcastId));
  const change = (changed: ShowChange) => void keep(podcastId, changed);
  return { own: row, change };
}

/** Reads again: two changes may follow one another faster than the screen. */
async function keep(podcastId: string, changed: ShowChange): Promise<void> {
  const next = { ...(await getPodcastSettings(podcastId)), ...changed };
  const said = Object.entries(next).filter(([, value]) => value !== undefined);
  const settings: PodcastSettingsRow = { ...Object.fromEntries(said), podcastId };
  await runAndTell({ kind: 'set-podcast-settings', settings });
}
