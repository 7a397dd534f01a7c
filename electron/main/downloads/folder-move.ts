import type { AppError } from '../../../core/app-error.ts';
import type { DownloadMove } from '../../../core/download/download.ts';
import type { LedgerEntry } from '../../../core/download/reconcile-files.ts';
import type { Logger } from '../logger.ts';
import { errorFromNode } from '../network/network-error.ts';
import type { Ledger } from './ledger.ts';
import { moveFinished } from './move-finished.ts';
import type { MoveNeeds } from './move-finished.ts';
import type { RunInTurn } from './run-in-turn.ts';
import { throttleProgress } from './throttle-progress.ts';

export interface FolderMoveNeeds {
  readonly announce: (move: DownloadMove) => void;
  readonly freeBytes: (folder: string) => Promise<number>;
  /** Nothing else is done to an episode while its file moves. */
  readonly inTurn: RunInTurn;
  readonly log: Logger;
  readonly rename?: MoveNeeds['rename'];
}

interface Task {
  readonly entry: LedgerEntry;
  readonly from: Ledger;
}

/** Moves all finished files of some folders to another, one after the other, and tells how far it has come. */
export class FolderMove {
  private controller: AbortController | null = null;

  constructor(private readonly needs: FolderMoveNeeds) {}

  get isRunning(): boolean {
    return this.controller !== null;
  }

  /** What has been moved stays where it is now; the rest stays where it was. */
  stop(): void {
    this.controller?.abort();
  }

  /** Never rejects: how it ended is announced. `before` is done first and ends the move when it fails. */
  async run(given: { from: readonly Ledger[]; to: Ledger; before: () => Promise<void> }): Promise<void> {
    const controller = new AbortController();
    this.controller = controller;
    const tasks = given.from.flatMap((from) => from.all().map((entry) => ({ entry, from })));
    const tally = new Tally(tasks, this.needs.announce);
    try {
      tally.tell('moving');
      await given.before();
      for (const task of tasks) await this.moveOne(task, given.to, { tally, signal: controller.signal });
      tally.tell('done');
    } catch (cause) {
      if (controller.signal.aborted) tally.tell('stopped');
      else {
        this.needs.log.warn(`Moving downloads: ${String(cause)}`);
        tally.tell('failed', errorFromNode(cause, 'disk-failed'));
      }
    } finally {
      this.controller = null;
      tally.close();
    }
  }

  private async moveOne(
    { entry, from }: Task,
    to: Ledger,
    { tally, signal }: { tally: Tally; signal: AbortSignal },
  ): Promise<void> {
    const { freeBytes, inTurn, rename } = this.needs;
    await inTurn(entry.episodeId, async () => {
      // Deleted while others were moved.
      if (from.get(entry.episodeId) === undefined) return;
      const needs = { signal, freeBytes, onBytes: tally.within, ...(rename === undefined ? {} : { rename }) };
      await moveFinished(entry, { from, to }, needs);
    });
    tally.next(entry.bytes);
  }
}

/** Counts files and bytes, and tells no more often than people can see. */
class Tally {
  private filesDone = 0;
  private bytesDone = 0;
  private readonly files: number;
  private readonly bytes: number;
  private readonly throttled = throttleProgress((bytesDone) => this.send('moving', bytesDone));

  constructor(
    tasks: readonly Task[],
    private readonly announce: (move: DownloadMove) => void,
  ) {
    this.files = tasks.length;
    this.bytes = tasks.reduce((sum, { entry }) => sum + entry.bytes, 0);
  }

  readonly within = (bytes: number): void => this.throttled.report(this.bytesDone + bytes, undefined);

  next(bytes: number): void {
    this.filesDone += 1;
    this.bytesDone += bytes;
    this.throttled.report(this.bytesDone, undefined);
  }

  tell(state: DownloadMove['state'], error?: AppError): void {
    this.throttled.stop();
    this.send(state, this.bytesDone, error);
  }

  close(): void {
    this.throttled.stop();
  }

  private send(state: DownloadMove['state'], bytesDone: number, error?: AppError): void {
    const { files, filesDone, bytes } = this;
    this.announce({ state, files, filesDone, bytes, bytesDone, ...(error === undefined ? {} : { error }) });
  }
}
