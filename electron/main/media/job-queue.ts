import { appError } from '../../../core/app-error.ts';
import type { Result } from '../../../core/result.ts';
import { failure } from '../../../core/result.ts';

/** `now`: somebody hears what it does. `asked`: somebody waits for it. `ahead`: nobody knows of it. */
export type Urgency = 'now' | 'asked' | 'ahead';

export interface JobWish {
  /** What it finds out: another wish for the same lets the one under way go on. */
  readonly about: string;
  readonly urgency: Urgency;
  /** Whether work ahead may be done at the moment, e.g. not on battery. */
  readonly mayWorkAhead: () => Promise<boolean>;
  readonly signal: AbortSignal;
}

interface Job extends JobWish {
  /** Does the work and answers whoever waits for it; true when it gave way and is to be begun again. */
  readonly attempt: (giveWay: AbortSignal) => Promise<boolean>;
  readonly leave: () => void;
}

/** What holds work ahead up is looked at again so often (ms). */
const lookAgainMs = 30_000;
const ranks: Readonly<Record<Urgency, number>> = { now: 0, asked: 1, ahead: 2 };

/**
 * Long work on the sound of files, one at a time. What is more urgent goes first and ends what is less, which begins again
 * afterwards; what is done ahead waits until it may be done, and ends when it may be no more.
 */
export class JobQueue {
  private readonly waiting: Job[] = [];
  private isBusy = false;
  private current: { readonly job: Job; readonly giveWay: AbortController } | null = null;
  private look: NodeJS.Timeout | undefined;

  /**
   * Does `work` when its turn comes, maybe more than once: its signal ends it when something more urgent comes and when nobody
   * waits for it any more. Answers what it answers, or `worker-failed` when `wish.signal` is aborted; rejects as it does.
   */
  run<Value>(wish: JobWish, work: (signal: AbortSignal) => Promise<Result<Value>>): Promise<Result<Value>> {
    return new Promise((resolve, reject) => {
      const cancelled = failure(appError('worker-failed', 'cancelled'));
      if (wish.signal.aborted) {
        resolve(cancelled);
        return;
      }
      const attempt = async (giveWay: AbortSignal): Promise<boolean> => {
        try {
          const outcome = await work(AbortSignal.any([wish.signal, giveWay]));
          if (!outcome.ok && giveWay.aborted && !wish.signal.aborted) return true;
          resolve(outcome);
        } catch (cause) {
          reject(cause instanceof Error ? cause : new Error(String(cause)));
        }
        return false;
      };
      const job: Job = { ...wish, attempt, leave: () => resolve(cancelled) };
      wish.signal.addEventListener('abort', () => this.leave(job), { once: true });
      this.waiting.push(job);
      this.makeWayFor(job);
      void this.goOn();
    });
  }

  /** A job that waits is gone at once; one under way ends by its own signal. */
  private leave(job: Job): void {
    const at = this.waiting.indexOf(job);
    if (at < 0) return;
    this.waiting.splice(at, 1);
    job.leave();
  }

  private makeWayFor({ urgency, about }: Job): void {
    if (this.current === null) return;
    const { job, giveWay } = this.current;
    if (ranks[urgency] < ranks[job.urgency] && job.about !== about) giveWay.abort();
  }

  private async goOn(): Promise<void> {
    if (this.isBusy || this.waiting.length === 0) return;
    this.isBusy = true;
    const job = await this.takeNext();
    if (job) await this.work(job);
    this.isBusy = false;
    if (job) void this.goOn();
    else this.lookAgainLater();
  }

  /** The most urgent, the oldest of these; of what is done ahead, the oldest that may be done now. */
  private async takeNext(): Promise<Job | undefined> {
    const ahead = this.mostUrgent() === undefined ? await this.firstAllowed() : undefined;
    // Something more urgent may have come meanwhile.
    const next = this.mostUrgent() ?? ahead;
    if (next === undefined) return undefined;
    const at = this.waiting.indexOf(next);
    return at < 0 ? this.takeNext() : this.waiting.splice(at, 1)[0];
  }

  private mostUrgent(): Job | undefined {
    const isOf = (wanted: Urgency) => (job: Job) => job.urgency === wanted;
    return this.waiting.find(isOf('now')) ?? this.waiting.find(isOf('asked'));
  }

  private async firstAllowed(): Promise<Job | undefined> {
    for (const job of [...this.waiting]) if (await mayWork(job)) return job;
    return undefined;
  }

  private async work(job: Job): Promise<void> {
    const giveWay = new AbortController();
    this.current = { job, giveWay };
    const watch =
      job.urgency === 'ahead' ? setInterval(() => void this.recheck(job), lookAgainMs) : undefined;
    watch?.unref();
    const gaveWay = await job.attempt(giveWay.signal);
    clearInterval(watch);
    this.current = null;
    if (gaveWay) this.waiting.unshift(job);
  }

  private async recheck(job: Job): Promise<void> {
    if (!(await mayWork(job)) && this.current?.job === job) this.current.giveWay.abort();
  }

  private lookAgainLater(): void {
    clearTimeout(this.look);
    this.look = setTimeout(() => void this.goOn(), lookAgainMs);
    this.look.unref();
  }
}

function mayWork({ mayWorkAhead }: Job): Promise<boolean> {
  return mayWorkAhead().catch(() => false);
}
