/**
 * How early or late a second may be shown (ms): no more than `timeupdate` would be late to tell of it. With a word that is drawn anyway
 * it costs nothing; in a frame of its own, as much as the word does.
 */
const leewayMs = 250;

/** The full second to show at `positionMs`. */
export function shownSecond(positionMs: number): number {
  return Math.floor((positionMs + leewayMs) / 1000);
}

/** Until when the second that was drawn at `positionMs` may stand, ms. */
export function nextSecondDrawing(positionMs: number): number {
  return (shownSecond(positionMs) + 1) * 1000 + leewayMs;
}

/** The same of the slider, `width` px wide: it is drawn with the seconds, or where it moves faster, a pixel further. */
export function nextSliderDrawing(positionMs: number, durationMs: number, width: number): number {
  const secondMs = nextSecondDrawing(positionMs);
  const pixelMs = durationMs / width;
  const isFast = pixelMs > 0 && pixelMs < 1000;
  return isFast ? Math.min(secondMs, positionMs + pixelMs) : secondMs;
}
