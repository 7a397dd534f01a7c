import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { subscribeToClock } from '../../player/playback-clock.ts';
import { usePlayback } from '../../player/playback-store.ts';
import { clock } from '../../words/format.ts';
import { nextSecondDrawing, shownSecond } from './next-drawing.ts';
import { PositionSlider } from './position-slider.tsx';
import { useShowsRemaining } from './shows-remaining.ts';

/** Elapsed time, the slider, and the time in all or left. The numbers change by ref, once a second, with a word where one is near. */
export function Position() {
  const { t } = useTranslation();
  const durationMs = usePlayback((playback) => playback.durationMs) ?? 0;
  const [showsRemaining, toggleRemaining] = useShowsRemaining();
  const elapsed = useRef<HTMLSpanElement>(null);
  const total = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    return subscribeToClock((positionMs) => {
      const seconds = shownSecond(positionMs);
      // Both numbers change at the same moment, and together they are the length that is shown.
      const leftSeconds = Math.max(0, Math.floor(durationMs / 1000) - seconds);
      write(elapsed.current, clock(seconds * 1000));
      const left = `−${clock(leftSeconds * 1000)}`;
      write(total.current, showsRemaining && durationMs > 0 ? left : clock(durationMs));
      return nextSecondDrawing(positionMs);
    });
  }, [durationMs, showsRemaining]);
  return (
    <div className="position">
      <span ref={elapsed} className="position-time">
        0:00
      </span>
      <PositionSlider durationMs={durationMs} />
      <button
        ref={total}
        type="button"
        className="position-time"
        title={showsRemaining ? t('player.showTotal') : t('player.showRemaining')}
        onClick={toggleRemaining}
      >
        0:00
      </button>
    </div>
  );
}

/** The text inside is changed and not replaced: a new one would be laid out from nothing. */
function write(element: HTMLElement | null, text: string): void {
  const inside = element?.firstChild ?? null;
  if (inside !== null && inside.nodeValue !== text) inside.nodeValue = text;
}
