import { appError } from '../../../core/app-error.ts';
import { asksOtherwise, holdsQueue, queueState } from '../../../core/download/download-queue.ts';
import type {
  DownloadQueueState,
  DownloadRequest,
  DownloadSnapshot,
} from '../../../core/download/download.ts';
import type { QueueEvent } from '../../../core/download/queue-model.ts';
import { snapshotOf } from '../../../core/download/queue-steps.ts';
import { success } from '../../../core/result.ts';
import type { Result } from '../../../core/result.ts';
import { AppFailure, toResult } from '../app-failure.ts';
import { errorFromNode } from '../network/network-error.ts';
import { ChosenFiles } from './chosen-files.ts';
import { DownloadFolders } from './download-folders.ts';
import type { DownloadFoldersNeeds } from './download-folders.ts';
import { DownloadMemory } from './download-memory.ts';
import { Elsewhere } from './elsewhere.ts';
import type { DownloadStorage, ElsewhereNeeds } from './elsewhere.ts';
import { recoverFinished } from './finish-download.ts';
import {
  doneSnapshot,
  findFinished,
  listFinished,
  missingSnapshot,
  removeFinished,
} from './finished-files.ts';
import type { Ledger } from './ledger.ts';
import { PartFile, readParts } from './part-file.ts';
import { QueueRunner } from './queue-runner.ts';
import type { QueueRunnerNeeds } from './queue-runner.ts';
import { createRunInTurn } from './run-in-turn.ts';

export interface DownloadServiceNeeds extends QueueRunnerNeeds, ElsewhereNeeds, DownloadFoldersNeeds {
  /** Where the order and the pauses of the queue are remembered. */
  readonly memoryFile: string;
  /** Whether what is played is downloaded too, as the user says. */
  readonly keepsStreamed: () => boolean;
}

type Done = Result<Record<string, never>>;
/** What the user or the system does to the queue from outside. */
export type QueueChange = Extract<
  QueueEvent,
  { type: 'paused' | 'resumed' | 'all-paused' | 'placed' | 'ruled' | 'limited' }
>;

/** The downloads: what is wanted, what is arriving, what is here. Make one with `DownloadService.open`. */
export class DownloadService {
  private readonly inTurn = createRunInTurn();
  private readonly runner: QueueRunner;
  private readonly elsewhere: Elsewhere;
  private readonly chosen: ChosenFiles;

  private constructor(
    private readonly needs: DownloadServiceNeeds,
    private readonly folders: DownloadFolders,
    private readonly memory: DownloadMemory,
  ) {
    const { inTurn } = this;
    this.runner = new QueueRunner(needs, { folders, memory, inTurn, lookAgain: () => this.lookAgain() });
    this.elsewhere = new Elsewhere(needs, { folders, inTurn, runner: this.runner });
    const newPart = (request: DownloadRequest): PartFile => this.newPart(request, needs.folder());
    this.chosen = new ChosenFiles(needs, { folders, inTurn, runner: this.runner, newPart });
  }

  /** Reads ledgers and journals, and goes on with what an earlier run left unfinished. */
  static async open(needs: DownloadServiceNeeds): Promise<DownloadService> {
    const [folders, memory] = await Promise.all([
      DownloadFolders.open(needs, needs.folder()),
      DownloadMemory.open(needs.memoryFile),
    ]);
    const service = new DownloadService(needs, folders, memory);
    for (const ledger of service.folders.all()) await service.goOn(ledger);
    return service;
  }

  /** Puts an episode in the queue. Asked for again: nothing changes, unless it had failed or was paused. */
  start(request: DownloadRequest): Promise<Done> {
    const start = async (): Promise<Record<string, never>> => {
      await this.lookAgain();
      const done = await findFinished(this.folders.all(), request.episodeId);
      if (done?.isPresent === true) {
        this.needs.announce(doneSnapshot(done.entry));
        return {};
      }
      const part = this.runner.parts.get(request.episodeId) ?? this.newPart(request, this.needs.folder());
      await this.endOther(part, request);
      // It may have been finished meanwhile.
      if (this.runner.parts.get(request.episodeId) !== part) return {};
      // While it arrives the journal is the transfer's, which knows more than stands here.
      if (!this.runner.transfers.isRunning(request.episodeId)) await this.enter(part, request);
      this.request(part, request);
      return {};
    };
    return this.inTurn(request.episodeId, () => toResult(start));
  }

  cancel(episodeId: string): Promise<Done> {
    this.elsewhere.letGo(episodeId);
    return this.inTurn(episodeId, async () => {
      this.memory.takeRecalled(episodeId);
      this.runner.fold({ type: 'cancelled', episodeId });
      await this.runner.transfers.ended(episodeId);
      return success({});
    });
  }

  /** Resolves when what the user did is kept for the next run. */
  async changeQueue(event: QueueChange): Promise<Done> {
    this.runner.fold(event);
    await this.memory.settled();
    return success({});
  }

  /** The computer slept: what waits for a time may have waited long enough. */
  lookAtClock(): void {
    this.runner.wake();
  }

  queueState(): DownloadQueueState {
    return queueState(this.runner.queue);
  }

  /** Deletes a finished file and what is kept beside it. */
  remove(episodeId: string): Promise<Done> {
    const remove = async (): Promise<Record<string, never>> => {
      await this.lookAgain();
      for (const ledger of this.folders.all()) {
        if (ledger.get(episodeId) === undefined) continue;
        if (this.folders.isAway(ledger.folder)) throw new AppFailure(appError('folder-gone', ledger.folder));
        await removeFinished(await this.folders.use(ledger.folder), episodeId);
      }
      return {};
    };
    return this.inTurn(episodeId, () => toResult(remove));
  }

  /** Everything known: what is in the queue, and what the ledgers say compared with the files that are there. */
  async list(): Promise<DownloadSnapshot[]> {
    await this.lookAgain();
    const all = await listFinished(this.folders.all(), (folder) => this.folders.isAway(folder));
    for (const [episodeId, item] of this.runner.queue.items) all.set(episodeId, snapshotOf(item));
    return [...all.values()];
  }

  /**
   * Where a finished episode lies; the name is relative to the folder. Null when it is not downloaded, or its file is gone
   * or another. Who asks for a file that somebody else removed is the first to notice: the window hears of it.
   */
  async findFile(episodeId: string): Promise<{ folder: string; name: string } | null> {
    const found = await findFinished(this.folders.all(), episodeId);
    if (found === null) return null;
    const { folder } = found.ledger;
    if (found.isPresent) return { folder, name: found.entry.fileName };
    if (!this.runner.queue.items.has(episodeId)) {
      await this.lookAgain();
      this.needs.announce(missingSnapshot(found.entry, this.folders.isAway(folder)));
    }
    return null;
  }

  /**
   * What is arriving of an episode that is not finished, for playing it meanwhile: its turn comes at once, unless what is
   * played is not to be kept. Null where nothing is wanted, or nothing arrives at the moment.
   */
  playPart(episodeId: string): PartFile | null {
    if (this.needs.keepsStreamed()) this.runner.fold({ type: 'hurried', episodeId });
    else if (this.runner.queue.items.get(episodeId)?.state !== 'downloading') return null;
    const { held, moving } = this.queueState();
    const isArriving = this.runner.transfers.isRunning(episodeId);
    if (held !== null || (moving && !isArriving)) return null;
    return this.runner.parts.get(episodeId) ?? null;
  }

  /**
   * Takes the folder the user chose just now into use: what waits for a folder that is not there is downloaded to this one.
   */
  adopt(folder: string): Promise<Done> {
    return toResult(async () => {
      await this.folders.adopt(folder).catch((cause: unknown) => {
        throw new AppFailure(errorFromNode(cause, 'disk-failed'));
      });
      for (const item of this.runner.queue.items.values()) {
        if (item.error?.code === 'folder-gone') this.newPart(item.request, folder);
      }
      this.runner.fold({ type: 'room' });
      return {};
    });
  }

  /** Takes a file that the user chose for an episode whose own is missing, as `ChosenFiles.take`. */
  takeFile(request: DownloadRequest, file: string, signal?: AbortSignal): Promise<Done> {
    return this.inTurn(request.episodeId, () =>
      toResult(() => this.chosen.take(request, { file, ...(signal !== undefined && { signal }) })),
    );
  }

  async storage(): Promise<DownloadStorage> {
    await this.lookAgain();
    return this.elsewhere.storage();
  }

  /** Moves everything from folders used before to the present one, as `Elsewhere.move`. */
  move(): Promise<Done> {
    return toResult(async () => {
      await this.lookAgain();
      await this.elsewhere.move();
      return {};
    });
  }

  stopMoving(): Promise<Done> {
    this.elsewhere.stop();
    return Promise.resolve(success({}));
  }

  /** Ends all transfers, keeping what arrived. */
  close(): Promise<void> {
    this.elsewhere.stop();
    return this.runner.close();
  }

  private async goOn(ledger: Ledger): Promise<void> {
    for (const part of await readParts(ledger.folder)) {
      if (await this.wasFinished(part, ledger)) continue;
      const { request } = part.journal;
      const known = this.runner.parts.get(request.episodeId);
      // On a drive that came back lies more than the empty part that stood for it meanwhile.
      const isBetter = known === undefined || known.receivedBytes < part.receivedBytes;
      if (!isBetter || this.runner.transfers.isRunning(request.episodeId)) continue;
      this.runner.parts.set(request.episodeId, part);
      this.request(part, request);
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

  /** Takes up what lies in folders that were away and are back. */
  private async lookAgain(): Promise<void> {
    await this.inTurn('folders', async () => {
      for (const ledger of await this.folders.lookAgain()) await this.goOn(ledger);
    });
  }

  private request(part: PartFile, request: DownloadRequest): void {
    const { receivedBytes } = part;
    const { addedAt } = part.journal;
    const recalled = this.memory.takeRecalled(request.episodeId);
    this.runner.fold({ type: 'requested', request, receivedBytes, addedAt, recalled });
  }

  private newPart(request: DownloadRequest, folder: string): PartFile {
    const part = new PartFile(folder, { version: 1, request, addedAt: this.needs.now(), offset: 0 });
    this.runner.parts.set(request.episodeId, part);
    return part;
  }

  /** Ends a transfer that asks otherwise than is wanted now, as before the listener allowed it to come unencrypted. */
  private async endOther(part: PartFile, request: DownloadRequest): Promise<void> {
    const { episodeId } = request;
    if (!asksOtherwise(part.journal.request, request)) return;
    this.runner.transfers.stop(episodeId);
    await this.runner.transfers.ended(episodeId);
  }

  /** Writes down what is wanted. What holds the queue it meets itself when the turn comes, and waits; anything else is refused. */
  private async enter(part: PartFile, request: DownloadRequest): Promise<void> {
    try {
      await this.folders.use(part.folder);
      await part.save({ request });
    } catch (cause) {
      const error = errorFromNode(cause, 'disk-failed');
      if (holdsQueue(error.code)) return;
      if (!this.runner.queue.items.has(request.episodeId)) this.runner.parts.delete(request.episodeId);
      throw new AppFailure(error);
    }
  }
}
