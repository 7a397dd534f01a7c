import { audioPlayer } from './audio-player.ts';
import { soundDelayMs } from './effects/sound-graph.ts';
import { usePlayback } from './playback-store.ts';

/**
 * Told where the audio is (ms); answers from which position on it is to be told again, because what it shows changes there.
 * `Infinity`: only after a jump. Its own position: with every frame.
 */
export type ClockListener = (positionMs: number) => number;

/** Who changes the speed or the place ticks; should anybody forget, nothing is slept through for longer than this (ms). */
const lookEveryMs = 2000;

const listeners = new Set<ClockListener>();
let nextMs = Number.POSITIVE_INFINITY;
let timer: ReturnType<typeof setTimeout> | undefined;
let frame: number | null = null;

/**
 * What is heard now, in ms. Chromium counts from what leaves the sound card, between its own reports too; only of the way through
 * a sound graph it knows nothing.
 */
export function currentPositionMs(): number {
  return audioPlayer().heardMs(soundDelayMs());
}

/** Heard at once, after each jump, and while playing whenever a listener asked for it. The answer unsubscribes. */
export function subscribeToClock(listener: ClockListener): () => void {
  listeners.add(listener);
  nextMs = Math.min(nextMs, listener(currentPositionMs()));
  waitForNext();
  return () => listeners.delete(listener);
}

/** Tells everybody now, and goes on telling as long as something plays and somebody listens. */
export function tick(): void {
  const positionMs = currentPositionMs();
  nextMs = Number.POSITIVE_INFINITY;
  for (const listener of listeners) nextMs = Math.min(nextMs, listener(positionMs));
  waitForNext();
}

/** A frame is asked for when there is something new to draw in it: frames for nothing cost more than playing does. */
function waitForNext(): void {
  clearTimeout(timer);
  const { state, speed } = usePlayback.getState();
  if (frame !== null || listeners.size === 0 || state !== 'playing') return;
  const leftMs = (nextMs - currentPositionMs()) / speed;
  if (leftMs > 0) {
    // A timer drops what is less than a millisecond, and would be early.
    timer = setTimeout(waitForNext, Math.min(Math.ceil(leftMs), lookEveryMs));
    return;
  }
  frame = requestAnimationFrame(() => {
    frame = null;
    tick();
  });
}
