import type { Chapter } from '../feed/feed.ts';

/** A press this soon after a chapter's start goes to the chapter before it. */
const nearStartMs = 3000;

/** Where "previous chapter" leads from a position, in ms: to the start of this chapter, or of the one before. */
export function chapterBefore(chapters: readonly Chapter[], positionMs: number): number {
  return chapters.findLast((chapter) => chapter.startMs < positionMs - nearStartMs)?.startMs ?? 0;
}
