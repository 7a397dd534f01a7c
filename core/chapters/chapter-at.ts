import type { Chapter } from '../feed/feed.ts';

/** Index of the chapter a moment belongs to, -1 before the first and after an end that the chapter gives itself. Chapters are in order. */
export function chapterAt(chapters: readonly Chapter[], positionMs: number): number {
  const index = chapters.findLastIndex((chapter) => chapter.startMs <= positionMs);
  const endMs = chapters[index]?.endMs;
  return endMs !== undefined && positionMs >= endMs ? -1 : index;
}
