import { useEffect, useState } from 'react';
import type { Chapter } from '../../../core/feed/feed.ts';
import { loadChapters } from '../../library/load-chapters.ts';
import type { EpisodeView } from '../../library/rows.ts';
import { usePlayback } from '../../player/playback-store.ts';

const none: readonly Chapter[] = [];

/** Chapters from the feed or its chapters file, else those found in the audio while the player holds it. */
export function useChapters({ episode }: EpisodeView): readonly Chapter[] {
  const [loaded, setLoaded] = useState<readonly Chapter[]>(none);
  const fromFile = usePlayback((playback) =>
    playback.episodeId === episode.id ? playback.fileChapters : none,
  );
  useEffect(() => {
    let isShown = true;
    // An episode plays and reads without its chapters: a failure leaves the list out.
    void loadChapters(episode.id).then((result) => {
      if (isShown && result.ok) setLoaded(result.value);
    });
    return () => {
      isShown = false;
    };
  }, [episode.id, episode.chaptersUrl]);
  return loaded.length > 0 ? loaded : fromFile;
}
