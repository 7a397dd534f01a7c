import {
  BookmarkPlus,
  ListEnd,
  LoaderCircle,
  Pause,
  Play,
  RotateCcw,
  RotateCw,
  SkipBack,
  SkipForward,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { nextChapter, previousChapter } from '../../player/chapter-commands.ts';
import { isListed, usePlayingChapters } from '../../player/playing-chapters.ts';
import { jumpBack, jumpForward } from '../../player/jumps.ts';
import { playNext, toggle } from '../../player/playback-commands.ts';
import { usePlayback } from '../../player/playback-store.ts';
import { useSettings } from '../../settings/settings-store.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import type { PlayerActionProps } from './player-action.ts';

/** Play, pause, the jumps, and keeping a place. */
export function Transport({ onAction }: PlayerActionProps) {
  const { t } = useTranslation();
  const isIdle = usePlayback((playback) => playback.episodeId === null);
  const hasChapters = usePlayingChapters(({ chapters }) => chapters.some(isListed));
  const { backMs, forwardMs } = useSettings((settings) => settings.playback);
  const [backSeconds, forwardSeconds] = [backMs / 1000, forwardMs / 1000];
  const jumps = { disabled: isIdle || !hasChapters };
  return (
    <div className="transport">
      <IconButton
        label={t('player.bookmark')}
        hint="Shift+B"
        disabled={isIdle}
        onClick={() => onAction('addBookmark')}
      >
        <BookmarkPlus />
      </IconButton>
      <IconButton label={t('player.previous')} hint="Shift+PgUp" {...jumps} onClick={previousChapter}>
        <SkipBack />
      </IconButton>
      <IconButton
        label={t('player.back', { count: backSeconds })}
        hint="Shift+←"
        disabled={isIdle}
        onClick={jumpBack}
      >
        <RotateCcw />
        <span className="transport-seconds">{backSeconds}</span>
      </IconButton>
      <PlayButton />
      <IconButton
        label={t('player.forward', { count: forwardSeconds })}
        hint="Shift+→"
        disabled={isIdle}
        onClick={jumpForward}
      >
        <RotateCw />
        <span className="transport-seconds">{forwardSeconds}</span>
      </IconButton>
      <IconButton label={t('player.nextChapter')} hint="Shift+PgDn" {...jumps} onClick={nextChapter}>
        <SkipForward />
      </IconButton>
      <IconButton label={t('player.next')} hint="Shift+N" disabled={isIdle} onClick={() => void playNext()}>
        <ListEnd />
      </IconButton>
    </div>
  );
}

function PlayButton() {
  const { t } = useTranslation();
  const state = usePlayback((playback) => playback.state);
  const isIdle = usePlayback((playback) => playback.episodeId === null);
  const isPlaying = state === 'playing' || state === 'loading';
  return (
    <IconButton
      className="transport-play"
      label={isPlaying ? t('player.pause') : t('player.play')}
      hint="Space"
      disabled={isIdle}
      onClick={toggle}
    >
      {state === 'loading' ? <LoaderCircle className="turning" /> : isPlaying ? <Pause /> : <Play />}
    </IconButton>
  );
}
