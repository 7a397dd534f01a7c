import type { Mp3Index } from './mp3-index.ts';
import { soundOf } from './mp3-index.ts';

/**
 * The index without the frames that hold nothing but encoder delay or padding. What is left of the delay, under half a
 * frame (1 ms for LAME's usual delay), stays: an edit list could take it off to the sample, but Chromium minds edit
 * lists at the start only, and is off by the whole delay after each seek (25 ms, measured).
 */
export function cutToSound(index: Mp3Index): Mp3Index {
  const sound = soundOf(index);
  const end = Math.min(index.sizes.length, Math.ceil((sound.start + sound.length) / index.samplesPerFrame));
  const first = Math.min(Math.round(sound.start / index.samplesPerFrame), end - 1);
  const runs = index.runs.flatMap((run, at) => {
    const runEnd = Math.min(index.runs[at + 1]?.firstFrame ?? end, end);
    const from = Math.max(run.firstFrame, first);
    if (from >= runEnd) return [];
    const skipped = index.sizes.subarray(run.firstFrame, from).reduce((sum, size) => sum + size, 0);
    return [{ firstFrame: from - first, offset: run.offset + skipped }];
  });
  const later = index.syncFrames.filter((frame) => frame > first && frame < end);
  return {
    ...index,
    sizes: index.sizes.subarray(first, end),
    runs,
    syncFrames: [0, ...later.map((frame) => frame - first)],
  };
}
