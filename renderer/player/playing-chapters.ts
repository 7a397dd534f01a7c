import { create } from 'zustand';
import { chapterAt } from '../../core/chapters/chapter-at.ts';
import { chapterPicture } from '../../core/chapters/chapter-picture.ts';
import type { Chapter } from '../../core/feed/feed.ts';

/** The chapters of what plays. */
export interface PlayingChapters {
  readonly episodeId: string | null;
  /** By start; entries that are not listed change the picture only. */
  readonly chapters: readonly Chapter[];
  /** Starts (ms) of the chapters that are left out. */
  readonly skipped: readonly number[];
  /** Pictures that may be loaded. */
  readonly permitted: ReadonlySet<string>;
  /** The listed chapter that is heard. */
  readonly current: Chapter | null;
  /** Address of the picture of this moment; `null`: the cover. */
  readonly imageUrl: string | null;
}

export const noChapters: PlayingChapters = {
  episodeId: null,
  chapters: [],
  skipped: [],
  permitted: new Set(),
  current: null,
  imageUrl: null,
};

export const usePlayingChapters = create<PlayingChapters>(() => noChapters);

export const isListed = ({ listed }: Chapter): boolean => listed;

/** Takes note of where the audio is. Changes nothing, and draws nothing anew, within a chapter. */
export function noteChapter(positionMs: number): void {
  const { chapters, permitted, current, imageUrl } = usePlayingChapters.getState();
  if (chapters.length === 0) return;
  const listed = chapters.filter(isListed);
  const here = listed[chapterAt(listed, positionMs)] ?? null;
  const picture = chapterPicture(chapters, positionMs);
  const shown = picture !== null && permitted.has(picture) ? picture : null;
  if (here !== current || shown !== imageUrl) usePlayingChapters.setState({ current: here, imageUrl: shown });
}

/** The next place behind `afterMs` where a listed chapter ends, in ms; `null` when none is known. */
export function chapterEndAfter(afterMs: number): number | null {
  const listed = usePlayingChapters.getState().chapters.filter(isListed);
  const next = listed.find(({ startMs }) => startMs > afterMs)?.startMs;
  const own = listed.findLast(({ startMs }) => startMs <= afterMs)?.endMs;
  const ends = [next, own].filter((end): end is number => end !== undefined && end > afterMs);
  return ends.length === 0 ? null : Math.min(...ends);
}
