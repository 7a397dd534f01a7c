import { countsAsPlayed } from './played-rule.ts';

/** After a pause this long (ms), playing starts this much earlier (ms), so that the listener finds the thread again. */
const rewinds = [
  { pauseMs: 24 * 3_600_000, rewindMs: 20_000 },
  { pauseMs: 3_600_000, rewindMs: 10_000 },
  { pauseMs: 5 * 60_000, rewindMs: 3_000 },
] as const;

export interface LeftOff {
  readonly positionMs: number;
  readonly durationMs: number | null;
  /** When it was left, ms since the epoch. */
  readonly updatedAt: number;
}

export interface ResumeRules {
  /** Ms since the epoch. */
  readonly now: number;
  readonly rewindAfterPause: boolean;
  /** Left this close to its end it counts as heard (ms). */
  readonly playedWithinMs: number;
}

/** Where to go on playing, in ms: where it was left, a little earlier after a long pause, at the start if it was heard to the end. */
export function resumePosition(left: LeftOff, rules: ResumeRules): number {
  if (countsAsPlayed(left.positionMs, left.durationMs, rules.playedWithinMs)) return 0;
  const pauseMs = rules.rewindAfterPause ? rules.now - left.updatedAt : 0;
  const rewindMs = rewinds.find((step) => pauseMs >= step.pauseMs)?.rewindMs ?? 0;
  return Math.max(0, left.positionMs - rewindMs);
}
