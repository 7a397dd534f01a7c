import type { AppError, AppErrorCode } from '../app-error.ts';
import type { DownloadQueueState, DownloadRequest, DownloadSnapshot, RuleHold } from './download.ts';

export interface QueueItem {
  readonly request: DownloadRequest;
  /** `paused` here is the disk's doing; what the user or a rule holds is `queued`. */
  readonly state: 'queued' | 'downloading' | 'verifying' | 'paused' | 'waiting' | 'failed';
  readonly receivedBytes: number;
  readonly totalBytes?: number;
  readonly tries: number;
  readonly bytesAtStart: number;
  /** Ended now, it would go on later where it was: the server gives parts of one and the same file. */
  readonly canResume?: boolean | undefined;
  /** The host that its address led to in the end, once it has answered. */
  readonly servedBy?: string;
  readonly error?: AppError;
  readonly retryAt?: number;
  /** Ascending: whose turn comes first. */
  readonly order: number;
  readonly pausedByHand: boolean;
  /** The user wants it now, whatever makes the others wait. */
  readonly anyway: boolean;
  /** Somebody listens to it: it waits for no other, and for no rule. One item at most; not kept for the next run. */
  readonly hurried?: true;
}

export interface DownloadQueue extends DownloadQueueState {
  /** In the order of their turns. What is finished is not here: it is in the ledger. */
  readonly items: ReadonlyMap<string, QueueItem>;
  readonly limits: QueueLimits;
  /** Which host each one that was asked sent its last download on to. */
  readonly leadsTo: ReadonlyMap<string, string>;
}

/** Transfers at once, in all and from one host. */
export interface QueueLimits {
  readonly parallel: number;
  readonly parallelPerHost: number;
}

/** What an earlier run remembers of an item. */
export interface RecalledItem {
  readonly order: number;
  readonly pausedByHand: boolean;
  readonly anyway: boolean;
  /** It had failed for good: nothing is tried again until the user asks. */
  readonly error?: AppError | undefined;
  /** Or it waits: the server had said how long. */
  readonly retryAt?: number | undefined;
}

type OfEpisode<Type extends string> = { readonly type: Type; readonly episodeId: string };

export type QueueEvent =
  /** `addedAt`, ms since the epoch, is its place unless an earlier run remembers another. */
  | {
      readonly type: 'requested';
      readonly request: DownloadRequest;
      readonly receivedBytes: number;
      readonly addedAt: number;
      readonly recalled?: RecalledItem | undefined;
    }
  | OfEpisode<'cancelled'>
  | (OfEpisode<'progressed'> & {
      readonly receivedBytes: number;
      readonly totalBytes?: number;
      readonly canResume?: boolean;
      /** Where its address led to in the end. */
      readonly finalUrl?: string;
    })
  | OfEpisode<'verifying'>
  | (OfEpisode<'finished'> & {
      readonly fileName: string;
      readonly bytes: number;
      readonly unverified?: true;
    })
  /** `jitter`: a random number in [0, 1). `isCutOff`: the system says that there is no network at all. */
  | (OfEpisode<'failed'> & {
      readonly error: AppError;
      readonly now: number;
      readonly jitter: number;
      readonly isCutOff?: boolean;
    })
  | { readonly type: 'woken'; readonly now: number }
  /** What held the queue is mended: there is a disk with room again, or a network. */
  | { readonly type: 'room' }
  | { readonly type: 'limited'; readonly limits: QueueLimits }
  | OfEpisode<'paused'>
  /** Goes on, whatever makes the others wait. */
  | OfEpisode<'resumed'>
  /** Somebody wants to hear it now: it begins at once, whatever holds the others and however many run. */
  | OfEpisode<'hurried'>
  | { readonly type: 'all-paused'; readonly paused: boolean }
  | { readonly type: 'ruled'; readonly rule: RuleHold | null }
  | { readonly type: 'moving'; readonly moving: boolean }
  /** Its turn comes before that of another; null: last. */
  | (OfEpisode<'placed'> & { readonly before: string | null });

export type QueueEffect =
  | OfEpisode<'start'>
  /** Ends the transfer and keeps what had arrived. */
  | OfEpisode<'stop'>
  /** Ends the transfer and removes what had arrived. */
  | OfEpisode<'discard'>
  | { readonly type: 'announce'; readonly snapshot: DownloadSnapshot }
  | { readonly type: 'announce-queue'; readonly state: DownloadQueueState }
  /** What the user did, what failed for good and what is no longer wanted is to outlive this run. */
  | { readonly type: 'remember' }
  /** Asks for a `woken` event at that time. */
  | { readonly type: 'wake'; readonly at: number }
  /** Tells the user once, and asks for a `room` event. */
  | { readonly type: 'held'; readonly code: AppErrorCode };

export interface Folded {
  readonly queue: DownloadQueue;
  readonly effects: readonly QueueEffect[];
}

export const emptyQueue: DownloadQueue = {
  items: new Map(),
  limits: { parallel: 3, parallelPerHost: 2 },
  leadsTo: new Map(),
  pausedAll: false,
  rule: null,
  moving: false,
  held: null,
};
