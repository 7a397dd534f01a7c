import { describe, expect, it } from 'vitest';
import { RateLimit } from './rate-limit.ts';

/** A clock that stands still until `advance` is called. */
function clock() {
  let time = 0;
  let timers: { at: number; work: () => void }[] = [];
  return {
    needs: {
      now: () => time,
      after: (ms: number, work: () => void) => {
        const timer = { at: time + ms, work };
        timers.push(timer);
        return () => void (timers = timers.filter((one) => one !== timer));
      },
    },
    /** Step by step, with all that waits for it done in between. */
    advance: async (ms: number) => {
      for (const end = time + ms; time < end; time += 1) {
        const due = timers.filter(({ at }) => at <= time);
        timers = timers.filter((timer) => !due.includes(timer));
        for (const { work } of due) work();
        await new Promise(setImmediate);
      }
    },
  };
}

/** Sends `bytes` through the limit; the counter of what has passed. */
function send(limit: RateLimit, bytes: number, signal = new AbortController().signal) {
  const sent = { bytes: 0, isOver: false };
  void (async () => {
    for await (const piece of limit.pass(new Uint8Array(bytes), signal)) sent.bytes += piece.byteLength;
    sent.isOver = true;
  })();
  return sent;
}

describe('RateLimit', () => {
  it('lets everything through at once where there is no limit', async () => {
    const sent = send(new RateLimit(clock().needs), 1_000_000);
    await new Promise(setImmediate);
    expect(sent).toEqual({ bytes: 1_000_000, isOver: true });
  });

  it('holds all transfers together to the rate, none before the others', async () => {
    const { needs, advance } = clock();
    const limit = new RateLimit(needs);
    limit.set(1000);
    const [one, other] = [send(limit, 5000), send(limit, 5000)];
    await advance(2001);
    expect(one.bytes + other.bytes).toBeGreaterThanOrEqual(2000);
    expect(one.bytes + other.bytes).toBeLessThanOrEqual(2250);
    expect(Math.abs(one.bytes - other.bytes)).toBeLessThanOrEqual(125);
  });

  it('follows a change at once, even where something waits long', async () => {
    const { needs, advance } = clock();
    const limit = new RateLimit(needs);
    limit.set(1);
    const sent = send(limit, 5000);
    await advance(10);
    expect(sent.bytes).toBe(1);
    limit.set(0);
    await advance(2);
    expect(sent.isOver).toBe(true);
  });

  it('lets go of what is given up', async () => {
    const { needs, advance } = clock();
    const limit = new RateLimit(needs);
    limit.set(1);
    const controller = new AbortController();
    const sent = send(limit, 5000, controller.signal);
    await advance(2);
    controller.abort();
    await advance(2);
    expect(sent.isOver).toBe(true);
    expect(sent.bytes).toBeLessThan(5000);
  });
});
