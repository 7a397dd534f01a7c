import { useEffect, useState } from 'react';
import type { EpisodeView } from '../../library/rows.ts';
import { prepareAudio } from '../../player/prepare-audio.ts';

/** Whether a downloaded file brings moving pictures, whatever its feed calls it. */
export function useFilePicture({ episode, download }: EpisodeView): boolean {
  const [hasPicture, setHasPicture] = useState(false);
  const isHere = download?.state === 'done';
  useEffect(() => {
    let isShown = true;
    setHasPicture(false);
    if (isHere)
      void prepareAudio(episode.id).then((prepared) => {
        if (isShown) setHasPicture(prepared.ok && prepared.value.hasPicture);
      });
    return () => {
      isShown = false;
    };
  }, [episode.id, isHere]);
  return hasPicture;
}
