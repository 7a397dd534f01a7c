/** When playing stops by itself: at a moment (monotonic ms), with the episode, or with the chapter that plays. */
export type SleepTimer =
  | { readonly kind: 'at'; readonly deadlineMs: number }
  | { readonly kind: 'end-of-episode' }
  | { readonly kind: 'end-of-chapter' };

/** What the listener chooses: minutes, an end, or no timer. */
export type SleepChoice = number | 'end-of-episode' | 'end-of-chapter' | null;

/** It grows quieter before the end, so that the silence does not wake anybody. Who fell asleep meanwhile hears this much again (ms). */
export const sleepFadeMs = 10_000;
/** How much longer a press of the button makes it (ms). */
export const sleepExtraMs = 5 * 60_000;

export function startSleepTimer(choice: SleepChoice, nowMs: number): SleepTimer | null {
  if (choice === null) return null;
  if (typeof choice === 'string') return { kind: choice };
  return { kind: 'at', deadlineMs: nowMs + choice * 60_000 };
}

/** Later than before by five minutes; `leftMs` is what there was left, 0 once it has stopped. */
export function extendSleepTimer(leftMs: number, nowMs: number): SleepTimer {
  return { kind: 'at', deadlineMs: nowMs + Math.max(0, leftMs) + sleepExtraMs };
}

/** Where the audio is when the question is asked; ends are ms of audio, `null` where there is none. */
export interface SleepPlace {
  readonly nowMs: number;
  readonly positionMs: number;
  readonly speed: number;
  readonly chapterEndMs: number | null;
  readonly episodeEndMs: number | null;
}

/** Ms by the clock on the wall until playing stops; `null` when nothing is set or the end is not known. Never below 0. */
export function sleepTimeLeft(timer: SleepTimer | null, place: SleepPlace): number | null {
  if (timer === null) return null;
  if (timer.kind === 'at') return Math.max(0, timer.deadlineMs - place.nowMs);
  const endMs =
    timer.kind === 'end-of-chapter' ? (place.chapterEndMs ?? place.episodeEndMs) : place.episodeEndMs;
  return endMs === null ? null : Math.max(0, (endMs - place.positionMs) / place.speed);
}

/** Share of the user's volume, 0 to 1: full until the last seconds, then falling evenly. */
export function sleepVolume(leftMs: number | null): number {
  return leftMs === null ? 1 : Math.min(1, leftMs / sleepFadeMs);
}
