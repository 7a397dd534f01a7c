import { assertNever } from '../../core/assert-never.ts';
import type { Steer } from '../../core/system/now-playing.ts';
import { listen } from '../desktop/client.ts';
import { previousChapter } from './chapter-commands.ts';
import { jumpBack, jumpForward } from './jumps.ts';
import { pause, playIfPaused, playNext, seekBy, seekTo, toggle } from './playback-commands.ts';
import { setSpeed, setVolume } from './sound.ts';

/** Does what media keys, panels, tray and taskbar ask for. The answer stops it. */
export function followDesktop(): () => void {
  return listen('system:steer', obey);
}

function obey(wish: Steer): void {
  switch (wish.kind) {
    case 'play':
      playIfPaused();
      break;
    case 'pause':
      pause();
      break;
    case 'play-pause':
      toggle();
      break;
    case 'back':
      jumpBack();
      break;
    case 'forward':
      jumpForward();
      break;
    case 'next':
      void playNext();
      break;
    case 'previous':
      previousChapter();
      break;
    case 'seek-to':
      seekTo(wish.positionMs);
      break;
    case 'seek-by':
      seekBy(wish.deltaMs);
      break;
    case 'set-speed':
      setSpeed(wish.speed);
      break;
    case 'set-volume':
      setVolume(wish.volume);
      break;
    default:
      assertNever(wish, 'wish of the desktop');
  }
}
