import { resumePosition } from '../../core/playback/resume-position.ts';
import { getEpisode } from '../library/episodes.ts';
import type { EpisodeView } from '../library/rows.ts';
import { audioPlayer } from './audio-player.ts';
import { loadEffects } from './effects/effects-store.ts';
import { readEffects } from './effects/read-effects.ts';
import { startBehindIntro } from './effects/start-behind-intro.ts';
import { positionIsKept } from './keep-position.ts';
import { tick } from './playback-clock.ts';
import { clearPlayback, usePlayback } from './playback-store.ts';
import { resumeRules } from './resume-rules.ts';
import { startStretch, startStretchAt } from './turning-points.ts';

/** Key under which the library remembers what was loaded last. */
export const lastEpisodeKey = 'last-episode';

/**
 * Puts an episode into the player at `atMs`, else where it was left; nothing is opened or heard yet. Answers whether it is
 * there. What is no longer wanted once it has been read changes nothing.
 */
export async function loadEpisode(
  episodeId: string,
  { atMs, isWanted }: { readonly atMs?: number | undefined; readonly isWanted: () => boolean },
): Promise<boolean> {
  const view = await getEpisode(episodeId);
  if (view === null) return false;
  const effects = await readEffects(view.podcast.id, episodeId);
  if (!isWanted()) return false;
  clearPlayback();
  loadEffects({ ...effects, savedMs: view.progress?.savedMs ?? 0 });
  const positionMs = atMs ?? (whereLeft(view) || startBehindIntro(episodeId, lengthOf(view)));
  audioPlayer().rest(positionMs);
  if (atMs === undefined) {
    startStretchAt(positionMs);
    positionIsKept(episodeId, positionMs);
  } else startStretch();
  const { speed } = effects.inForce;
  audioPlayer().setSpeed(speed);
  usePlayback.setState({ ...describe(view), speed, state: 'paused' });
  tick();
  return true;
}

function whereLeft(view: EpisodeView): number {
  if (view.progress === null) return 0;
  return resumePosition({ ...view.progress, durationMs: lengthOf(view) }, resumeRules());
}

function lengthOf({ progress, episode }: EpisodeView): number | null {
  return progress?.durationMs ?? episode.durationMs ?? null;
}

function describe(view: EpisodeView) {
  const { episode, podcast, detail } = view;
  const host = detail?.persons.find((person) => person.role?.toLowerCase() === 'host');
  return {
    episodeId: episode.id,
    podcastId: podcast.id,
    title: episode.title,
    showTitle: podcast.title,
    authorLabel: episode.author ?? podcast.author ?? host?.name ?? podcast.title,
    imageUrl: episode.imageUrl ?? podcast.imageUrl ?? null,
    feedUrl: podcast.feedUrl,
    durationMs: lengthOf(view),
  };
}
