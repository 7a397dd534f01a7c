import type { Chapter } from '../feed/feed.ts';

/** The links of a listed chapter, its own first, then those of the entries within it that are not listed. Chapters are in order. */
export function linksOfChapter(chapters: readonly Chapter[], chapter: Chapter): string[] {
  const { startMs, endMs = Number.POSITIVE_INFINITY } = chapter;
  const within = chapters.filter(
    (each) => !each.listed && each.startMs >= startMs && each.startMs < endMs && each.link !== undefined,
  );
  return [...new Set([chapter, ...within].flatMap(({ link }) => (link === undefined ? [] : [link])))];
}
