import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { AppErrorCode } from '../../../core/app-error.ts';
import { frameIndexName } from '../../../core/audio/frame-index.ts';
import { emptyQueue, foldDownload, snapshotOf } from '../../../core/download/download-queue.ts';
import type { QueueEffect, QueueEvent } from '../../../core/download/download-queue.ts';
import type { DownloadRequest, DownloadSnapshot } from '../../../core/download/download.ts';
import { reconcileFiles } from '../../../core/download/reconcile-files.ts';
import type { FileOnDisk } from '../../../core/download/reconcile-files.ts';
import { assertNever } from '../../../core/assert-never.ts';
import { success } from '../../../core/result.ts';
import type { Result } from '../../../core/result.ts';
import { AppFailure, toResult } from '../app-failure.ts';
import type { Logger } from '../logger.ts';
import { errorFromNode } from '../network/network-error.ts';
import { DownloadFolders } from './download-folders.ts';
import { finishDownload, recoverFinished } from './finish-download.ts';
import type { Ledger } from './ledger.ts';
import { PartFile, readParts } from './part-file.ts';
import { throttleProgress } from './throttle-progress.ts';
import { diskReserve, freeBytesAt, transfer } from './transfer.ts';
import type { TransferNeeds } from './transfer.ts';

export interface DownloadServiceNeeds extends TransferNeeds {
  /** Absolute path of the folder for new downloads. */
  readonly folder: () => string;
  /** Where the folders ever used are remembered. */
  readonly foldersFile: string;
  readonly random: () => number;
  readonly announce: (snapshot: DownloadSnapshot) => void;
  readonly notice: (code: AppErrorCode) => void;
  readonly log: Logger;
  /** A timer by the same clock as `now`; returns what stops it. */
  readonly after?: (ms: number, work: () => void) => () => void;
  /** How often a full disk is looked at again, ms. */
  readonly roomEveryMs?: number;
}

type Done = Result<Record<string, never>>;

/** Moves the bytes: folds the pure queue and runs its effects. Make one with `DownloadService.open`. */
export class DownloadService {
  private queue = emptyQueue;
  private readonly parts = new Map<string, PartFile>();
  private readonly running = new Map<string, { controller: AbortController; ended: Promise<void> }>();
  private stopWaking: () => void = () => undefined;
  /** Files are named one at a time: two at once could choose the same name. */
  private naming: Promise<unknown> = Promise.resolve();
  private roomTimer: NodeJS.Timeout | undefined;

  private constructor(
    private readonly needs: DownloadServiceNeeds,
    private readonly folders: DownloadFolders,
  ) {}

  /** Reads ledgers and journals, and goes on with what an earlier run left unfinished. */
  static async open(needs: DownloadServiceNeeds): Promise<DownloadService> {
    const service = new DownloadService(needs, await DownloadFolders.open(needs.foldersFile, needs.folder()));
    for (const ledger of service.folders.all()) await service.goOn(ledger);
    return service;
  }

  /** Puts an episode in the queue. Asked for again: nothing changes, unless it had failed. */
  start(request: DownloadRequest): Promise<Done> {
    return toResult(async () => {
      const done = this.folders.find(request.episodeId);
      if (done !== null && (await this.announceIfPresent(done, request.episodeId))) return {};
      const known = this.parts.get(request.episodeId);
      if (known === undefined) await this.begin(request);
      else await known.save({ request });
      const part = this.parts.get(request.episodeId);
      this.fold({ type: 'requested', request, receivedBytes: part?.journal.offset ?? 0 });
      return {};
    });
  }

  async cancel(episodeId: string): Promise<Done> {
    this.fold({ type: 'cancelled', episodeId });
    await this.running.get(episodeId)?.ended;
    return success({});
  }

  /** Deletes a finished file and what is kept beside it. */
  remove(episodeId: string): Promise<Done> {
    return toResult(async () => {
      const ledger = this.folders.find(episodeId);
      const entry = ledger?.get(episodeId);
      if (ledger === null || entry === undefined) return {};
      const file = path.join(ledger.folder, entry.fileName);
      await rm(file, { force: true }).catch((cause: unknown) => {
        throw new AppFailure(errorFromNode(cause, 'disk-failed'));
      });
      await rm(path.join(path.dirname(file), frameIndexName(path.basename(file))), { force: true });
      await ledger.remove(episodeId);
      return {};
    });
  }

  /** Everything known: what is in the queue, and what the ledgers say compared with the files that are there. */
  async list(): Promise<DownloadSnapshot[]> {
    const finished = await Promise.all(
      this.folders.all().map(async (ledger) => {
        const { present, missing, changed } = reconcileFiles(ledger.all(), await filesOf(ledger));
        const gone = [...missing, ...changed].map(({ episodeId, fileName }) => {
          return { episodeId, state: 'missing' as const, receivedBytes: 0, fileName };
        });
        return [...present.map(doneSnapshot), ...gone];
      }),
    );
    return [...[...this.queue.items.values()].map(snapshotOf), ...finished.flat()];
  }

  /** Where a finished episode lies; the name is relative to the folder. Null when it is not downloaded. */
  findFile(episodeId: string): Promise<{ folder: string; name: string } | null> {
    const ledger = this.folders.find(episodeId);
    const entry = ledger?.get(episodeId);
    return Promise.resolve(
      ledger === null || entry === undefined ? null : { folder: ledger.folder, name: entry.fileName },
    );
  }

  /** Ends all transfers, keeping what arrived. */
  async close(): Promise<void> {
    this.stopWaking();
    clearInterval(this.roomTimer);
    const all = [...this.running.values()];
    for (const { controller } of all) controller.abort();
    await Promise.all(all.map(({ ended }) => ended));
  }

  private async goOn(ledger: Ledger): Promise<void> {
    for (const part of await readParts(ledger.folder)) {
      if ((await recoverFinished(part, ledger)) !== null) continue;
      const { request, offset } = part.journal;
      this.parts.set(request.episodeId, part);
      this.fold({ type: 'requested', request, receivedBytes: offset });
    }
  }

  private async begin(request: DownloadRequest): Promise<void> {
    try {
      const { folder } = await this.folders.use(this.needs.folder());
      const part = new PartFile(folder, { version: 1, request, addedAt: this.needs.now(), offset: 0 });
      this.parts.set(request.episodeId, part);
      await part.save({});
    } catch (cause) {
      this.parts.delete(request.episodeId);
      throw new AppFailure(errorFromNode(cause, 'disk-failed'));
    }
  }

  private async announceIfPresent(ledger: Ledger, episodeId: string): Promise<boolean> {
    const entry = ledger.get(episodeId);
    const file =
      entry === undefined ? null : await stat(path.join(ledger.folder, entry.fileName)).catch(() => null);
    if (entry === undefined || file?.size !== entry.bytes) return false;
    this.needs.announce(doneSnapshot(entry));
    return true;
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
      case 'disk-full':
        this.needs.notice('disk-full');
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
    const entry = await this.nameAlone(async () =>
      finishDownload(part, bytes, await this.folders.use(part.folder)),
    );
    this.parts.delete(episodeId);
    this.fold({ type: 'finished', episodeId, fileName: entry.fileName, bytes });
  }

  private nameAlone<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = this.naming.then(work);
    this.naming = done.catch(() => undefined);
    return done;
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
      void this.hasRoom().then((hasRoom) => {
        if (!hasRoom) return;
        clearInterval(this.roomTimer);
        this.fold({ type: 'room' });
      });
    }, this.needs.roomEveryMs ?? 30_000);
  }

  private async hasRoom(): Promise<boolean> {
    const paused = [...this.queue.items.values()].filter(({ state }) => state === 'paused');
    const rest = paused.map(({ totalBytes, receivedBytes }) => (totalBytes ?? receivedBytes) - receivedBytes);
    const free = await (this.needs.freeBytes ?? freeBytesAt)(this.needs.folder()).catch(() => 0);
    return free >= Math.min(...rest, Number.MAX_SAFE_INTEGER) + diskReserve;
  }
}

function realTimer(ms: number, work: () => void): () => void {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}

function doneSnapshot({
  episodeId,
  fileName,
  bytes,
}: {
  episodeId: string;
  fileName: string;
  bytes: number;
}): DownloadSnapshot {
  return {
    episodeId,
    state: 'done',
    receivedBytes: bytes,
    fileName,
    ...(bytes > 0 ? { totalBytes: bytes } : {}),
  };
}

/** The files a ledger names, with one look at each folder instead of one at each file. */
async function filesOf(ledger: Ledger): Promise<FileOnDisk[]> {
  const shows = new Set(ledger.all().map(({ fileName }) => path.posix.dirname(fileName)));
  const found = await Promise.all(
    [...shows].map(async (show) => {
      const names = await readdir(path.join(ledger.folder, show)).catch(() => []);
      return Promise.all(
        names.map(async (name) => {
          const file = await stat(path.join(ledger.folder, show, name)).catch(() => null);
          return file?.isFile() === true ? [{ fileName: `${show}/${name}`, bytes: file.size }] : [];
        }),
      );
    }),
  );
  return found.flat(2);
}
