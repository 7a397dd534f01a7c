/** `1:02:03`, `12:34`: a time of the audio (ms) for people, in whole seconds. */
export function shortClock(ms: number): string {
  const { hours, minutes, seconds } = parts(ms);
  const start = hours > 0 ? `${hours}:${two(minutes)}` : String(minutes);
  return `${start}:${two(seconds)}`;
}

/** `01:02:03.004`: a time (ms) as WebVTT writes it; SubRip has a comma for `point`. */
export function captionClock(ms: number, point: '.' | ','): string {
  const { hours, minutes, seconds } = parts(ms);
  const rest = String(Math.round(ms) % 1000).padStart(3, '0');
  return `${two(hours)}:${two(minutes)}:${two(seconds)}${point}${rest}`;
}

/** `754.567s`: a time (ms) as SMIL writes it (timecount value, EPUB Media Overlays 3.3). */
export function smilClock(ms: number): string {
  return `${(ms / 1000).toFixed(3)}s`;
}

function parts(ms: number): { hours: number; minutes: number; seconds: number } {
  const all = Math.floor(Math.round(ms) / 1000);
  return { hours: Math.floor(all / 3600), minutes: Math.floor((all % 3600) / 60), seconds: all % 60 };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
