import { audioPlayer } from './audio-player.ts';
import { usePlayback } from './playback-store.ts';

type ClockListener = (positionMs: number) => void;

const listeners = new Set<ClockListener>();
let frame: number | null = null;

/** Where the audio is, in ms. Chromium already counts from what leaves the sound card, between its own reports too. */
export function currentPositionMs(): number {
  return audioPlayer().positionMs;
}

/** Heard at once, with every frame while playing, and after each seek. The answer unsubscribes. */
export function subscribeToClock(listener: ClockListener): () => void {
  listeners.add(listener);
  listener(currentPositionMs());
  keepTicking();
  return () => listeners.delete(listener);
}

/** Tells everybody now; the frames go on as long as something plays and somebody listens. */
export function tick(): void {
  const positionMs = currentPositionMs();
  for (const listener of listeners) listener(positionMs);
  keepTicking();
}

function keepTicking(): void {
  if (frame !== null || listeners.size === 0 || usePlayback.getState().state !== 'playing') return;
  frame = requestAnimationFrame(() => {
    frame = null;
    tick();
  });
}
