import type { KeyboardEvent, PointerEvent, RefObject } from 'react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chapterAt } from '../../../core/chapters/chapter-at.ts';
import { useDownloadProgress } from '../../library/download-progress.ts';
import { currentPositionMs, subscribeToClock } from '../../player/playback-clock.ts';
import { seekBy, seekTo } from '../../player/playback-commands.ts';
import { usePlayback } from '../../player/playback-store.ts';
import { isListed, usePlayingChapters } from '../../player/playing-chapters.ts';
import { clock } from '../../words/format.ts';
import { nextSliderDrawing, shownSecond } from './next-drawing.ts';
import { BookmarkMarks, ChapterMarks, LoopMark } from './position-marks.tsx';
import { seekOfKey } from './seek-of-key.ts';

export interface PositionSliderProps {
  readonly durationMs: number;
}

/** Where the audio is; dragging shows the place and plays it when let go. Drawn by ref. */
export function PositionSlider({ durationMs }: PositionSliderProps) {
  const { t } = useTranslation();
  const slider = useRef<HTMLDivElement>(null);
  const dragged = useRef<number | null>(null);
  const draw = useDrawing({ slider, dragged, durationMs });
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const place = placeOf(event) * durationMs;
    event.currentTarget.title = hoverTitle(place);
    if (dragged.current === null) return;
    dragged.current = place;
    draw(place);
  };
  const endDrag = (seeks: boolean) => {
    if (seeks && dragged.current !== null) seekTo(dragged.current);
    dragged.current = null;
  };
  return (
    <div
      ref={slider}
      role="slider"
      tabIndex={0}
      className="position-slider"
      aria-label={t('player.position')}
      aria-valuemin={0}
      aria-valuemax={Math.floor(durationMs / 1000)}
      aria-valuenow={0}
      aria-disabled={durationMs === 0}
      onKeyDown={(event) => seekByKey(event, durationMs)}
      onPointerDown={(event) => {
        if (event.button !== 0 || durationMs === 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        dragged.current = currentPositionMs();
        drag(event);
      }}
      onPointerMove={drag}
      onPointerUp={() => endDrag(true)}
      onPointerCancel={() => endDrag(false)}
    >
      <PositionTrack durationMs={durationMs} />
      {durationMs > 0 && (
        <>
          <LoopMark durationMs={durationMs} />
          <BookmarkMarks durationMs={durationMs} />
        </>
      )}
      <span className="position-thumb" />
    </div>
  );
}

interface DrawingOptions {
  readonly slider: RefObject<HTMLElement | null>;
  /** Where it is dragged to, ms. */
  readonly dragged: RefObject<number | null>;
  readonly durationMs: number;
}

/** Keeps the slider where the audio is or where it is dragged to. The answer draws it at a place (ms). */
function useDrawing({ slider, dragged, durationMs }: DrawingOptions): (positionMs: number) => void {
  const { t } = useTranslation();
  const said = useRef<number | null>(null);
  const width = useWidth(slider);
  const draw = (positionMs: number) => {
    if (slider.current === null) return;
    drawShare(slider.current, durationMs === 0 ? 0 : Math.min(1, positionMs / durationMs), width);
    const seconds = shownSecond(positionMs);
    if (seconds === said.current) return;
    said.current = seconds;
    say(
      slider.current,
      seconds,
      t('time.position', { position: clock(seconds * 1000), length: clock(durationMs) }),
    );
  };
  useEffect(() => {
    // The length or the language may be another while the second is the same.
    said.current = null;
    return subscribeToClock((positionMs) => {
      draw(dragged.current ?? positionMs);
      return nextSliderDrawing(positionMs, durationMs, width);
    });
  });
  return draw;
}

/** Its width in px. Asked for with every drawing, it would have the whole page laid out in between. */
function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (element.current === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

function PositionTrack({ durationMs }: PositionSliderProps) {
  return (
    <span className="position-track">
      <ArrivedLane />
      <span className="position-fill" />
      {durationMs > 0 && <ChapterMarks durationMs={durationMs} />}
    </span>
  );
}

/** How much of an episode that is played while it arrives is on the disk already; by bytes, which run about as its time does. */
function ArrivedLane() {
  const streamed = usePlayback(({ episodeId, local }) => (local ? null : episodeId));
  const progress = useDownloadProgress((all) => (streamed === null ? undefined : all[streamed]));
  if (progress?.totalBytes === undefined) return null;
  const share = Math.min(1, progress.receivedBytes / Math.max(1, progress.totalBytes));
  return <span className="position-arrived" style={{ transform: `scaleX(${share})` }} />;
}

function seekByKey(event: KeyboardEvent, durationMs: number): void {
  const isPlain = !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey;
  const seek = isPlain && durationMs > 0 ? seekOfKey(event.key) : null;
  if (seek === null) return;
  event.preventDefault();
  event.stopPropagation();
  if (seek.kind === 'by') seekBy(seek.ms);
  else seekTo(seek.share * durationMs);
}

/** To the pixel: what would look the same is not drawn. */
function drawShare(slider: HTMLElement, exact: number, width: number): void {
  const share = String(width === 0 ? exact : Math.floor(exact * width) / width);
  if (slider.style.getPropertyValue('--share') !== share) slider.style.setProperty('--share', share);
}

function say(slider: HTMLElement, seconds: number, text: string): void {
  slider.setAttribute('aria-valuenow', String(seconds));
  slider.setAttribute('aria-valuetext', text);
}

function placeOf(event: PointerEvent<HTMLElement>): number {
  const { left, width } = event.currentTarget.getBoundingClientRect();
  return Math.min(1, Math.max(0, (event.clientX - left) / width));
}

function hoverTitle(positionMs: number): string {
  const listed = usePlayingChapters.getState().chapters.filter(isListed);
  const title = listed[chapterAt(listed, positionMs)]?.title ?? '';
  return title === '' ? clock(positionMs) : `${clock(positionMs)} ${title}`;
}
