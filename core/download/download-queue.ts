import type { AppError, AppErrorCode } from '../app-error.ts';
import { assertNever } from '../assert-never.ts';
import type { DownloadRequest, DownloadSnapshot } from './download.ts';
import { retryDelay } from './retry-policy.ts';

export const mostAtOnce = 3;
export const mostPerHost = 2;
/** A try that brought so much was no failure of the address: the count of tries begins anew. */
const redeemingBytes = 256 * 1024;
/** What would meet every other download too: the queue waits until it is mended instead of failing them one by one. */
const holding: ReadonlySet<AppErrorCode> = new Set(['disk-full', 'folder-gone']);

export interface QueueItem {
  readonly request: DownloadRequest;
  readonly state: 'queued' | 'downloading' | 'verifying' | 'paused' | 'waiting' | 'failed';
  readonly receivedBytes: number;
  readonly totalBytes?: number;
  readonly tries: number;
  readonly bytesAtStart: number;
  readonly error?: AppError;
  readonly retryAt?: number;
}

export interface DownloadQueue {
  /** In the order asked for. What is finished is not here: it is in the ledger. */
  readonly items: ReadonlyMap<string, QueueItem>;
  /** The disk is full or gone: nothing new is begun until there is room. */
  readonly held: boolean;
}

export type QueueEvent =
  | { readonly type: 'requested'; readonly request: DownloadRequest; readonly receivedBytes: number }
  | { readonly type: 'cancelled'; readonly episodeId: string }
  | {
      readonly type: 'progressed';
      readonly episodeId: string;
      readonly receivedBytes: number;
      readonly totalBytes?: number;
    }
  | { readonly type: 'verifying'; readonly episodeId: string }
  | {
      readonly type: 'finished';
      readonly episodeId: string;
      readonly fileName: string;
      readonly bytes: number;
    }
  /** `jitter`: a random number in [0, 1). */
  | {
      readonly type: 'failed';
      readonly episodeId: string;
      readonly error: AppError;
      readonly now: number;
      readonly jitter: number;
    }
  | { readonly type: 'woken'; readonly now: number }
  /** There is a disk with room again. */
  | { readonly type: 'room' };

export type QueueEffect =
  | { readonly type: 'start'; readonly episodeId: string }
  /** Ends the transfer and removes what had arrived. */
  | { readonly type: 'discard'; readonly episodeId: string }
  | { readonly type: 'announce'; readonly snapshot: DownloadSnapshot }
  /** Asks for a `woken` event at that time. */
  | { readonly type: 'wake'; readonly at: number }
  /** Tells the user once, and asks for a `room` event. */
  | { readonly type: 'held'; readonly code: AppErrorCode };

export interface Folded {
  readonly queue: DownloadQueue;
  readonly effects: readonly QueueEffect[];
}

export const emptyQueue: DownloadQueue = { items: new Map(), held: false };

/** One step of the queue: what it is after `event`, and what is to be done. Events for items that are gone change nothing. */
export function foldDownload(queue: DownloadQueue, event: QueueEvent): Folded {
  const stepped = step(queue, event);
  const begun = beginMore(stepped.queue);
  return { queue: begun.queue, effects: [...stepped.effects, ...begun.effects] };
}

function step(queue: DownloadQueue, event: QueueEvent): Folded {
  switch (event.type) {
    case 'requested':
      return requested(queue, event);
    case 'cancelled':
      return without(queue, event.episodeId, [{ type: 'discard', episodeId: event.episodeId }]);
    case 'progressed': {
      const { episodeId, type: _, ...bytes } = event;
      return change(queue, episodeId, (item) => ({ ...item, ...bytes }));
    }
    case 'verifying':
      return change(queue, event.episodeId, (item) => ({ ...item, state: 'verifying' }));
    case 'finished': {
      const { episodeId, fileName, bytes } = event;
      const snapshot = {
        episodeId,
        state: 'done',
        receivedBytes: bytes,
        totalBytes: bytes,
        fileName,
      } as const;
      return without(queue, episodeId, [{ type: 'announce', snapshot }]);
    }
    case 'failed':
      return failed(queue, event);
    case 'woken':
      return changeAll(queue, (item) =>
        item.state === 'waiting' && (item.retryAt ?? 0) <= event.now ? requeued(item) : item,
      );
    case 'room':
      return changeAll({ ...queue, held: false }, (item) =>
        item.state === 'paused' ? requeued(item) : item,
      );
    default:
      return assertNever(event, 'download event');
  }
}

function requested(queue: DownloadQueue, event: Extract<QueueEvent, { type: 'requested' }>): Folded {
  const { request, receivedBytes } = event;
  const known = queue.items.get(request.episodeId);
  if (
    known !== undefined &&
    known.state !== 'failed' &&
    known.state !== 'waiting' &&
    known.state !== 'paused'
  )
    return { queue, effects: [] };
  const received = known?.receivedBytes ?? receivedBytes;
  return put(queue, { request, state: 'queued', receivedBytes: received, tries: 0, bytesAtStart: received });
}

function failed(queue: DownloadQueue, event: Extract<QueueEvent, { type: 'failed' }>): Folded {
  const { episodeId, error, now, jitter } = event;
  const item = queue.items.get(episodeId);
  if (item === undefined) return { queue, effects: [] };
  if (holding.has(error.code)) {
    const paused = put({ ...queue, held: true }, { ...item, state: 'paused', error });
    return queue.held
      ? paused
      : { ...paused, effects: [...paused.effects, { type: 'held', code: error.code }] };
  }
  const tries = item.receivedBytes - item.bytesAtStart >= redeemingBytes ? 1 : item.tries;
  const delay = retryDelay({ error, tries, jitter });
  if (delay === null) return put(queue, { ...item, state: 'failed', tries, error });
  const retryAt = now + delay;
  const waiting = put(queue, { ...item, state: 'waiting', tries, error, retryAt });
  return { ...waiting, effects: [...waiting.effects, { type: 'wake', at: retryAt }] };
}

function beginMore(queue: DownloadQueue): Folded {
  if (queue.held) return { queue, effects: [] };
  const perHost = new Map<string, number>();
  const count = (item: QueueItem): void => {
    const host = hostOf(item.request.url);
    perHost.set(host, (perHost.get(host) ?? 0) + 1);
  };
  const running = [...queue.items.values()].filter(
    ({ state }) => state === 'downloading' || state === 'verifying',
  );
  running.forEach(count);
  let free = mostAtOnce - running.length;
  let folded: Folded = { queue, effects: [] };
  for (const item of queue.items.values()) {
    if (free <= 0) break;
    if (item.state !== 'queued' || (perHost.get(hostOf(item.request.url)) ?? 0) >= mostPerHost) continue;
    free -= 1;
    count(item);
    const begun = put(folded.queue, {
      ...item,
      state: 'downloading',
      tries: item.tries + 1,
      bytesAtStart: item.receivedBytes,
    });
    const start = { type: 'start', episodeId: item.request.episodeId } as const;
    folded = { queue: begun.queue, effects: [...folded.effects, ...begun.effects, start] };
  }
  return folded;
}

/** What the window is told of an item. */
export function snapshotOf(item: QueueItem): DownloadSnapshot {
  const { request, state, receivedBytes, totalBytes, error, retryAt } = item;
  return {
    episodeId: request.episodeId,
    state,
    receivedBytes,
    ...(totalBytes === undefined ? {} : { totalBytes }),
    ...(error === undefined ? {} : { error }),
    ...(state === 'waiting' && retryAt !== undefined ? { retryAt } : {}),
  };
}

function requeued({ error: _error, retryAt: _retryAt, ...item }: QueueItem): QueueItem {
  return { ...item, state: 'queued' };
}

function put(queue: DownloadQueue, item: QueueItem): Folded {
  const items = new Map(queue.items).set(item.request.episodeId, item);
  return { queue: { ...queue, items }, effects: [{ type: 'announce', snapshot: snapshotOf(item) }] };
}

function change(queue: DownloadQueue, episodeId: string, to: (item: QueueItem) => QueueItem): Folded {
  const item = queue.items.get(episodeId);
  return item === undefined ? { queue, effects: [] } : put(queue, to(item));
}

function changeAll(queue: DownloadQueue, to: (item: QueueItem) => QueueItem): Folded {
  let folded: Folded = { queue, effects: [] };
  for (const item of queue.items.values()) {
    const next = to(item);
    if (next === item) continue;
    const step = put(folded.queue, next);
    folded = { queue: step.queue, effects: [...folded.effects, ...step.effects] };
  }
  return folded;
}

function without(queue: DownloadQueue, episodeId: string, effects: QueueEffect[]): Folded {
  if (!queue.items.has(episodeId)) return { queue, effects: [] };
  const items = new Map(queue.items);
  items.delete(episodeId);
  return { queue: { ...queue, items }, effects };
}

function hostOf(url: string): string {
  return /^[a-z]+:\/\/(?:[^/?#@]*@)?([^/?#]+)/i.exec(url)?.[1]?.toLowerCase() ?? '';
}
