import { heardPart } from '../../../core/playback/effects.ts';
import { loopsOver } from '../../../core/playback/loop.ts';
import { audioPlayer } from '../audio-player.ts';
import { usePlayback } from '../playback-store.ts';
import type { TurningPoint } from '../turning-points.ts';
import { addTurningPoints } from '../turning-points.ts';
import { useEffects } from './effects-store.ts';

/** Ends an episode where its outro begins, as if it were over. Once, at the start. */
export function followEnds(): void {
  addTurningPoints(nextEnd);
}

function nextEnd(afterMs: number): TurningPoint | null {
  const { inForce, hearsOutro } = useEffects.getState();
  const { durationMs, episodeId, loop } = usePlayback.getState();
  const { endMs } = heardPart(inForce, durationMs);
  if (endMs === null || durationMs === null || episodeId === null || hearsOutro || endMs <= afterMs)
    return null;
  if (loopsOver(loop, endMs)) return null;
  const leftOut = { kind: 'outro', episodeId, fromMs: endMs, lengthMs: durationMs - endMs } as const;
  return {
    atMs: endMs,
    reach: () => {
      useEffects.setState({ leftOut });
      audioPlayer().end();
      return false;
    },
  };
}
