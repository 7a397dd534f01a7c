import type { AppError, AppErrorCode } from '../../../core/app-error.ts';
import type { DownloadMove } from '../../../core/download/download.ts';
import type { Logger } from '../logger.ts';
import { errorFromNode } from '../network/network-error.ts';
import type { MoveNeeds } from './move-file.ts';
import type { MoveTask } from './move-tasks.ts';
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

/** What the next file would meet as well. */
const ending: ReadonlySet<AppErrorCode> = new Set(['disk-full', 'folder-gone']);

/** Moves files to another folder, one after the other, and tells how far it has come. What cannot be moved stays where it is. */
export class FolderMove {
  private controller: AbortController | null = null;
  private moving: { readonly episodeId: string; readonly controller: AbortController } | null = null;

  constructor(private readonly needs: FolderMoveNeeds) {}

  get isRunning(): boolean {
    return this.controller !== null;
  }

  /** What has been moved stays where it is now; the rest stays where it was. */
  stop(): void {
    this.controller?.abort();
  }

  /** Lets go of the file of an episode, if it is just being moved: somebody wants to do something else with it. */
  letGo(episodeId: string): void {
    if (this.moving?.episodeId === episodeId) this.moving.controller.abort();
  }

  /** Never rejects: how it ended is announced. */
  async run(findTasks: () => Promise<readonly MoveTask[]>): Promise<void> {
    const { signal } = (this.controller = new AbortController());
    let tally = new Tally([], this.needs.announce);
    try {
      const tasks = await findTasks();
      tally = new Tally(tasks, this.needs.announce);
      tally.tell('moving');
      const error = await this.moveAll(tasks, { tally, signal });
      if (error === null) tally.tell('done');
      else tally.tell('failed', error);
    } catch (cause) {
      if (signal.aborted) tally.tell('stopped');
      else tally.tell('failed', this.noted(cause));
    } finally {
      this.controller = null;
      tally.close();
    }
  }

  /** Answers why the first of those that stayed did so; null when none did. Rejects with what no other file can be moved for either. */
  private async moveAll(
    tasks: readonly MoveTask[],
    { tally, signal }: { tally: Tally; signal: AbortSignal },
  ): Promise<AppError | null> {
    let first: AppError | null = null;
    for (const task of tasks) {
      try {
        await this.needs.inTurn(task.episodeId, () => this.moveOne(task, { tally, signal }));
        tally.next(task.bytes);
      } catch (cause) {
        if (signal.aborted || ending.has(errorFromNode(cause, 'disk-failed').code)) throw cause;
        first ??= this.noted(cause);
      }
    }
    return first;
  }

  private noted(cause: unknown): AppError {
    this.needs.log.warn(`Moving downloads: ${String(cause)}`);
    return errorFromNode(cause, 'disk-failed');
  }

  private async moveOne(
    { episodeId, run }: MoveTask,
    { tally, signal }: { tally: Tally; signal: AbortSignal },
  ): Promise<void> {
    const { freeBytes, rename } = this.needs;
    const controller = new AbortController();
    this.moving = { episodeId, controller };
    const needs = { freeBytes, onBytes: tally.within, ...(rename === undefined ? {} : { rename }) };
    try {
      await run({ ...needs, signal: AbortSignal.any([signal, controller.signal]) });
    } catch (cause) {
      if (signal.aborted || !controller.signal.aborted) throw cause;
    } finally {
      this.moving = null;
    }
  }
}

/** Counts files and bytes, and tells no more often than people can see. */
class Tally {
  private filesDone = 0;
  private bytesDone = 0;
  private readonly files: number;
  private readonly bytes: number;
  private readonly throttled = throttleProgress<number>((bytesDone) => this.send('moving', bytesDone));

  constructor(
    tasks: readonly MoveTask[],
    private readonly announce: (move: DownloadMove) => void,
  ) {
    this.files = tasks.length;
    this.bytes = tasks.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  readonly within = (bytes: number): void => this.throttled.report(this.bytesDone + bytes);

  next(bytes: number): void {
    this.filesDone += 1;
    this.bytesDone += bytes;
    this.throttled.report(this.bytesDone);
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
