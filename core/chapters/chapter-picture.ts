import type { Chapter } from '../feed/feed.ts';

/**
 * Address of the picture that belongs to a moment, `null` for the cover. Entries that are not listed change the picture
 * within a chapter; a chapter without a picture of its own shows the cover. Chapters are in order.
 */
export function chapterPicture(chapters: readonly Chapter[], positionMs: number): string | null {
  const shown = chapters.findLast(
    ({ startMs, endMs = Number.POSITIVE_INFINITY, listed, imageUrl }) =>
      startMs <= positionMs && positionMs < endMs && (listed || imageUrl !== undefined),
  );
  return shown?.imageUrl ?? null;
}
