import { LoaderCircle, Pause, Play, RotateCcw, RotateCw, SkipBack, SkipForward } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Chapter } from '../../../core/feed/feed.ts';
import { currentPositionMs } from '../../player/playback-clock.ts';
import { playNext, seekBy, seekTo, toggle } from '../../player/playback-commands.ts';
import { usePlayback } from '../../player/playback-store.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { chapterBefore } from './chapter-before.ts';

export interface TransportProps {
  readonly chapters: readonly Chapter[];
}

/** Play, pause and the jumps. */
export function Transport({ chapters }: TransportProps) {
  const { t } = useTranslation();
  const state = usePlayback((playback) => playback.state);
  const isIdle = usePlayback((playback) => playback.episodeId === null);
  const isPlaying = state === 'playing' || state === 'loading';
  return (
    <div className="transport">
      <IconButton
        label={t('player.previous')}
        disabled={chapters.length === 0}
        onClick={() => seekTo(chapterBefore(chapters, currentPositionMs()))}
      >
        <SkipBack />
      </IconButton>
      <IconButton label={t('player.back')} hint="Shift+←" disabled={isIdle} onClick={() => seekBy(-15_000)}>
        <RotateCcw />
        <span className="transport-seconds">15</span>
      </IconButton>
      <IconButton
        className="transport-play"
        label={isPlaying ? t('player.pause') : t('player.play')}
        hint="Space"
        disabled={isIdle}
        onClick={toggle}
      >
        {state === 'loading' ? <LoaderCircle className="turning" /> : isPlaying ? <Pause /> : <Play />}
      </IconButton>
      <IconButton label={t('player.forward')} hint="Shift+→" disabled={isIdle} onClick={() => seekBy(30_000)}>
        <RotateCw />
        <span className="transport-seconds">30</span>
      </IconButton>
      <IconButton label={t('player.next')} hint="Shift+N" disabled={isIdle} onClick={() => void playNext()}>
        <SkipForward />
      </IconButton>
    </div>
  );
}
