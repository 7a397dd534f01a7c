import { access, constants } from 'node:fs/promises';
import type { DownloadQueue } from '../../../core/download/queue-model.ts';
import { diskReserve, freeBytesAt } from './transfer.ts';
import { watchRoom } from './watch-room.ts';

export interface HoldWatchNeeds {
  /** ms since the epoch, by a clock that nobody sets. */
  readonly now: () => number;
  /** Bytes free where a folder lies. */
  readonly freeBytes?: (folder: string) => Promise<number>;
  /** How often a disk that is full or away is looked at again, ms. */
  readonly roomEveryMs?: number;
}

export interface HoldWatchParts {
  readonly queue: () => DownloadQueue;
  /** Where what has arrived of an episode lies, or will. */
  readonly folderOf: (episodeId: string) => string;
  readonly isGone: (folder: string) => Promise<boolean>;
  readonly isOnline: () => boolean;
  /** Takes up what lies in folders that were away and are back. */
  readonly lookAgain: () => Promise<void>;
  readonly goOn: () => void;
}

/** Some systems see no network where there is one, as behind some tunnels: after this time it is tried all the same (ms). */
const mistrustedAfterMs = 300_000;
/** How often a network that asked for a sign-in is tried again (ms). */
const signInEveryMs = 60_000;

/** While something holds the whole queue, looks whether it does so still, and goes on when it does not. */
export class HoldWatch {
  private stopWatching: () => void = () => undefined;
  private heldAt = 0;

  constructor(
    private readonly needs: HoldWatchNeeds,
    private readonly by: HoldWatchParts,
  ) {}

  /** Begins anew with what holds the queue now. */
  start(): void {
    this.stop();
    this.heldAt = this.needs.now();
    this.stopWatching = watchRoom({
      hasRoom: () => this.isMended(),
      goOn: this.by.goOn,
      everyMs: this.by.queue().held === 'network-sign-in' ? signInEveryMs : this.needs.roomEveryMs,
    });
  }

  stop(): void {
    this.stopWatching();
  }

  /** Room for one of those that wait is enough to go on; where none waits any more, nothing is to be waited for. */
  private async isMended(): Promise<boolean> {
    const { queue, isOnline, lookAgain } = this.by;
    if (queue().held === 'network-offline')
      return isOnline() || this.needs.now() - this.heldAt >= mistrustedAfterMs;
    await lookAgain();
    const paused = [...queue().items.values()].filter(({ state }) => state === 'paused');
    const rooms = await Promise.all(
      paused.map(({ request, totalBytes = 0, receivedBytes }) =>
        this.hasRoom(request.episodeId, Math.max(0, totalBytes - receivedBytes)),
      ),
    );
    return rooms.length === 0 || rooms.includes(true);
  }

  private async hasRoom(episodeId: string, bytes: number): Promise<boolean> {
    const folder = this.by.folderOf(episodeId);
    if (await this.by.isGone(folder)) return false;
    if (this.by.queue().held === 'disk-denied' && !(await isWritable(folder))) return false;
    const free = await (this.needs.freeBytes ?? freeBytesAt)(folder);
    return free >= bytes + diskReserve;
  }
}

function isWritable(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
}
