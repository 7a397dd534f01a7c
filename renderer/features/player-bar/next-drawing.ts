/**
 * How late a second may be shown (ms): no later than `timeupdate` would tell of it. With the next word it costs nothing; in a
 * frame of its own, as much as the word does.
 */
const patienceMs = 250;

/** Until when the time in full seconds that was drawn at `positionMs` may stand, ms. */
export function nextSecondDrawing(positionMs: number): number {
  return (Math.floor(positionMs / 1000) + 1) * 1000 + patienceMs;
}

/** The same of the slider, `width` px wide: it is drawn with the seconds, or where it moves faster, a pixel further. */
export function nextSliderDrawing(positionMs: number, durationMs: number, width: number): number {
  const secondMs = nextSecondDrawing(positionMs);
  const pixelMs = durationMs / width;
  const isFast = pixelMs > 0 && pixelMs < 1000;
  return isFast ? Math.min(secondMs, positionMs + pixelMs) : secondMs;
}
