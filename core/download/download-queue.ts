import type { AppError, AppErrorCode } from '../app-error.ts';
import { assertNever } from '../assert-never.ts';
import { moveInQueue } from '../playback/queue.ts';
import { beginMore } from './begin-more.ts';
import type { DownloadQueueState, DownloadRequest, DownloadSnapshot } from './download.ts';
import { endMost } from './end-most.ts';
import { hostOf } from './host-of.ts';
import { applyHolds } from './queue-holds.ts';
import type {
  DownloadQueue,
  Folded,
  QueueEffect,
  QueueEvent,
  QueueItem,
  RecalledItem,
} from './queue-model.ts';
import { change, changeAll, put, uncounted, withItems, without } from './queue-steps.ts';
import { retryDelay } from './retry-policy.ts';

/** A try that brought so much was no failure of the address: the count of tries begins anew. */
const redeemingBytes = 256 * 1024;
/** What would meet every other download too: the queue waits until it is mended instead of failing them one by one. */
const holding: ReadonlySet<AppErrorCode> = new Set([
  'disk-full',
  'disk-denied',
  'folder-gone',
  'network-sign-in',
]);
const cutOff: AppErrorCode = 'network-offline';

/** Whether the queue as a whole waits for what is wrong to be mended. */
export function holdsQueue(code: AppErrorCode): boolean {
  return holding.has(code);
}

/** One step of the queue: what it is after `event`, and what is to be done. Events for items that are gone change nothing. */
export function foldDownload(queue: DownloadQueue, event: QueueEvent): Folded {
  const stepped = step(queue, event);
  const held = applyHolds(stepped.queue);
  const begun = beginMore(held.queue);
  const told = announceQueue(queue, begun.queue);
  return { queue: begun.queue, effects: [...stepped.effects, ...held.effects, ...begun.effects, ...told] };
}

function step(queue: DownloadQueue, event: QueueEvent): Folded {
  switch (event.type) {
    case 'requested':
      return requested(queue, event);
    case 'cancelled':
      return without(queue, event.episodeId, [
        { type: 'discard', episodeId: event.episodeId },
        { type: 'remember' },
      ]);
    case 'progressed':
      return progressed(queue, event);
    case 'verifying':
      return change(queue, event.episodeId, (item) => ({ ...item, state: 'verifying' }));
    case 'finished':
      return finished(queue, event);
    case 'failed':
      return failed(queue, event);
    case 'woken':
      return changeAll(queue, (item) =>
        item.state === 'waiting' && (item.retryAt ?? 0) <= event.now ? requeued(item) : item,
      );
    case 'room':
      return changeAll({ ...queue, held: null }, (item) => (item.state === 'paused' ? requeued(item) : item));
    case 'hurried':
      return hurried(queue, event.episodeId);
    case 'limited':
      return endMost({ ...queue, limits: event.limits });
    case 'ruled':
      return { queue: { ...queue, rule: event.rule }, effects: [] };
    case 'moving':
      return { queue: { ...queue, moving: event.moving }, effects: [] };
    case 'paused':
    case 'resumed':
    case 'all-paused':
    case 'placed':
      return remembered(byHand(queue, event));
    default:
      return assertNever(event, 'download event');
  }
}

function progressed(queue: DownloadQueue, event: Extract<QueueEvent, { type: 'progressed' }>): Folded {
  const { episodeId, type: _, finalUrl, ...bytes } = event;
  const item = queue.items.get(episodeId);
  if (item === undefined) return { queue, effects: [] };
  const servedBy = finalUrl === undefined ? item.servedBy : hostOf(finalUrl);
  if (servedBy === undefined || servedBy === item.servedBy) return put(queue, { ...item, ...bytes });
  const leadsTo = new Map(queue.leadsTo).set(hostOf(item.request.url), servedBy);
  return put({ ...queue, leadsTo }, { ...item, ...bytes, servedBy });
}

/** Who plays it wants it: as if it were resumed by hand, which is kept. What was played before is one of many again. */
function hurried(queue: DownloadQueue, episodeId: string): Folded {
  const wasPaused = queue.items.get(episodeId)?.pausedByHand === true;
  const changed = changeAll(queue, (item) => {
    if (item.request.episodeId !== episodeId) return unhurried(item);
    return item.hurried === true ? item : { ...begunAnew(item), pausedByHand: false, hurried: true };
  });
  const ended = endMost(changed.queue);
  const both = { queue: ended.queue, effects: [...changed.effects, ...ended.effects] };
  return wasPaused ? remembered(both) : both;
}

function unhurried(item: QueueItem): QueueItem {
  if (item.hurried !== true) return item;
  const { hurried: _, ...others } = item;
  return others;
}

function begunAnew(item: QueueItem): QueueItem {
  return item.state === 'waiting' ? requeued(item) : item;
}

type ByHand = Extract<QueueEvent, { type: 'paused' | 'resumed' | 'all-paused' | 'placed' }>;

/** What the user does to the order of things; all of it is kept after a restart. */
function byHand(queue: DownloadQueue, event: ByHand): Folded {
  switch (event.type) {
    case 'paused':
      return change(queue, event.episodeId, (item) => ({
        ...unhurried(begunAnew(item)),
        pausedByHand: true,
        anyway: false,
      }));
    case 'resumed': {
      const anyway = queue.pausedAll || queue.rule !== null;
      return change(queue, event.episodeId, (item) => ({ ...item, pausedByHand: false, anyway }));
    }
    case 'all-paused':
      return changeAll({ ...queue, pausedAll: event.paused }, (item) =>
        item.anyway || item.pausedByHand || item.hurried === true
          ? { ...unhurried(item), anyway: false, pausedByHand: false }
          : item,
      );
    case 'placed':
      return placed(queue, event.episodeId, event.before);
    default:
      return assertNever(event, 'change by hand');
  }
}

function placed(queue: DownloadQueue, episodeId: string, before: string | null): Folded {
  if (!queue.items.has(episodeId) || before === episodeId) return { queue, effects: [] };
  const places = [...queue.items].map(([id, { order }]) => ({ episodeId: id, order }));
  const others = places.filter((place) => place.episodeId !== episodeId);
  const at = others.findIndex((place) => place.episodeId === before);
  const changed = moveInQueue(places, episodeId, at < 0 ? others.length : at);
  const orders = new Map(changed.map((place) => [place.episodeId, place.order]));
  const moved = changeAll(queue, (item) => {
    const order = orders.get(item.request.episodeId) ?? item.order;
    return order === item.order ? item : { ...item, order };
  });
  return { ...moved, queue: withItems(moved.queue, moved.queue.items.values()) };
}

function requested(queue: DownloadQueue, event: Extract<QueueEvent, { type: 'requested' }>): Folded {
  const { request, receivedBytes, addedAt, recalled } = event;
  const known = queue.items.get(request.episodeId);
  const isUnderWay =
    known !== undefined && !known.pausedByHand && !['failed', 'waiting', 'paused'].includes(known.state);
  // Who asks otherwise has ended the transfer.
  if (isUnderWay && !asksOtherwise(known.request, request)) return { queue, effects: [] };
  const received = known?.receivedBytes ?? receivedBytes;
  const item: QueueItem = {
    request,
    state: recalledState(recalled),
    receivedBytes: received,
    tries: 0,
    bytesAtStart: received,
    order: known?.order ?? recalled?.order ?? addedAt,
    pausedByHand: recalled?.pausedByHand ?? false,
    anyway: recalled?.anyway ?? false,
    ...(recalled?.error === undefined ? {} : { error: recalled.error }),
    ...(recalled?.retryAt === undefined ? {} : { retryAt: recalled.retryAt }),
  };
  const asked = put(queue, item);
  const isAgain = known?.state === 'failed' || known?.pausedByHand === true;
  const { retryAt } = item;
  const wake: QueueEffect[] = retryAt === undefined ? [] : [{ type: 'wake', at: retryAt }];
  const sorted = {
    queue: withItems(asked.queue, asked.queue.items.values()),
    effects: [...asked.effects, ...wake],
  };
  return isAgain ? remembered(sorted) : sorted;
}

/** Whether a download would go another way: to another place, or with another answer of the listener's. */
export function asksOtherwise(one: DownloadRequest, other: DownloadRequest): boolean {
  return one.url !== other.url || (one.allowPlain === true) !== (other.allowPlain === true);
}

function recalledState(recalled: RecalledItem | undefined): QueueItem['state'] {
  if (recalled?.error === undefined) return 'queued';
  return recalled.retryAt === undefined ? 'failed' : 'waiting';
}

function finished(queue: DownloadQueue, event: Extract<QueueEvent, { type: 'finished' }>): Folded {
  const { episodeId, fileName, bytes, unverified } = event;
  const snapshot: DownloadSnapshot = {
    episodeId,
    state: 'done',
    receivedBytes: bytes,
    totalBytes: bytes,
    fileName,
    ...(unverified === undefined ? {} : { unverified }),
  };
  return without(queue, episodeId, [{ type: 'announce', snapshot }, { type: 'remember' }]);
}

function failed(queue: DownloadQueue, event: Extract<QueueEvent, { type: 'failed' }>): Folded {
  const { episodeId, now, jitter, isCutOff = false } = event;
  const error = isCutOff ? { ...event.error, code: cutOff } : event.error;
  const item = queue.items.get(episodeId);
  if (item === undefined) return { queue, effects: [] };
  if (isCutOff || holdsQueue(error.code)) return hold(queue, item, error);
  const tries = item.receivedBytes - item.bytesAtStart >= redeemingBytes ? 1 : item.tries;
  const delay = retryDelay({ error, tries, jitter });
  if (delay === null) return remembered(put(queue, { ...item, state: 'failed', tries, error }));
  const retryAt = now + delay;
  const waiting = put(queue, { ...item, state: 'waiting', tries, error, retryAt });
  const woken = { ...waiting, effects: [...waiting.effects, { type: 'wake', at: retryAt } as const] };
  // What a server asked for holds after a restart too.
  return error.retryAfterMs === undefined ? woken : remembered(woken);
}

function hold(queue: DownloadQueue, item: QueueItem, error: AppError): Folded {
  const isFirst = queue.held === null;
  const paused = put(
    { ...queue, held: queue.held ?? error.code },
    { ...uncounted(item), state: 'paused', error },
  );
  return isFirst ? { ...paused, effects: [...paused.effects, { type: 'held', code: error.code }] } : paused;
}

function requeued({ error: _error, retryAt: _retryAt, ...item }: QueueItem): QueueItem {
  return { ...item, state: 'queued' };
}

function remembered({ queue, effects }: Folded): Folded {
  return { queue, effects: [...effects, { type: 'remember' }] };
}

function announceQueue(before: DownloadQueue, after: DownloadQueue): QueueEffect[] {
  const isSame =
    before.pausedAll === after.pausedAll &&
    before.rule === after.rule &&
    before.moving === after.moving &&
    before.held === after.held;
  return isSame ? [] : [{ type: 'announce-queue', state: queueState(after) }];
}

/** What the window is told of the queue as a whole. */
export function queueState({ pausedAll, rule, moving, held }: DownloadQueue): DownloadQueueState {
  return { pausedAll, rule, moving, held };
}
