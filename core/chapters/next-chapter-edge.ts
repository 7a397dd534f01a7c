import type { Chapter } from '../feed/feed.ts';

/** Where behind `afterMs` a chapter begins or ends next, ms; `Infinity` when nothing follows. */
export function nextChapterEdge(chapters: readonly Chapter[], afterMs: number): number {
  const edges = chapters.flatMap(({ startMs, endMs }) =>
    endMs === undefined ? [startMs] : [startMs, endMs],
  );
  return Math.min(...edges.filter((edge) => edge > afterMs));
}
