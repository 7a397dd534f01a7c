import { nextPause } from '../../../core/playback/next-pause.ts';
import { audioPlayer } from '../audio-player.ts';
import { usePlayback } from '../playback-store.ts';
import type { TurningPoint } from '../turning-points.ts';
import { addTurningPoints } from '../turning-points.ts';
import { useEffects } from './effects-store.ts';

/** Between the jump and the sound behind it nothing is heard for so long (ms), measured by sound: that is not saved. */
const gapMs = 80;

let jumping = false;

/** Leaves pauses out by jumping over them. Once, at the start. */
export function followSilence(): void {
  addTurningPoints(nextSilence);
  audioPlayer().listen(({ kind }) => {
    if (kind === 'seeked') queueMicrotask(() => (jumping = false));
  });
}

/** Whether the present seek is one over a pause, and so nothing that has to be kept. */
export function isJumpingOverSilence(): boolean {
  return jumping;
}

function nextSilence(afterMs: number): TurningPoint | null {
  const { inForce, analysis } = useEffects.getState();
  if (!inForce.skipSilence || analysis.kind !== 'ready') return null;
  const pause = nextPause(analysis.sound.pauses, afterMs);
  return pause && { atMs: pause.startMs, reach: () => jumpTo(pause.endMs) };
}

/** Answers whether playing goes on as it was. */
function jumpTo(endMs: number): boolean {
  const leftMs = endMs - audioPlayer().positionMs;
  const savedMs = leftMs / usePlayback.getState().speed - gapMs;
  if (savedMs <= 0) return true;
  jumping = true;
  audioPlayer().seek(endMs);
  useEffects.setState((before) => ({
    savedMs: before.savedMs + savedMs,
    savedInAllMs: before.savedInAllMs + savedMs,
  }));
  return false;
}
