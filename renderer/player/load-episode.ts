import { resumePosition } from '../../core/playback/resume-position.ts';
import { getEpisode } from '../library/episodes.ts';
import { run } from '../library/commands.ts';
import type { EpisodeView } from '../library/rows.ts';
import { audioPlayer } from './audio-player.ts';
import { positionIsKept } from './keep-position.ts';
import { tick } from './playback-clock.ts';
import { clearPlayback, usePlayback } from './playback-store.ts';

/** Key under which the library remembers what was loaded last. */
export const lastEpisodeKey = 'last-episode';

/** Puts an episode into the player at `atMs`, else where it was left; nothing is opened or heard yet. Answers whether it is there. */
export async function loadEpisode(episodeId: string, atMs?: number): Promise<boolean> {
  const view = await getEpisode(episodeId);
  if (view === null) return false;
  const positionMs = atMs ?? whereLeft(view);
  clearPlayback();
  audioPlayer().rest(positionMs);
  positionIsKept(episodeId, positionMs);
  usePlayback.setState({ ...describe(view), state: 'paused' });
  tick();
  await run({ kind: 'remember', key: lastEpisodeKey, value: episodeId });
  return true;
}

function whereLeft({ progress, episode }: EpisodeView): number {
  if (progress === null) return 0;
  const durationMs = progress.durationMs ?? episode.durationMs ?? null;
  return resumePosition({ ...progress, durationMs }, Date.now());
}

function describe({ episode, podcast, progress, detail }: EpisodeView) {
  const host = detail?.persons.find((person) => person.role?.toLowerCase() === 'host');
  return {
    episodeId: episode.id,
    podcastId: podcast.id,
    title: episode.title,
    showTitle: podcast.title,
    authorLabel: episode.author ?? podcast.author ?? host?.name ?? podcast.title,
    imageUrl: episode.imageUrl ?? podcast.imageUrl ?? null,
    feedUrl: podcast.feedUrl,
    durationMs: progress?.durationMs ?? episode.durationMs ?? null,
  };
}
