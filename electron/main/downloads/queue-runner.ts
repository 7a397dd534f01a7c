import type { AppErrorCode } from '../../../core/app-error.ts';
import { assertNever } from '../../../core/assert-never.ts';
import { resumeHeaders } from '../../../core/download/accept-response.ts';
import { countBytes } from '../../../core/download/byte-ranges.ts';
import { foldDownload } from '../../../core/download/download-queue.ts';
import type { DownloadQueueState, DownloadSnapshot, RuleHold } from '../../../core/download/download.ts';
import { emptyQueue } from '../../../core/download/queue-model.ts';
import type {
  DownloadQueue,
  QueueEffect,
  QueueEvent,
  QueueLimits,
} from '../../../core/download/queue-model.ts';
import type { LedgerEntry } from '../../../core/download/reconcile-files.ts';
import type { Logger } from '../logger.ts';
import { errorFromNode } from '../network/network-error.ts';
import { isOwnName } from '../network/private-host.ts';
import { bringPart } from './bring-part.ts';
import type { RunTransfer } from './bring-part.ts';
import type { DownloadFolders } from './download-folders.ts';
import type { DownloadMemory } from './download-memory.ts';
import { finishDownload, recoverFinished } from './finish-download.ts';
import type { DigestAudio, MeasureAudio } from './finish-download.ts';
import { removeFinished } from './finished-files.ts';
import { HoldWatch } from './hold-watch.ts';
import type { HoldWatchNeeds } from './hold-watch.ts';
import type { Ledger } from './ledger.ts';
import type { PartFile } from './part-file.ts';
import type { PartProgress } from './part-growth.ts';
import type { RunInTurn } from './run-in-turn.ts';
import { throttleProgress } from './throttle-progress.ts';
import { Transfers } from './transfers.ts';
import { WakeTimer } from './wake-timer.ts';

export interface QueueRunnerNeeds extends HoldWatchNeeds {
  readonly runTransfer: RunTransfer;
  /** Whether the system has a network of any kind; without it, it always has. */
  readonly isOnline?: () => boolean;
  /** Absolute path of the folder for new downloads. */
  readonly folder: () => string;
  readonly queueLimits: () => QueueLimits;
  /** The rule in force at the start. */
  readonly rule?: RuleHold | null;
  /** A random number in [0, 1). */
  readonly random: () => number;
  readonly announce: (snapshot: DownloadSnapshot) => void;
  readonly announceQueue: (state: DownloadQueueState) => void;
  readonly notice: (code: AppErrorCode) => void;
  readonly log: Logger;
  /** Length of an audio file in ms; null where it is not told. */
  readonly measureMs?: MeasureAudio;
  readonly digest?: DigestAudio;
  /** A timer by the same clock as `now`; returns what stops it. */
  readonly after?: (ms: number, work: () => void) => () => void;
}

export interface QueueRunnerParts {
  readonly folders: DownloadFolders;
  readonly memory: DownloadMemory;
  readonly inTurn: RunInTurn;
  /** Takes up what lies in folders that were away and are back. */
  readonly lookAgain: () => Promise<void>;
}

/** Folds the pure queue and runs its effects: transfers, retries, waiting for room. */
export class QueueRunner {
  /** What is wanted and not finished, by episode. */
  readonly parts = new Map<string, PartFile>();
  readonly transfers = new Transfers();
  private folded: DownloadQueue;
  private readonly waking: WakeTimer;
  private readonly holdWatch: HoldWatch;
  private told: AppErrorCode | null = null;

  constructor(
    private readonly needs: QueueRunnerNeeds,
    private readonly by: QueueRunnerParts,
  ) {
    this.waking = new WakeTimer(needs);
    this.holdWatch = new HoldWatch(needs, {
      queue: () => this.queue,
      folderOf: (episodeId) => this.parts.get(episodeId)?.folder ?? needs.folder(),
      isGone: (folder) => by.folders.isGone(folder),
      isOnline: () => this.isOnline(),
      lookAgain: by.lookAgain,
      goOn: () => this.fold({ type: 'room' }),
    });
    const { queueLimits, rule = null } = needs;
    this.folded = { ...emptyQueue, limits: queueLimits(), rule, pausedAll: by.memory.pausedAll };
  }

  get queue(): DownloadQueue {
    return this.folded;
  }

  /** Ends all transfers, keeping what arrived. */
  async close(): Promise<void> {
    this.waking.stop();
    this.holdWatch.stop();
    await this.transfers.close();
    this.waking.stop();
    this.holdWatch.stop();
    await this.by.memory.settled();
  }

  fold(event: QueueEvent): void {
    const { queue, effects } = foldDownload(this.folded, event);
    this.folded = queue;
    for (const effect of effects) this.run(effect);
  }

  /**
   * Ends what is being brought of an episode and does `work` instead, which no transfer overtakes. Rejects as it does: then
   * the try that was ended counts as failed.
   */
  async doInstead<Value>(episodeId: string, work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
    const wasRunning = this.transfers.isRunning(episodeId);
    try {
      return await this.transfers.replace(episodeId, work);
    } catch (cause) {
      const state = this.queue.items.get(episodeId)?.state;
      if (wasRunning && (state === 'downloading' || state === 'verifying')) this.fail(episodeId, cause);
      throw cause;
    }
  }

  private run(effect: QueueEffect): void {
    switch (effect.type) {
      case 'announce':
        this.parts.get(effect.snapshot.episodeId)?.growth.heed(effect.snapshot);
        this.needs.announce(effect.snapshot);
        break;
      case 'announce-queue':
        this.needs.announceQueue(effect.state);
        break;
      case 'start':
        this.startTransfer(effect.episodeId);
        break;
      case 'stop':
        this.transfers.stop(effect.episodeId);
        break;
      case 'discard':
        this.discard(effect.episodeId);
        break;
      case 'remember':
        this.remember();
        break;
      case 'wake':
        this.wakeForRetries();
        break;
      case 'held':
        this.tellOnce(effect.code);
        this.holdWatch.start();
        break;
      default:
        assertNever(effect, 'download effect');
    }
  }

  /**
   * What still holds the queue when it was looked at again is no news, until something has arrived. That there is no network the
   * system says itself, and it asks nothing of the user.
   */
  private tellOnce(code: AppErrorCode): void {
    if (code !== this.told && code !== 'network-offline') this.needs.notice(code);
    this.told = code;
  }

  private remember(): void {
    this.by.memory
      .save(this.queue)
      .catch((cause: unknown) => this.needs.log.error('The order of downloads was not kept', cause));
  }

  private startTransfer(episodeId: string): void {
    const bring = (signal: AbortSignal): Promise<void> => this.bring(episodeId, signal);
    this.transfers.start(episodeId, bring, (cause) => this.fail(episodeId, cause));
  }

  private fail(episodeId: string, cause: unknown): void {
    const error = errorFromNode(cause, 'unexpected');
    this.needs.log.warn(`Download ${episodeId}: ${error.code} ${error.detail ?? ''}`);
    const isCutOff = error.code.startsWith('network-') && !this.isOnline() && !this.isNear(episodeId);
    const at = { now: this.needs.now(), jitter: this.needs.random() };
    this.fold({ type: 'failed', episodeId, error, isCutOff, ...at });
  }

  private async bring(episodeId: string, signal: AbortSignal): Promise<void> {
    const part = this.parts.get(episodeId);
    if (part === undefined) return;
    const ledger = await this.by.folders.use(part.folder);
    const entry = (await recoverFinished(part, ledger)) ?? (await this.bringAll(part, { ledger, signal }));
    if (this.parts.get(episodeId) !== part) {
      await removeFinished(ledger, episodeId);
      return;
    }
    this.parts.delete(episodeId);
    const { fileName, bytes, unverified } = entry;
    const mark = unverified === undefined ? {} : { unverified };
    this.told = null;
    this.fold({ type: 'finished', episodeId, fileName, bytes, ...mark });
  }

  private async bringAll(
    part: PartFile,
    { ledger, signal }: { ledger: Ledger; signal: AbortSignal },
  ): Promise<LedgerEntry> {
    const { episodeId } = part.journal.request;
    const tell = ({ ranges, totalBytes }: Pick<PartProgress, 'ranges' | 'totalBytes'>): void => {
      const total = totalBytes === undefined || totalBytes === 0 ? {} : { totalBytes };
      const receivedBytes = countBytes(ranges);
      const canResume = resumeHeaders(1, part.journal) !== null;
      const { finalUrl } = part.journal;
      const led = finalUrl === undefined ? {} : { finalUrl };
      this.fold({ type: 'progressed', episodeId, receivedBytes, canResume, ...led, ...total });
    };
    const progress = throttleProgress(tell);
    const task = { part, signal, onProgress: progress.report };
    const bytes = await bringPart(this.needs.runTransfer, task).finally(() => {
      progress.stop();
      const { ranges, journal } = part;
      if (this.parts.get(episodeId) === part) tell({ ranges, totalBytes: journal.expectedTotal });
    });
    this.fold({ type: 'verifying', episodeId });
    const { measureMs, digest } = this.needs;
    return finishDownload({ part, bytes, ledger, inTurn: this.by.inTurn, measureMs, digest });
  }

  /** Takes back what is wanted: ends its transfer and removes what had arrived. */
  discard(episodeId: string): void {
    const part = this.parts.get(episodeId);
    this.parts.delete(episodeId);
    const removed = this.transfers.replace(episodeId, () => part?.discard() ?? Promise.resolve());
    removed.catch((cause: unknown) =>
      this.needs.log.error(`The part of ${episodeId} was not removed`, cause),
    );
  }

  /** Tries again what has waited long enough. */
  wake(): void {
    if (this.queue.held === 'network-offline' && this.isOnline()) this.fold({ type: 'room' });
    this.fold({ type: 'woken', now: this.needs.now() });
    this.wakeForRetries();
  }

  private isOnline(): boolean {
    return this.needs.isOnline?.() ?? true;
  }

  /** What is on this computer needs no network. */
  private isNear(episodeId: string): boolean {
    const url = this.queue.items.get(episodeId)?.request.url ?? '';
    return URL.canParse(url) && isOwnName(new URL(url).hostname);
  }

  private wakeForRetries(): void {
    const waiting = [...this.queue.items.values()].filter(({ state }) => state === 'waiting');
    const times = waiting.map(({ retryAt }) => retryAt ?? 0);
    this.waking.set(times, () => this.wake());
  }
}
