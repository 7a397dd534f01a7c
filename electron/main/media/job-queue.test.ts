import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Result } from '../../../core/result.ts';
import { appError } from '../../../core/app-error.ts';
import { failure, success } from '../../../core/result.ts';
import { JobQueue } from './job-queue.ts';
import type { Urgency } from './job-queue.ts';

/** A busy machine may take its time. */
const patience = { timeout: 10_000 };

/** Work that a test ends; ended by its signal it fails, as a killed process does. */
interface Work {
  readonly about: string;
  readonly isEnded: () => boolean;
  readonly finish: () => void;
}

let queue: JobQueue;
let begun: Work[];
let mayWorkAhead: () => Promise<boolean>;
const endless = () => new AbortController().signal;

beforeEach(() => {
  queue = new JobQueue();
  begun = [];
  mayWorkAhead = () => Promise.resolve(true);
});
afterEach(() => vi.useRealTimers());

function ask(about: string, urgency: Urgency, signal = endless()): Promise<Result<string>> {
  return queue.run(
    { about, urgency, signal, mayWorkAhead: () => mayWorkAhead() },
    (until) =>
      new Promise((resolve) => {
        until.addEventListener('abort', () => resolve(failure(appError('worker-failed', 'ended'))));
        begun.push({ about, isEnded: () => until.aborted, finish: () => resolve(success(about)) });
      }),
  );
}

const work = async (index: number): Promise<Work> => {
  await vi.waitFor(() => expect(begun[index]).toBeDefined(), patience);
  return begun[index]!;
};
const settled = () => new Promise(setImmediate);
const names = () => begun.map(({ about }) => about);

describe('the order', () => {
  it('is one at a time, the more urgent first, then the older', async () => {
    void ask('first', 'now');
    for (const [about, urgency] of [
      ['ahead', 'ahead'],
      ['asked', 'asked'],
      ['heard', 'now'],
      ['asked later', 'asked'],
    ] as const)
      void ask(about, urgency);
    await settled();
    expect(names()).toEqual(['first']);
    for (const at of [0, 1, 2, 3, 4]) (await work(at)).finish();
    expect(names()).toEqual(['first', 'heard', 'asked', 'asked later', 'ahead']);
  });

  it('ends what is less urgent, and begins it anew afterwards', async () => {
    const asked = ask('asked', 'asked');
    const first = await work(0);
    const heard = ask('heard', 'now');
    const second = await work(1);
    expect(first.isEnded()).toBe(true);
    second.finish();
    expect(await heard).toEqual(success('heard'));
    (await work(2)).finish();
    expect(await asked).toEqual(success('asked'));
    expect(names()).toEqual(['asked', 'heard', 'asked']);
  });

  it('lets what is under way go on when just that becomes more urgent', async () => {
    void ask('same', 'ahead');
    const first = await work(0);
    void ask('same', 'asked');
    await settled();
    expect(first.isEnded()).toBe(false);
    expect(begun).toHaveLength(1);
  });
});

describe('work ahead', () => {
  it('waits while it may not be done, and what is asked for does not', async () => {
    mayWorkAhead = () => Promise.resolve(false);
    void ask('ahead', 'ahead');
    void ask('asked', 'asked');
    (await work(0)).finish();
    await settled();
    expect(names()).toEqual(['asked']);
  });

  it('is looked at again, and ends when it may be done no more', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval'] });
    mayWorkAhead = () => Promise.resolve(false);
    void ask('ahead', 'ahead');
    await settled();
    mayWorkAhead = () => Promise.resolve(true);
    vi.advanceTimersByTime(60_000);
    const first = await work(0);
    mayWorkAhead = () => Promise.resolve(false);
    vi.advanceTimersByTime(60_000);
    await vi.waitFor(() => expect(first.isEnded()).toBe(true), patience);
    await settled();
    mayWorkAhead = () => Promise.resolve(true);
    vi.advanceTimersByTime(60_000);
    await work(1);
  });

  it('waits when nobody can tell whether it may be done', async () => {
    mayWorkAhead = () => Promise.reject(new Error('no power supply'));
    void ask('ahead', 'ahead');
    void ask('asked', 'asked');
    (await work(0)).finish();
    await settled();
    expect(names()).toEqual(['asked']);
  });
});

describe('cancelling', () => {
  it('ends what is under way and goes on', async () => {
    const wish = new AbortController();
    const first = ask('first', 'asked', wish.signal);
    void ask('second', 'asked');
    await work(0);
    wish.abort();
    expect(await first).toMatchObject({ ok: false });
    expect((await work(1)).about).toBe('second');
  });

  it('takes what waits out of the queue at once', async () => {
    void ask('first', 'asked');
    const wish = new AbortController();
    const second = ask('second', 'asked', wish.signal);
    void ask('third', 'asked');
    wish.abort();
    expect(await second).toMatchObject({ ok: false });
    (await work(0)).finish();
    expect((await work(1)).about).toBe('third');
  });

  it('comes before the beginning, too', async () => {
    expect(await ask('never', 'now', AbortSignal.abort())).toMatchObject({ ok: false });
    expect(begun).toHaveLength(0);
  });
});

it('goes on after work that throws', async () => {
  const broken = queue.run({ about: 'broken', urgency: 'now', signal: endless(), mayWorkAhead }, () =>
    Promise.reject(new Error('no such folder')),
  );
  await expect(broken).rejects.toThrow('no such folder');
  void ask('next', 'asked');
  expect((await work(0)).about).toBe('next');
});
