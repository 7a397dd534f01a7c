import { useEffect, useState } from 'react';
import type { Chapter } from '../../../core/feed/feed.ts';
import { loadChapters } from '../../library/load-chapters.ts';
import { usePlayback } from '../../player/playback-store.ts';

const none: readonly Chapter[] = [];

/** Listed chapters of what plays: the feed's, else those found in the file. */
export function usePlayingChapters(): readonly Chapter[] {
  const episodeId = usePlayback((playback) => playback.episodeId);
  const fileChapters = usePlayback((playback) => playback.fileChapters);
  const [loaded, setLoaded] = useState<{
    readonly episodeId: string;
    readonly chapters: readonly Chapter[];
  } | null>(null);
  useEffect(() => {
    if (episodeId === null) return;
    let current = true;
    void loadChapters(episodeId).then((result) => {
      if (current)
        setLoaded({ episodeId, chapters: result.ok ? result.value.filter(({ listed }) => listed) : none });
    });
    return () => {
      current = false;
    };
  }, [episodeId]);
  const chapters = loaded !== null && loaded.episodeId === episodeId ? loaded.chapters : none;
  return chapters.length > 0 ? chapters : fileChapters;
}
