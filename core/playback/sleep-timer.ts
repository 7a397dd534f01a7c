/** When playing stops by itself: at a moment (monotonic ms) or with the episode. */
export type SleepTimer =
  { readonly kind: 'at'; readonly deadlineMs: number } | { readonly kind: 'end-of-episode' };

/** It grows quieter before the end, so that the silence does not wake anybody. */
const fadeMs = 10_000;

export function startSleepTimer(timer: number | 'end-of-episode' | null, nowMs: number): SleepTimer | null {
  if (timer === null) return null;
  if (timer === 'end-of-episode') return { kind: 'end-of-episode' };
  return { kind: 'at', deadlineMs: nowMs + timer * 60_000 };
}

/** Ms until playing stops; `null` without a deadline. Never below 0. */
export function sleepTimeLeft(timer: SleepTimer | null, nowMs: number): number | null {
  return timer?.kind === 'at' ? Math.max(0, timer.deadlineMs - nowMs) : null;
}

/** Share of the user's volume, 0 to 1: full until the last seconds, then falling evenly. */
export function sleepVolume(timer: SleepTimer | null, nowMs: number): number {
  const left = sleepTimeLeft(timer, nowMs);
  return left === null ? 1 : Math.min(1, left / fadeMs);
}
