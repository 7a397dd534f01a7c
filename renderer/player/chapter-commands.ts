import { chapterBefore } from '../../core/chapters/chapter-before.ts';
import { skippedStretches } from '../../core/chapters/skipped-chapters.ts';
import { patchEpisodeSettings } from '../library/patch-episode-settings.ts';
import { getEpisodeSettings } from '../library/podcast-settings.ts';
import type { Result } from '../../core/result.ts';
import { currentPositionMs } from './playback-clock.ts';
import { seekTo } from './playback-commands.ts';
import { usePlayback } from './playback-store.ts';
import { isListed, usePlayingChapters } from './playing-chapters.ts';

/** To the start of the chapter, or of the one before when it has just begun. Chapters that are left out are passed over. */
export function previousChapter(): void {
  seekTo(chapterBefore(heardChapters(), currentPositionMs()));
}

/** To the start of the next chapter that is not left out. Behind the last, nothing happens. */
export function nextChapter(): void {
  const positionMs = currentPositionMs();
  const next = heardChapters().find(({ startMs }) => startMs > positionMs);
  if (next !== undefined) seekTo(next.startMs);
}

/** Leaves a chapter of an episode out of playing, or no more. One that is just heard is left at once. */
export async function skipChapter(
  episodeId: string,
  { startMs, skipped }: { readonly startMs: number; readonly skipped: boolean },
): Promise<Result<null>> {
  const settings = await getEpisodeSettings(episodeId);
  const others = (settings.skippedChapters ?? []).filter((start) => start !== startMs);
  const starts = skipped ? [...others, startMs] : others;
  const skippedChapters = starts.length === 0 ? undefined : starts;
  const result = await patchEpisodeSettings(episodeId, { skippedChapters });
  if (result.ok && skipped) leaveSkipped(episodeId, starts);
  return result;
}

function leaveSkipped(episodeId: string, starts: readonly number[]): void {
  const { chapters, current } = usePlayingChapters.getState();
  const { episodeId: playing, state, durationMs } = usePlayback.getState();
  if (playing !== episodeId || state !== 'playing' || current?.startMs !== starts.at(-1)) return;
  const positionMs = currentPositionMs();
  const here = skippedStretches(chapters, starts).find(
    ({ startMs, endMs }) => startMs <= positionMs && (endMs === null || positionMs < endMs),
  );
  const toMs = here?.endMs ?? durationMs;
  if (here !== undefined && toMs !== null) seekTo(toMs);
}

function heardChapters() {
  const { chapters, skipped } = usePlayingChapters.getState();
  return chapters.filter(isListed).filter(({ startMs }) => !skipped.includes(startMs));
}
