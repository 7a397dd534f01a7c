import type { Chapter } from '../feed/feed.ts';

export interface ChapterSources {
  /** From the chapters file the feed links to; made for changes after publication, so it wins. */
  readonly linked: readonly Chapter[];
  /** Written in the feed (Podlove simple chapters). */
  readonly feed: readonly Chapter[];
  /** Inside the audio file (ID3 CHAP, MP4 chapter track, Vorbis comments). */
  readonly audio: readonly Chapter[];
}

/** Two sources mean the same chapter when their starts are this close (ms): formats round differently. */
const sameStartMs = 1500;

/**
 * One list from all the chapters an episode comes with, by start. The best source that names any chapter wins whole, since
 * mixing lists doubles entries; the others only lend it pictures and links where a chapter starts at the same moment.
 * Entries that are not listed take no place in a list: where the best source has none, the next one's are kept beside it.
 * Ends are filled in: a listed chapter lasts until the next listed one.
 */
export function mergeChapters({ linked, feed, audio }: ChapterSources): Chapter[] {
  const sources = [linked, feed, audio].filter((chapters) => chapters.length > 0);
  const naming = sources.filter((chapters) => chapters.some(({ listed }) => listed));
  const [best = [], ...others] = naming.length > 0 ? naming : sources;
  const hidden = best.some(({ listed }) => !listed) ? [] : hiddenOf(sources);
  const complete = [...best.map((chapter) => others.reduce(lend, chapter)), ...hidden];
  return withEnds(complete.sort((a, b) => a.startMs - b.startMs));
}

function hiddenOf(sources: readonly (readonly Chapter[])[]): readonly Chapter[] {
  return (
    sources.map((chapters) => chapters.filter(({ listed }) => !listed)).find(({ length }) => length > 0) ?? []
  );
}

function lend(chapter: Chapter, others: readonly Chapter[]): Chapter {
  const same = others.find((other) => Math.abs(other.startMs - chapter.startMs) <= sameStartMs);
  if (!same) return chapter;
  return {
    ...chapter,
    ...(chapter.imageUrl === undefined && same.imageUrl !== undefined ? { imageUrl: same.imageUrl } : {}),
    ...(chapter.link === undefined && same.link !== undefined ? { link: same.link } : {}),
  };
}

function withEnds(chapters: readonly Chapter[]): Chapter[] {
  return chapters.map((chapter, at) => {
    if (!chapter.listed || chapter.endMs !== undefined) return chapter;
    const next = chapters.slice(at + 1).find((later) => later.listed && later.startMs > chapter.startMs);
    return next ? { ...chapter, endMs: next.startMs } : chapter;
  });
}
