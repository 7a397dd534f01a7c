export interface SteadyClockNeeds {
  /** ms by a clock that nobody sets, and that may stand still while the computer sleeps. */
  readonly running: () => number;
  /** ms by the clock on the wall, which anybody may set, and which goes on. */
  readonly wall: () => number;
}

/** A clock that nobody sets, and that knows how long the computer slept: a wait that fell into the night is over in the morning. */
export class SteadyClock {
  private sleptMs = 0;
  private asleepSince: { readonly running: number; readonly wall: number } | null = null;

  constructor(private readonly needs: SteadyClockNeeds) {}

  /** ms since the epoch, as it was when the app was started. */
  readonly now = (): number => Math.round(this.needs.running() + this.sleptMs);

  fallAsleep(): void {
    this.asleepSince = { running: this.needs.running(), wall: this.needs.wall() };
  }

  /** What the running clock slept through is added; on systems where it runs on in sleep there is nothing to add. */
  wakeUp(): void {
    if (this.asleepSince === null) return;
    const { running, wall } = this.asleepSince;
    this.asleepSince = null;
    this.sleptMs += Math.max(0, this.needs.wall() - wall - (this.needs.running() - running));
  }
}
