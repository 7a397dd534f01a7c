import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchRoom } from './watch-room.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('asks a disk that does not answer only once, and goes on asking when it has', async () => {
  const answers: ((hasRoom: boolean) => void)[] = [];
  const goOn = vi.fn();
  const hasRoom = (): Promise<boolean> => new Promise((resolve) => answers.push(resolve));
  watchRoom({ hasRoom, goOn, everyMs: 10 });
  await vi.advanceTimersByTimeAsync(1000);
  expect(answers).toHaveLength(1);
  answers[0]?.(false);
  await vi.advanceTimersByTimeAsync(10);
  expect(answers).toHaveLength(2);
  answers[1]?.(true);
  await vi.advanceTimersByTimeAsync(100);
  expect(goOn).toHaveBeenCalledTimes(1);
  expect(answers).toHaveLength(2);
});

it('asks no more once it is stopped', async () => {
  const hasRoom = vi.fn(() => Promise.resolve(false));
  const stop = watchRoom({ hasRoom, goOn: () => undefined, everyMs: 10 });
  await vi.advanceTimersByTimeAsync(25);
  stop();
  await vi.advanceTimersByTimeAsync(100);
  expect(hasRoom).toHaveBeenCalledTimes(2);
});
