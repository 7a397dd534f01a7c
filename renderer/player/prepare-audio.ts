import { appError } from '../../core/app-error.ts';
import type { RequestResult } from '../../core/ipc/contract.ts';
import { chooseSource } from '../../core/playback/choose-source.ts';
import type { Result } from '../../core/result.ts';
import { failure } from '../../core/result.ts';
import { request } from '../desktop/client.ts';
import { getEpisode } from '../library/episodes.ts';
import { getEpisodeSettings, getPodcastSettings } from '../library/podcast-settings.ts';

export type PreparedAudio = RequestResult<'media:prepare'>;

/** Asks main for an address the media element can play. Fails with `not-found`, `enclosure-missing` and what main says. */
export async function prepareAudio(episodeId: string): Promise<Result<PreparedAudio>> {
  const view = await getEpisode(episodeId);
  if (view === null) return failure(appError('not-found', `episode ${episodeId}`));
  const [{ enclosureUrl: chosenUrl }, { allowPlainAudio: allowPlain }] = await Promise.all([
    getEpisodeSettings(episodeId),
    getPodcastSettings(view.podcast.id),
  ]);
  const { enclosure } = view.episode;
  const source = chooseSource({ enclosure, alternates: view.detail?.alternateEnclosures ?? [], chosenUrl });
  if (!source.ok) return source;
  const { url, type } = source.value;
  return request('media:prepare', {
    episodeId,
    url,
    type: type.slice(0, 200),
    feedUrl: view.podcast.feedUrl,
    allowPlain,
  });
}
