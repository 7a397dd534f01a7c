import { appError } from '../../../core/app-error.ts';
import { workerContract, workerReplySchema } from '../../../core/ipc/worker-contract.ts';
import type { RunWorkerJob, WorkerJob, WorkerRequest } from '../../../core/ipc/worker-contract.ts';
import { failure, success } from '../../../core/result.ts';
import type { Result } from '../../../core/result.ts';
import type { Logger } from '../logger.ts';

/** What is used of Electron's UtilityProcess. */
export interface WorkerProcess {
  postMessage(message: WorkerRequest): void;
  onMessage(listener: (message: unknown) => void): void;
  onExit(listener: (code: number) => void): void;
  kill(): void;
}

export interface WorkerHostNeeds {
  readonly fork: () => WorkerProcess;
  readonly log: Logger;
  /** Longest a job may take before the process is ended, ms. Reading a whole audio file may take longer than parsing. */
  readonly timeoutMs?: (job: WorkerJob) => number;
}

interface Waiting {
  readonly request: WorkerRequest;
  readonly answer: (outcome: Result<unknown>) => void;
  readonly tries: number;
}

/** Jobs that read whole audio files: they take long, and go on beside the others. */
const readsWhole = (job: WorkerJob): boolean => job === 'audio:index' || job === 'audio:digest';
const usualTimeout = (job: WorkerJob): number => (readsWhole(job) ? 300_000 : 20_000);
/** These depend on what the process remembers from before, and so cannot be done again in a new one. */
const partOfFeed = (job: WorkerJob): boolean => job.startsWith('feed:');

/**
 * Keeps one worker alive and gives it jobs. A job that takes too long ends the process and fails with `worker-failed`;
 * the jobs that only stood behind it are done again, once, by the next process.
 */
export class WorkerHost {
  private process: WorkerProcess | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private timer: NodeJS.Timeout | undefined;
  private timedJob: number | null = null;
  private nextId = 1;

  constructor(private readonly needs: WorkerHostNeeds) {}

  readonly run: RunWorkerJob = async (job, args) => {
    const outcome = await new Promise<Result<unknown>>((answer) => {
      this.send({ request: { id: this.nextId++, job, args }, answer, tries: 1 });
    });
    if (!outcome.ok) return outcome;
    const value = workerContract[job].result.safeParse(outcome.value);
    if (value.success) return success(value.data as never);
    this.needs.log.error(`Worker answered ${job} wrongly: ${value.error.message}`);
    return failure(appError('worker-failed', `${job}: unexpected answer`));
  };

  /** Ends the process on purpose; what was under way is not answered. */
  stop(): void {
    const last = this.process;
    this.process = null;
    last?.kill();
  }

  private send(waiting: Waiting): void {
    this.process ??= this.start();
    this.waiting.set(waiting.request.id, waiting);
    this.process.postMessage(waiting.request);
    this.watchOldest();
  }

  private start(): WorkerProcess {
    const started = this.needs.fork();
    started.onMessage((message) => this.receive(message));
    started.onExit((code) => {
      if (this.process !== started) return;
      if (this.waiting.size > 0 || code !== 0) this.lost(`worker ended with code ${code}`);
      // When the app quits, its processes end by themselves.
      else this.process = null;
    });
    return started;
  }

  private receive(message: unknown): void {
    const reply = workerReplySchema.safeParse(message);
    const waiting = reply.success ? this.waiting.get(reply.data.id) : undefined;
    if (!reply.success || waiting === undefined) {
      this.needs.log.warn('Worker said something unasked');
      return;
    }
    this.waiting.delete(reply.data.id);
    this.watchOldest();
    waiting.answer(reply.data.outcome);
  }

  /** Parsing is done in order, so the clock runs for the oldest only; indexing goes on beside it and is timed last. */
  private watchOldest(): void {
    const oldest = this.oldest();
    if (oldest?.request.id === this.timedJob) return;
    clearTimeout(this.timer);
    this.timedJob = oldest?.request.id ?? null;
    if (oldest === undefined) return;
    const limit = (this.needs.timeoutMs ?? usualTimeout)(oldest.request.job);
    this.timer = setTimeout(() => this.lost(`${oldest.request.job} took longer than ${limit} ms`), limit);
  }

  private oldest(): Waiting | undefined {
    const all = [...this.waiting.values()];
    return all.find(({ request }) => !readsWhole(request.job)) ?? all[0];
  }

  private lost(reason: string): void {
    this.needs.log.error(`Worker lost: ${reason}`);
    const dead = this.process;
    this.process = null;
    dead?.kill();
    const culprit = this.oldest();
    const others = [...this.waiting.values()].filter((one) => one !== culprit);
    this.waiting.clear();
    this.watchOldest();
    culprit?.answer(failure(appError('worker-failed', reason)));
    for (const other of others) {
      if (partOfFeed(other.request.job) || other.tries > 1)
        other.answer(failure(appError('worker-failed', reason)));
      else this.send({ ...other, tries: other.tries + 1 });
    }
  }
}
