import { heardPart } from '../../../core/playback/effects.ts';
import { useEffects } from './effects-store.ts';

/** Where an episode that was never begun starts: behind its intro, which is noted as left out. */
export function startBehindIntro(episodeId: string, durationMs: number | null): number {
  const { startMs } = heardPart(useEffects.getState().inForce, durationMs);
  if (startMs > 0) {
    useEffects.setState({ leftOut: { kind: 'intro', episodeId, fromMs: 0, lengthMs: startMs } });
  }
  return startMs;
}
