import type { Chapter } from '../feed/feed.ts';
import type { Paragraph } from '../transcript/transcript.ts';

/**
 * For each paragraph the listed chapters whose headings stand above it, in order. A chapter that begins inside a paragraph is
 * announced above it when most of the paragraph belongs to the chapter; paragraphs without times have none.
 */
export function chaptersBefore(
  paragraphs: readonly Paragraph[],
  chapters: readonly Chapter[],
): readonly (readonly Chapter[])[] {
  const headings = chapters.filter((chapter) => chapter.listed).sort((a, b) => a.startMs - b.startMs);
  let next = 0;
  return paragraphs.map((paragraph) => {
    const middle = middleOf(paragraph);
    const from = next;
    if (middle !== null) while ((headings[next]?.startMs ?? Infinity) <= middle) next += 1;
    return headings.slice(from, next);
  });
}

function middleOf({ startMs, endMs }: Paragraph): number | null {
  return startMs === undefined ? null : (startMs + (endMs ?? startMs)) / 2;
}
