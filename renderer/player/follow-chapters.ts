import { nextChapterEdge } from '../../core/chapters/next-chapter-edge.ts';
import { skippedStretches } from '../../core/chapters/skipped-chapters.ts';
import { onCommand } from '../library/commands.ts';
import { getEpisodeSettings } from '../library/podcast-settings.ts';
import { getEpisode } from '../library/episodes.ts';
import { loadChapters } from '../library/load-chapters.ts';
import { permittedPictures, trustedHostKey } from '../library/trusted-hosts.ts';
import { audioPlayer } from './audio-player.ts';
import { subscribeToClock, tick } from './playback-clock.ts';
import { usePlayback } from './playback-store.ts';
import { noChapters, noteChapter, usePlayingChapters } from './playing-chapters.ts';
import type { TurningPoint } from './turning-points.ts';
import { addTurningPoints, lookAhead } from './turning-points.ts';

/** Keeps the chapters of what plays at hand, knows which is heard, and leaves out those the listener skips. Once, at the start. */
export function followChapters(): void {
  usePlayback.subscribe(({ episodeId, fileChapters }, before) => {
    const isOther = episodeId !== before.episodeId;
    if (isOther) usePlayingChapters.setState({ ...noChapters, episodeId });
    if (isOther || fileChapters !== before.fileChapters) void load();
  });
  onCommand((command) => {
    const { episodeId } = usePlayback.getState();
    const isSetHere = command.kind === 'set-episode-settings' && command.settings.episodeId === episodeId;
    const isTrustGiven = command.kind === 'remember' && command.key.startsWith(trustedHostKey(''));
    if (isSetHere || isTrustGiven) void load();
  });
  // Between jumps the edges themselves tell it, also while the window is hidden; they go by the element's own time.
  subscribeToClock(() => {
    noteChapter(audioPlayer().positionMs);
    return Number.POSITIVE_INFINITY;
  });
  addTurningPoints(nextEdge);
  addTurningPoints(nextSkip);
}

async function load(): Promise<void> {
  const { episodeId, fileChapters } = usePlayback.getState();
  if (episodeId === null) return;
  const [loaded, settings, view] = await Promise.all([
    loadChapters(episodeId, fileChapters),
    getEpisodeSettings(episodeId),
    getEpisode(episodeId),
  ]);
  const chapters = loaded.ok ? loaded.value : [];
  const permitted = view === null ? new Set<string>() : await permittedPictures(chapters, view);
  if (usePlayback.getState().episodeId !== episodeId) return;
  usePlayingChapters.setState({ episodeId, chapters, skipped: settings.skippedChapters ?? [], permitted });
  tick();
  lookAhead();
}

/** Where the picture or the chapter may change. */
function nextEdge(afterMs: number): TurningPoint | null {
  const atMs = nextChapterEdge(usePlayingChapters.getState().chapters, afterMs);
  if (atMs === Number.POSITIVE_INFINITY) return null;
  const reach = (): true => {
    tick();
    return true;
  };
  return { atMs, reach };
}

function nextSkip(afterMs: number): TurningPoint | null {
  const { chapters, skipped } = usePlayingChapters.getState();
  const next = skippedStretches(chapters, skipped).find(({ startMs }) => startMs > afterMs);
  const toMs = next?.endMs ?? usePlayback.getState().durationMs;
  if (next === undefined || toMs === null) return null;
  const reach = (): false => {
    audioPlayer().seek(toMs);
    return false;
  };
  return { atMs: next.startMs, reach };
}
