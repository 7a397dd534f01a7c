import { appError } from '../../../../core/app-error.ts';
import { AppFailure } from '../../app-failure.ts';
import type { Logger } from '../../logger.ts';
import type { FindRoutes } from '../../network/find-routes.ts';
import type { Transfer } from '../transfer.ts';
import type { FromTransfers, ToTransfers } from './transfer-messages.ts';

type RouteQuestion = Extract<FromTransfers, { type: 'find-routes' }>;

/** What is used of a `Worker` of node:worker_threads. */
export interface StartedThread {
  postMessage(message: ToTransfers): void;
  on(event: 'message', listener: (message: FromTransfers) => void): unknown;
  on(event: 'error', listener: (cause: unknown) => void): unknown;
  on(event: 'exit', listener: () => void): unknown;
}

interface Waiting {
  readonly task: Transfer;
  readonly resolve: (bytes: number) => void;
  readonly reject: (cause: unknown) => void;
}

/**
 * Brings parts in a thread of its own, started with the first: there a body is written where it was read, on one
 * processor, and a slow disk holds nobody else up. If the thread dies, its transfers fail and the next one starts another.
 */
export class TransferThread {
  private thread: StartedThread | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private nextId = 1;
  private bytesPerSecond = 0;

  constructor(
    private readonly needs: {
      readonly start: () => StartedThread;
      /** The ways to each address it asks for. */
      readonly findRoutes: FindRoutes;
      readonly log: Logger;
    },
  ) {}

  /** As `transfer`. The part's journal is the thread's until this settles. */
  readonly run = (task: Transfer): Promise<number> => {
    const id = this.nextId++;
    const { folder, journal } = task.part;
    const abort = (): void => this.post({ type: 'abort', id });
    const leave = task.part.growth.onWish((at) => this.post({ type: 'wish', id, at }));
    return new Promise<number>((resolve, reject) => {
      task.signal.throwIfAborted();
      this.waiting.set(id, { task, resolve, reject });
      this.post({ type: 'bring', id, folder, journal, authorization: task.authorization });
      task.signal.addEventListener('abort', abort);
    }).finally(() => {
      leave();
      task.signal.removeEventListener('abort', abort);
    });
  };

  /** Bytes a second over all transfers, from now on; 0: no limit. */
  limit(bytesPerSecond: number): void {
    this.bytesPerSecond = bytesPerSecond;
    this.thread?.postMessage({ type: 'limit', bytesPerSecond });
  }

  private post(message: ToTransfers): void {
    this.thread ??= this.start();
    this.thread.postMessage(message);
  }

  private start(): StartedThread {
    const started = this.needs.start();
    started.postMessage({ type: 'limit', bytesPerSecond: this.bytesPerSecond });
    started.on('message', (message) => {
      if (message.type === 'find-routes') void this.findRoutes(started, message);
      else void this.receive(message);
    });
    started.on('error', (cause) => this.lost(started, cause));
    started.on('exit', () => this.lost(started, 'it ended'));
    return started;
  }

  private async findRoutes(thread: StartedThread, { question, url }: RouteQuestion): Promise<void> {
    const routes = await this.needs.findRoutes(url).catch((cause: unknown) => {
      this.needs.log.error('The system does not say how to get out', cause);
      return [];
    });
    thread.postMessage({ type: 'routes', question, routes });
  }

  private async receive(message: Exclude<FromTransfers, RouteQuestion>): Promise<void> {
    const waiting = this.waiting.get(message.id);
    if (waiting === undefined) return;
    const { task, resolve, reject } = waiting;
    if (message.type === 'progress') {
      task.onProgress(message.progress);
      return;
    }
    if (message.type === 'refusal') {
      task.onRefusal();
      return;
    }
    task.part.journal = message.journal;
    if (message.type === 'begin') {
      await task.onBegin(message.ranges);
      this.post({ type: 'begun', id: message.id });
      return;
    }
    this.waiting.delete(message.id);
    const { ranges, journal } = task.part;
    task.onProgress({ ranges, position: journal.offset, totalBytes: journal.expectedTotal });
    const { outcome } = message;
    if (outcome.kind === 'brought') resolve(outcome.bytes);
    else reject(outcome.kind === 'failed' ? new AppFailure(outcome.error) : task.signal.reason);
  }

  private lost(dead: StartedThread, cause: unknown): void {
    if (this.thread !== dead) return;
    this.thread = null;
    this.needs.log.error('The thread of transfers was lost', cause);
    for (const { reject } of this.waiting.values())
      reject(new AppFailure(appError('unexpected', `the thread of transfers was lost: ${String(cause)}`)));
    this.waiting.clear();
  }
}
