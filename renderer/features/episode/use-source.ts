import { chooseSource } from '../../../core/playback/choose-source.ts';
import type { SourceChoice } from '../../../core/playback/source-choices.ts';
import { getEpisodeSettings } from '../../library/podcast-settings.ts';
import type { EpisodeView } from '../../library/rows.ts';
import { useLiveQuery } from '../../ui/use-live-query.ts';

/** The form of the audio that is played, `null` while there is none or it is not read yet. */
export function useSource({ episode, detail }: EpisodeView): SourceChoice | null {
  const { id, enclosure } = episode;
  const settings = useLiveQuery(`episode settings ${id}`, () => getEpisodeSettings(id));
  if (settings === undefined) return null;
  const alternates = detail?.alternateEnclosures ?? [];
  const source = chooseSource({ enclosure, alternates, chosenUrl: settings.enclosureUrl });
  return source.ok ? source.value : null;
}
