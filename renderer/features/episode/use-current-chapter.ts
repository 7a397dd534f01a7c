import { useEffect, useState } from 'react';
import { chapterAt } from '../../../core/chapters/chapter-at.ts';
import { nextChapterEdge } from '../../../core/chapters/next-chapter-edge.ts';
import type { Chapter } from '../../../core/feed/feed.ts';
import { subscribeToClock } from '../../player/playback-clock.ts';
import { usePlayback } from '../../player/playback-store.ts';

/** Index of the chapter that is playing, -1 for none. Draws again when the chapter changes, not with the clock. */
export function useCurrentChapter(episodeId: string, chapters: readonly Chapter[]): number {
  const isInPlayer = usePlayback((playback) => playback.episodeId === episodeId);
  const [current, setCurrent] = useState(-1);
  useEffect(() => {
    if (!isInPlayer) return;
    const unsubscribe = subscribeToClock((positionMs) => {
      setCurrent(chapterAt(chapters, positionMs));
      return nextChapterEdge(chapters, positionMs);
    });
    return () => {
      unsubscribe();
      setCurrent(-1);
    };
  }, [isInPlayer, chapters]);
  return current;
}
