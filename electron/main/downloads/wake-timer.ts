import { realTimer } from './real-timer.ts';

export interface WakeTimerNeeds {
  readonly now: () => number;
  /** A timer by the same clock; returns what stops it. */
  readonly after?: ((ms: number, work: () => void) => () => void) | undefined;
}

/** One timer for many retries: it is set to the earliest of them. */
export class WakeTimer {
  private stopTimer: () => void = () => undefined;

  constructor(private readonly needs: WakeTimerNeeds) {}

  /** Runs `work` at the earliest of the times, instead of what was set before. Without times nothing is set. */
  set(times: readonly number[], work: () => void): void {
    this.stop();
    if (times.length === 0) return;
    const ms = Math.max(0, Math.min(...times) - this.needs.now());
    this.stopTimer = (this.needs.after ?? realTimer)(ms, work);
  }

  stop(): void {
    this.stopTimer();
    this.stopTimer = () => undefined;
  }
}
