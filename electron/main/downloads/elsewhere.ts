import type { DownloadMove } from '../../../core/download/download.ts';
import type { DownloadFolders } from './download-folders.ts';
import { listPresent } from './finished-files.ts';
import { FolderMove } from './folder-move.ts';
import type { Ledger } from './ledger.ts';
import type { MoveNeeds } from './move-file.ts';
import { finishedTasks, partTasks } from './move-tasks.ts';
import type { MoveTask } from './move-tasks.ts';
import type { PartFile } from './part-file.ts';
import type { QueueRunner, QueueRunnerNeeds } from './queue-runner.ts';
import type { RunInTurn } from './run-in-turn.ts';
import { freeBytesAt } from './transfer.ts';

export interface ElsewhereNeeds extends Pick<QueueRunnerNeeds, 'folder' | 'freeBytes' | 'log'> {
  readonly announceMove: (move: DownloadMove) => void;
  /** Renames a file; the disk itself unless a test stands in for it. */
  readonly rename?: MoveNeeds['rename'];
}

export interface DownloadStorage {
  readonly freeBytes: number | null;
  readonly elsewhere: { readonly files: number; readonly bytes: number };
  readonly moving: boolean;
}

/** What lies in folders used before, and its move to the present one. */
export class Elsewhere {
  private readonly mover: FolderMove;

  constructor(
    private readonly needs: ElsewhereNeeds,
    private readonly by: { folders: DownloadFolders; runner: QueueRunner; inTurn: RunInTurn },
  ) {
    const { announceMove: announce, log, rename, freeBytes = freeBytesAt } = needs;
    this.mover = new FolderMove({
      announce,
      log,
      freeBytes,
      inTurn: by.inTurn,
      ...(rename === undefined ? {} : { rename }),
    });
  }

  /** Room where downloads go, null where that is away, and what lies in folders used before. */
  async storage(): Promise<DownloadStorage> {
    const folder = this.needs.folder();
    const isAway = this.by.folders.isAway(folder);
    const freeBytes = isAway ? null : await (this.needs.freeBytes ?? freeBytesAt)(folder).catch(() => null);
    const entries = (await Promise.all(this.ledgers().map(listPresent))).flat();
    const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
    return { freeBytes, elsewhere: { files: entries.length, bytes }, moving: this.mover.isRunning };
  }

  /**
   * Moves everything to the present folder. Resolves when it has begun; `announceMove` tells the rest. Downloads wait
   * meanwhile. Rejects as `DownloadFolders.use`.
   */
  async move(): Promise<void> {
    if (this.mover.isRunning) return;
    const { folders, runner } = this.by;
    const to = await folders.use(this.needs.folder());
    runner.fold({ type: 'moving', moving: true });
    void this.mover
      .run(() => this.findTasks(to))
      .finally(() => runner.fold({ type: 'moving', moving: false }));
  }

  stop(): void {
    this.mover.stop();
  }

  /** As `FolderMove.letGo`. */
  letGo(episodeId: string): void {
    this.mover.letGo(episodeId);
  }

  private ledgers(): Ledger[] {
    const { folders } = this.by;
    const now = this.needs.folder();
    return folders.all().filter(({ folder }) => folder !== now && !folders.isAway(folder));
  }

  private async findTasks(to: Ledger): Promise<MoveTask[]> {
    const { folders, runner } = this.by;
    const { transfers } = runner;
    const heard = [...runner.queue.items.values()].find(({ hurried }) => hurried === true);
    await transfers.allEnded(heard?.request.episodeId);
    const { folder } = to;
    // What is being played while it arrives is finished where it is.
    const mayMove = (part: PartFile): boolean =>
      part.folder !== folder &&
      !folders.isAway(part.folder) &&
      !part.growth.isFollowed &&
      !transfers.isRunning(part.journal.request.episodeId);
    return [...partTasks(runner.parts, { folder, mayMove }), ...(await finishedTasks(this.ledgers(), to))];
  }
}
