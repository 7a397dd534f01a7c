import type { Chapter } from '../feed/feed.ts';

/** A stretch of audio, ms; `endMs` is `null` for one that lasts to the end of the episode. */
export interface Stretch {
  readonly startMs: number;
  readonly endMs: number | null;
}

/**
 * The stretches left out when the listed chapters that start at `starts` (ms) are skipped: neighbours are one stretch, so
 * that playing jumps once. Chapters are in order; a start that no chapter has any more means nothing.
 */
export function skippedStretches(chapters: readonly Chapter[], starts: readonly number[]): Stretch[] {
  const listed = chapters.filter((chapter) => chapter.listed);
  const stretches: Stretch[] = [];
  for (const [at, { startMs, endMs }] of listed.entries()) {
    if (!starts.includes(startMs)) continue;
    const end = endMs ?? listed[at + 1]?.startMs ?? null;
    const before = stretches.at(-1);
    if (before?.endMs === startMs) stretches[stretches.length - 1] = { startMs: before.startMs, endMs: end };
    else stretches.push({ startMs, endMs: end });
  }
  return stretches;
}
