import type { AppErrorCode } from '../../../core/app-error.ts';
import { emptyQueue, foldDownload, snapshotOf } from '../../../core/download/download-queue.ts';
import type { QueueEffect, QueueEvent } from '../../../core/download/download-queue.ts';
import type { DownloadRequest, DownloadSnapshot } from '../../../core/download/download.ts';
import { assertNever } from '../../../core/assert-never.ts';
import { success } from '../../../core/result.ts';
import type { Result } from '../../../core/result.ts';
import { AppFailure, toResult } from '../app-failure.ts';
import type { Logger } from '../logger.ts';
import { errorFromNode } from '../network/network-error.ts';
import { DownloadFolders } from './download-folders.ts';
import { finishDownload, recoverFinished } from './finish-download.ts';
import { doneSnapshot, findFinished, listFinished, removeFinished } from './finished-files.ts';
import type { Ledger } from './ledger.ts';
import { PartFile, readParts } from './part-file.ts';
import { realTimer } from './real-timer.ts';
import { createRunInTurn } from './run-in-turn.ts';
import { throttleProgress } from './throttle-progress.ts';
import { diskReserve, freeBytesAt, transfer } from './transfer.ts';
import type { TransferNeeds } from './transfer.ts';

export interface DownloadServiceNeeds extends TransferNeeds {
  /** Absolute path of the folder for new downloads. */
  readonly folder: () => string;
  /** Earmark's own folder for downloads, used unless the user chose another. */
  readonly ownFolder: string;
  /** Where the folders ever used are remembered. */
  readonly foldersFile: string;
  readonly random: () => number;
  readonly announce: (snapshot: DownloadSnapshot) => void;
  readonly notice: (code: AppErrorCode) => void;
  readonly log: Logger;
  /** A timer by the same clock as `now`; returns what stops it. */
  readonly after?: (ms: number, work: () => void) => () => void;
  /** How often a disk that is full or away is looked at again, ms. */
  readonly roomEveryMs?: number;
}

type Done = Result<Record<string, never>>;

/** Moves the bytes: folds the pure queue and runs its effects. Make one with `DownloadService.open`. */
export class DownloadService {
  private queue = emptyQueue;
  private readonly parts = new Map<string, PartFile>();
  private readonly running = new Map<string, { controller: AbortController; ended: Promise<void> }>();
  private stopWaking: () => void = () => undefined;
  private readonly inTurn = createRunInTurn();
  private roomTimer: NodeJS.Timeout | undefined;
  private isClosed = false;

  private constructor(
    private readonly needs: DownloadServiceNeeds,
    private readonly folders: DownloadFolders,
  ) {}

  /** Reads ledgers and journals, and goes on with what an earlier run left unfinished. */
  static async open(needs: DownloadServiceNeeds): Promise<DownloadService> {
    const { foldersFile: listFile, ownFolder } = needs;
    const folders = await DownloadFolders.open({ listFile, ownFolder }, needs.folder());
    const service = new DownloadService(needs, folders);
    for (const ledger of service.folders.all()) await service.goOn(ledger);
    return service;
  }

  /** Puts an episode in the queue. Asked for again: nothing changes, unless it had failed. */
  start(request: DownloadRequest): Promise<Done> {
    const start = async (): Promise<Record<string, never>> => {
      const done = await findFinished(this.folders.all(), request.episodeId);
      if (done?.isPresent === true) {
        this.needs.announce(doneSnapshot(done.entry));
        return {};
      }
      const part = this.parts.get(request.episodeId) ?? this.newPart(request, this.needs.folder());
      await this.enter(part, request);
      this.fold({ type: 'requested', request, receivedBytes: part.journal.offset });
      return {};
    };
    return this.inTurn(request.episodeId, () => toResult(start));
  }

  cancel(episodeId: string): Promise<Done> {
    return this.inTurn(episodeId, async () => {
      this.fold({ type: 'cancelled', episodeId });
      await this.running.get(episodeId)?.ended;
      return success({});
    });
  }

  /** Deletes a finished file and what is kept beside it. */
  remove(episodeId: string): Promise<Done> {
    const remove = async (): Promise<Record<string, never>> => {
      for (const ledger of this.folders.all()) await removeFinished(ledger, episodeId);
      return {};
    };
    return this.inTurn(episodeId, () => toResult(remove));
  }

  /** Everything known: what is in the queue, and what the ledgers say compared with the files that are there. */
  async list(): Promise<DownloadSnapshot[]> {
    const all = await listFinished(this.folders.all());
    for (const [episodeId, item] of this.queue.items) all.set(episodeId, snapshotOf(item));
    return [...all.values()];
  }

  /** Where a finished episode lies; the name is relative to the folder. Null when it is not downloaded. */
  async findFile(episodeId: string): Promise<{ folder: string; name: string } | null> {
    const found = await findFinished(this.folders.all(), episodeId);
    return found === null ? null : { folder: found.ledger.folder, name: found.entry.fileName };
  }

  /** What is arriving of an episode that is not finished, for playing it meanwhile; null where nothing is wanted. */
  findPart(episodeId: string): PartFile | null {
    return this.parts.get(episodeId) ?? null;
  }

  /**
   * Takes the folder the user chose just now into use: what waits for a folder that is not there is downloaded to this one.
   */
  adopt(folder: string): Promise<Done> {
    return toResult(async () => {
      await this.folders.adopt(folder).catch((cause: unknown) => {
        throw new AppFailure(errorFromNode(cause, 'disk-failed'));
      });
      for (const item of this.queue.items.values()) {
        if (item.error?.code === 'folder-gone') this.newPart(item.request, folder);
      }
      this.fold({ type: 'room' });
      return {};
    });
  }

  /** Ends all transfers, keeping what arrived. */
  async close(): Promise<void> {
    this.isClosed = true;
    this.stopWaking();
    clearInterval(this.roomTimer);
    const all = [...this.running.values()];
    for (const { controller } of all) controller.abort();
    await Promise.all(all.map(({ ended }) => ended));
  }

  private async goOn(ledger: Ledger): Promise<void> {
    for (const part of await readParts(ledger.folder)) {
      if (await this.wasFinished(part, ledger)) continue;
      const { request, offset } = part.journal;
      this.parts.set(request.episodeId, part);
      this.fold({ type: 'requested', request, receivedBytes: offset });
    }
  }

  /** A disk that takes no note at the moment is no reason to end here: the part is brought once more. */
  private wasFinished(part: PartFile, ledger: Ledger): Promise<boolean> {
    return recoverFinished(part, ledger).then(
      (entry) => entry !== null,
      (cause: unknown) => {
        this.needs.log.error(`${part.journal.request.episodeId} was not entered in the ledger`, cause);
        return false;
      },
    );
  }

  private newPart(request: DownloadRequest, folder: string): PartFile {
    const part = new PartFile(folder, { version: 1, request, addedAt: this.needs.now(), offset: 0 });
    this.parts.set(request.episodeId, part);
    return part;
  }

  /** Writes down what is wanted. Where the disk is full or away the queue learns of it and waits; anything else is refused. */
  private async enter(part: PartFile, request: DownloadRequest): Promise<void> {
    try {
      await this.folders.use(part.folder);
      await part.save({ request });
    } catch (cause) {
      const error = errorFromNode(cause, 'disk-failed');
      if (error.code === 'disk-full' || error.code === 'folder-gone') return;
      if (!this.queue.items.has(request.episodeId)) this.parts.delete(request.episodeId);
      throw new AppFailure(error);
    }
  }

  private fold(event: QueueEvent): void {
    const { queue, effects } = foldDownload(this.queue, event);
    this.queue = queue;
    for (const effect of effects) this.run(effect);
  }

  private run(effect: QueueEffect): void {
    switch (effect.type) {
      case 'announce':
        this.needs.announce(effect.snapshot);
        break;
      case 'start':
        this.startTransfer(effect.episodeId);
        break;
      case 'discard':
        this.discard(effect.episodeId);
        break;
      case 'wake':
        this.wakeAt(effect.at);
        break;
      case 'held':
        this.needs.notice(effect.code);
        this.watchForRoom();
        break;
      default:
        assertNever(effect, 'download effect');
    }
  }

  private startTransfer(episodeId: string): void {
    const controller = new AbortController();
    const before = this.running.get(episodeId)?.ended ?? Promise.resolve();
    const ended = before
      .then(() => this.bring(episodeId, controller.signal))
      .catch((cause: unknown) => {
        if (controller.signal.aborted) return;
        const error = errorFromNode(cause, 'unexpected');
        this.needs.log.warn(`Download ${episodeId}: ${error.code} ${error.detail ?? ''}`);
        this.fold({ type: 'failed', episodeId, error, now: this.needs.now(), jitter: this.needs.random() });
      })
      .finally(() => {
        if (this.running.get(episodeId)?.controller === controller) this.running.delete(episodeId);
      });
    this.running.set(episodeId, { controller, ended });
  }

  private async bring(episodeId: string, signal: AbortSignal): Promise<void> {
    const part = this.parts.get(episodeId);
    if (part === undefined || signal.aborted) return;
    const ledger = await this.folders.use(part.folder);
    const tell = (receivedBytes: number, totalBytes: number | undefined): void => {
      const total = totalBytes === undefined || totalBytes === 0 ? {} : { totalBytes };
      this.fold({ type: 'progressed', episodeId, receivedBytes, ...total });
    };
    const progress = throttleProgress(tell);
    const bytes = await transfer(this.needs, { part, signal, onProgress: progress.report }).finally(() => {
      progress.stop();
      if (!signal.aborted) tell(part.journal.offset, part.journal.expectedTotal);
    });
    this.fold({ type: 'verifying', episodeId });
    // Files are named one at a time: two at once could choose the same name.
    const entry = await this.inTurn(`name in ${part.folder}`, () => finishDownload(part, bytes, ledger));
    if (this.parts.get(episodeId) !== part) {
      await removeFinished(ledger, episodeId);
      return;
    }
    this.parts.delete(episodeId);
    this.fold({ type: 'finished', episodeId, fileName: entry.fileName, bytes });
  }

  private discard(episodeId: string): void {
    const part = this.parts.get(episodeId);
    this.parts.delete(episodeId);
    const transferring = this.running.get(episodeId);
    transferring?.controller.abort();
    const ended = (transferring?.ended ?? Promise.resolve())
      .then(() => part?.discard())
      .catch((cause: unknown) => this.needs.log.error(`The part of ${episodeId} was not removed`, cause));
    this.running.set(episodeId, { controller: new AbortController(), ended });
    void ended.then(() => {
      if (this.running.get(episodeId)?.ended === ended) this.running.delete(episodeId);
    });
  }

  private wakeAt(at: number): void {
    const times = [...this.queue.items.values()].flatMap(({ state, retryAt }) =>
      state === 'waiting' ? [retryAt ?? at] : [],
    );
    const next = Math.min(at, ...times);
    this.stopWaking();
    this.stopWaking = (this.needs.after ?? realTimer)(Math.max(0, next - this.needs.now()), () => {
      this.fold({ type: 'woken', now: this.needs.now() });
      const isWaiting = [...this.queue.items.values()].some(({ state }) => state === 'waiting');
      if (isWaiting) this.wakeAt(Number.POSITIVE_INFINITY);
    });
  }

  private watchForRoom(): void {
    clearInterval(this.roomTimer);
    this.roomTimer = setInterval(() => {
      void this.hasRoom()
        .catch(() => false)
        .then((hasRoom) => {
          if (!hasRoom || this.isClosed) return;
          clearInterval(this.roomTimer);
          this.fold({ type: 'room' });
        });
    }, this.needs.roomEveryMs ?? 10_000);
  }

  /** Room for one of those that wait is enough to go on; where none waits any more, nothing is to be waited for. */
  private async hasRoom(): Promise<boolean> {
    const paused = [...this.queue.items.values()].filter(({ state }) => state === 'paused');
    const rooms = await Promise.all(
      paused.map(async ({ request, totalBytes = 0, receivedBytes }) => {
        const folder = this.parts.get(request.episodeId)?.folder ?? this.needs.folder();
        if (await this.folders.isGone(folder)) return false;
        const free = await (this.needs.freeBytes ?? freeBytesAt)(folder);
        return free >= Math.max(0, totalBytes - receivedBytes) + diskReserve;
      }),
    );
    return rooms.length === 0 || rooms.includes(true);
  }
}
