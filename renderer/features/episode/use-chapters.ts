import { useEffect, useState } from 'react';
import type { Chapter } from '../../../core/feed/feed.ts';
import { loadChapters } from '../../library/load-chapters.ts';
import type { EpisodeView } from '../../library/rows.ts';
import { usePlayback } from '../../player/playback-store.ts';

const none: readonly Chapter[] = [];

/** Chapters of the chapters file, the feed and the audio: that of a download, or what the player has found while it holds it. */
export function useChapters({ episode, download }: EpisodeView): readonly Chapter[] {
  const [loaded, setLoaded] = useState<readonly Chapter[]>(none);
  const isHere = download?.state === 'done';
  const inAudio = usePlayback((playback) =>
    playback.episodeId === episode.id ? playback.fileChapters : none,
  );
  useEffect(() => {
    let isShown = true;
    // An episode plays and reads without its chapters: a failure leaves the list out.
    void loadChapters(episode.id, inAudio).then((result) => {
      if (isShown && result.ok) setLoaded((before) => (isSame(before, result.value) ? before : result.value));
    });
    return () => {
      isShown = false;
    };
  }, [episode.id, episode.chaptersUrl, isHere, inAudio]);
  return loaded;
}

/** What is drawn from the list is not drawn anew for the same once more. */
function isSame(before: readonly Chapter[], next: readonly Chapter[]): boolean {
  return JSON.stringify(before) === JSON.stringify(next);
}
