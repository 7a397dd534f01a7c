import { describe, expect, it } from 'vitest';
import type { AppErrorCode } from '../app-error.ts';
import { foldDownload } from './download-queue.ts';
import { emptyQueue } from './queue-model.ts';
import type { DownloadQueue, QueueEffect, QueueEvent } from './queue-model.ts';
import { snapshotOf } from './queue-steps.ts';

const request = (episodeId: string, host = `${episodeId}.example`) => ({
  episodeId,
  url: `https://${host}/${episodeId}.mp3`,
  podcastTitle: 'Show',
  episodeTitle: episodeId,
  type: 'audio/mpeg',
  feedUrl: 'https://show.example/feed',
});
const ask = (episodeId: string, host?: string): QueueEvent => ({
  type: 'requested',
  request: request(episodeId, host),
  receivedBytes: 0,
  addedAt: 0,
});
const fail = (episodeId: string, code: AppErrorCode, now = 0): QueueEvent => ({
  type: 'failed',
  episodeId,
  error: { code },
  now,
  jitter: 0,
});

/** Folds events one after another; the effects of the last one. */
function run(events: readonly QueueEvent[], from: DownloadQueue = emptyQueue) {
  let queue = from;
  let effects: readonly QueueEffect[] = [];
  for (const event of events) ({ queue, effects } = foldDownload(queue, event));
  return {
    queue,
    effects,
    started: effects.flatMap((effect) => (effect.type === 'start' ? [effect.episodeId] : [])),
  };
}
const finish = (episodeId: string): QueueEvent => ({ type: 'finished', episodeId, fileName: 'x', bytes: 1 });
const pause = (episodeId: string): QueueEvent => ({ type: 'paused', episodeId });
const place = (episodeId: string, before: string | null): QueueEvent => ({
  type: 'placed',
  episodeId,
  before,
});
const request7 = (episodeId: string) =>
  ({ type: 'requested', request: request(episodeId), receivedBytes: 7, addedAt: 7 }) as const;
const shown = (queue: DownloadQueue): string[] =>
  [...queue.items.values()].map((item) => snapshotOf(item).state);
const states = (queue: DownloadQueue): string[] => [...queue.items.values()].map(({ state }) => state);

describe('foldDownload', () => {
  it('begins at once with what somebody listens to, above the limits and whatever holds it', () => {
    const busy = run([ask('a', 'h'), ask('b', 'h'), ask('c'), ask('d', 'h')]).queue;
    expect(run([{ type: 'hurried', episodeId: 'd' }], busy).started).toEqual(['d']);
    const held = run([{ type: 'all-paused', paused: true }, ask('a'), pause('a')]).queue;
    expect(run([{ type: 'hurried', episodeId: 'a' }], held).started).toEqual(['a']);
    const broken = run([ask('a'), fail('a', 'network-broken')]).queue;
    expect(run([{ type: 'hurried', episodeId: 'a' }], broken).started).toEqual(['a']);
  });

  it('hurries one alone: what was played before keeps to the limits and rules again', () => {
    const hurry = (episodeId: string): QueueEvent => ({ type: 'hurried', episodeId });
    const resumable = (episodeId: string): QueueEvent => ({
      type: 'progressed',
      episodeId,
      receivedBytes: 9,
      canResume: true,
    });
    const busy = run([ask('a'), ask('b'), ask('c'), ask('d'), ask('e'), hurry('d')]).queue;
    expect(states(busy)).toEqual(['downloading', 'downloading', 'downloading', 'downloading', 'queued']);
    const sampled = run([resumable('d'), hurry('e')], busy).queue;
    expect(states(sampled)).toEqual(['downloading', 'downloading', 'downloading', 'queued', 'downloading']);

    const metered = run([{ type: 'ruled', rule: 'metered' }, ask('a'), ask('b'), hurry('a')]).queue;
    expect(states(metered)).toEqual(['downloading', 'queued']);
    expect(states(run([hurry('b')], metered).queue)).toEqual(['queued', 'downloading']);
  });

  it('stops what is listened to when it is paused by hand, or all is', () => {
    const heard = run([ask('a'), { type: 'hurried', episodeId: 'a' }]).queue;
    expect(states(run([pause('a')], heard).queue)).toEqual(['queued']);
    expect(states(run([{ type: 'all-paused', paused: true }], heard).queue)).toEqual(['queued']);
  });

  it('runs three at once, two per host, in order', () => {
    const { queue } = run([ask('a', 'h'), ask('b', 'h'), ask('c', 'h'), ask('d'), ask('e')]);
    expect(states(queue)).toEqual(['downloading', 'downloading', 'queued', 'downloading', 'queued']);
    const next = run([{ type: 'finished', episodeId: 'a', fileName: 'a.mp3', bytes: 1 }], queue);
    expect(next.started).toEqual(['c']);
  });

  it('counts the host that an address leads to: what is sent on to one is no more than it may be asked for', () => {
    const lead = (episodeId: string): QueueEvent => ({
      type: 'progressed',
      episodeId,
      receivedBytes: 1,
      finalUrl: `https://cdn.example/${episodeId}`,
    });
    const before = run([ask('a', 'one'), ask('b', 'two'), lead('a'), lead('b')]).queue;
    const { queue } = run([ask('c', 'cdn.example'), ask('d', 'one'), ask('e', 'three')], before);
    expect(states(queue)).toEqual(['downloading', 'downloading', 'queued', 'queued', 'downloading']);
    expect(run([finish('a')], queue).started).toEqual(['c']);
    const fewer = { parallel: 3, parallelPerHost: 1 };
    const lowered = run(
      [{ ...lead('b'), canResume: true } as QueueEvent, { type: 'limited', limits: fewer }],
      queue,
    );
    expect(states(lowered.queue).slice(0, 2)).toEqual(['downloading', 'queued']);
  });

  it('asks once however often it is asked', () => {
    expect(run([ask('a'), ask('a')]).effects).toEqual([]);
  });

  it('waits after a passing failure and tries again when it is time', () => {
    const { queue, effects } = run([ask('a'), fail('a', 'network-broken', 1000)]);
    expect(effects).toContainEqual({ type: 'wake', at: 3000 });
    expect(run([{ type: 'woken', now: 2999 }], queue).started).toEqual([]);
    expect(run([{ type: 'woken', now: 3000 }], queue).started).toEqual(['a']);
  });

  it('gives up after eight tries without progress, and never while there is progress', () => {
    const tries = (events: QueueEvent[], from: DownloadQueue): DownloadQueue =>
      Array.from({ length: 8 }).reduce<DownloadQueue>(
        (queue) => run([...events, fail('a', 'network-broken'), { type: 'woken', now: 1e9 }], queue).queue,
        from,
      );
    const start = run([ask('a')]).queue;
    expect(states(tries([], start))).toEqual(['failed']);
    let received = 0;
    let queue = start;
    for (let round = 0; round < 20; round++) {
      received += 300_000;
      queue = run(
        [
          { type: 'progressed', episodeId: 'a', receivedBytes: received },
          fail('a', 'network-broken'),
          { type: 'woken', now: 1e9 },
        ],
        queue,
      ).queue;
    }
    expect(states(queue)).toEqual(['downloading']);
  });

  it('does not repeat what is gone, until it is asked for again', () => {
    const { queue } = run([ask('a'), fail('a', 'http-not-found')]);
    expect(states(queue)).toEqual(['failed']);
    expect(run([{ type: 'woken', now: 1e12 }], queue).started).toEqual([]);
    expect(run([ask('a')], queue).started).toEqual(['a']);
  });

  it('leaves a server alone for as long as it asked, after a restart too', () => {
    const asked: QueueEvent = {
      type: 'failed',
      episodeId: 'a',
      error: { code: 'http-server-error', retryAfterMs: 60_000 },
      now: 1000,
      jitter: 0,
    };
    expect(run([ask('a'), asked]).effects).toContainEqual({ type: 'remember' });
    const recalled = {
      order: 0,
      pausedByHand: false,
      anyway: false,
      error: { code: 'http-server-error' },
      retryAt: 61_000,
    } as const;
    const next = run([{ ...request7('a'), recalled }]);
    expect(next.started).toEqual([]);
    expect(next.effects).toContainEqual({ type: 'wake', at: 61_000 });
    expect(run([{ type: 'woken', now: 60_999 }], next.queue).started).toEqual([]);
    expect(run([{ type: 'woken', now: 61_000 }], next.queue).started).toEqual(['a']);
  });

  it('holds everything on a full disk, says so once, and goes on when there is room', () => {
    const first = run([ask('a'), ask('b'), ask('c'), ask('d'), fail('a', 'disk-full')]);
    expect(first.effects.filter(({ type }) => type === 'held')).toHaveLength(1);
    const second = run([fail('b', 'disk-full')], first.queue);
    expect(second.effects.some(({ type }) => type === 'held')).toBe(false);
    expect(states(second.queue)).toEqual(['paused', 'paused', 'downloading', 'queued']);
    expect(run([{ type: 'room' }], second.queue).started).toEqual(['a', 'b']);
  });

  it('holds everything without a network, says so once, and counts no try', () => {
    const cutOff = (episodeId: string): QueueEvent => ({
      type: 'failed',
      episodeId,
      error: { code: 'network-timeout' },
      now: 0,
      jitter: 0,
      isCutOff: true,
    });
    let { queue } = run([ask('a'), ask('b'), ask('c'), ask('d')]);
    for (let round = 0; round < 20; round += 1) {
      const held = run([cutOff('a'), cutOff('b'), cutOff('c')], queue);
      expect(held.queue.held).toBe('network-offline');
      expect(states(held.queue)).toEqual(['paused', 'paused', 'paused', 'queued']);
      ({ queue } = run([{ type: 'room' }], held.queue));
    }
    expect(states(queue)).toEqual(['downloading', 'downloading', 'downloading', 'queued']);
    expect(states(run([fail('a', 'network-broken')], queue).queue)[0]).toBe('waiting');
  });

  it.each(['folder-gone', 'disk-denied'] as const)('holds everything for %s, and says why', (code) => {
    const { queue, effects } = run([ask('a'), ask('b'), fail('a', code)]);
    expect(effects).toContainEqual({ type: 'held', code });
    expect(states(queue)).toEqual(['paused', 'downloading']);
  });

  it('discards what is cancelled and hears no more of it', () => {
    const { queue, effects, started } = run([
      ask('a', 'h'),
      ask('b', 'h'),
      ask('c', 'h'),
      { type: 'cancelled', episodeId: 'a' },
    ]);
    expect(effects).toContainEqual({ type: 'discard', episodeId: 'a' });
    expect(started).toEqual(['c']);
    expect(run([{ type: 'progressed', episodeId: 'a', receivedBytes: 5 }], queue).effects).toEqual([]);
  });

  it('runs as many at once as the user allows, from the moment the limit changes', () => {
    const { queue } = run([ask('a', 'h'), ask('b', 'h'), ask('c', 'h'), ask('d'), ask('e')]);
    const more = run([{ type: 'limited', limits: { parallel: 5, parallelPerHost: 4 } }], queue);
    expect(more.started).toEqual(['c', 'e']);
    const fewer = run([{ type: 'limited', limits: { parallel: 1, parallelPerHost: 1 } }], queue);
    expect(fewer.effects).toEqual([]);
    expect(run([finish('a')], fewer.queue).started).toEqual([]);
  });

  it('ends what a lower limit leaves too many of, but nothing that would begin anew or is listened to', () => {
    const grow = (episodeId: string, canResume: boolean): QueueEvent => {
      return { type: 'progressed', episodeId, receivedBytes: 5, canResume };
    };
    const limits = { parallel: 1, parallelPerHost: 1 };
    const begun = [ask('a'), ask('b', 'h'), ask('c', 'h')];
    const can = run([...begun, ...['a', 'b', 'c'].map((id) => grow(id, true))]).queue;
    const fewer = run([{ type: 'limited', limits }], can);
    expect(states(fewer.queue)).toEqual(['downloading', 'queued', 'queued']);
    expect(fewer.effects).toContainEqual({ type: 'stop', episodeId: 'c' });
    expect(run([finish('a')], fewer.queue).started).toEqual(['b']);

    const oneHost = run([{ type: 'limited', limits: { parallel: 3, parallelPerHost: 1 } }], can);
    expect(states(oneHost.queue)).toEqual(['downloading', 'downloading', 'queued']);
    const cannot = run([...begun, grow('a', true), grow('b', false), grow('c', true)]).queue;
    expect(states(run([{ type: 'limited', limits }], cannot).queue)).toEqual([
      'downloading',
      'downloading',
      'queued',
    ]);
    const heard = run(
      [
        { type: 'hurried', episodeId: 'c' },
        { type: 'limited', limits },
      ],
      can,
    ).queue;
    expect(states(heard)).toEqual(['downloading', 'queued', 'downloading']);
  });

  it('takes turns in the order the user gave them', () => {
    const one: QueueEvent = { type: 'limited', limits: { parallel: 1, parallelPerHost: 1 } };
    const { queue, effects } = run([one, ask('a'), ask('b'), ask('c'), place('c', 'b')]);
    expect(effects).toContainEqual({ type: 'remember' });
    expect([...queue.items.keys()]).toEqual(['a', 'c', 'b']);
    expect(run([finish('a')], queue).started).toEqual(['c']);
    expect([...run([place('a', null)], queue).queue.items.keys()]).toEqual(['c', 'b', 'a']);
  });

  it('gives each item the place an earlier run remembers', () => {
    const recalled = { order: 5, pausedByHand: true, anyway: false };
    const { queue } = run([
      { ...request7('a'), addedAt: 7 },
      { ...request7('b'), addedAt: 9, recalled },
    ]);
    expect([...queue.items.keys()]).toEqual(['b', 'a']);
    expect(shown(queue)).toEqual(['paused', 'downloading']);
    const error = { code: 'http-gone' } as const;
    const failedThen = run([{ ...request7('c'), recalled: { ...recalled, pausedByHand: false, error } }]);
    expect(failedThen.started).toEqual([]);
    expect(states(failedThen.queue)).toEqual(['failed']);
  });

  it('pauses one, which makes room for the next, and goes on with it', () => {
    const { queue, effects, started } = run([ask('a'), ask('b'), ask('c'), ask('d'), pause('a')]);
    expect(effects).toContainEqual({ type: 'stop', episodeId: 'a' });
    expect(started).toEqual(['d']);
    expect(shown(queue)).toEqual(['paused', 'downloading', 'downloading', 'downloading']);
    expect(run([{ type: 'woken', now: 1e12 }, finish('b')], queue).started).toEqual([]);
    expect(run([finish('b'), { type: 'resumed', episodeId: 'a' }], queue).started).toEqual(['a']);
    expect(run([finish('b'), ask('a')], queue).started).toEqual(['a']);
  });

  it('does not count a try that the user ended', () => {
    let queue = run([ask('a')]).queue;
    for (let round = 0; round < 20; round++)
      queue = run([pause('a'), { type: 'resumed', episodeId: 'a' }], queue).queue;
    expect(queue.items.get('a')).toMatchObject({ state: 'downloading', tries: 1 });
  });

  it('pauses all, lets one go on, and then all', () => {
    const all = (paused: boolean): QueueEvent => ({ type: 'all-paused', paused });
    const { queue, effects } = run([ask('a'), ask('b'), pause('b'), all(true)]);
    expect(effects.filter(({ type }) => type === 'stop')).toEqual([{ type: 'stop', episodeId: 'a' }]);
    expect(effects).toContainEqual({
      type: 'announce-queue',
      state: { pausedAll: true, rule: null, moving: false, held: null },
    });
    expect(run([ask('c')], queue).started).toEqual([]);
    expect(run([{ type: 'resumed', episodeId: 'b' }], queue).started).toEqual(['b']);
    expect(run([all(false)], queue).started).toEqual(['a', 'b']);
  });

  it('waits for mains power, but not with what the user wants anyway', () => {
    const { queue, effects } = run([ask('a'), ask('b'), { type: 'ruled', rule: 'battery' }]);
    expect(effects.filter(({ type }) => type === 'stop')).toHaveLength(2);
    const anyway = run([{ type: 'resumed', episodeId: 'b' }], queue);
    expect(anyway.started).toEqual(['b']);
    expect(run([{ type: 'ruled', rule: null }], anyway.queue).started).toEqual(['a']);
    expect(run([{ type: 'moving', moving: true }], anyway.queue).effects).toContainEqual({
      type: 'stop',
      episodeId: 'b',
    });
  });

  it('finishes a thousand of which every third fails, in order', () => {
    const names = Array.from({ length: 1000 }, (_, at) => `e${at}`);
    let { queue } = run(names.map((name) => ask(name)));
    const done: string[] = [];
    for (const name of names) {
      const isBad = names.indexOf(name) % 3 === 2;
      if (!isBad) done.push(name);
      const end: QueueEvent = isBad
        ? fail(name, 'http-not-found')
        : { type: 'finished', episodeId: name, fileName: name, bytes: 1 };
      expect(queue.items.get(name)?.state).toBe('downloading');
      queue = run([end], queue).queue;
    }
    expect(done).toHaveLength(667);
    expect(queue.items.size).toBe(333);
  });
});
