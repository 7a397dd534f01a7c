import { expect, it } from 'vitest';
import { SteadyClock } from './steady-clock.ts';

function clockAt(start: number) {
  const time = { running: start, wall: start };
  const clock = new SteadyClock({ running: () => time.running, wall: () => time.wall });
  return { time, clock };
}

it('counts the sleep in which its own time stood still', () => {
  const { time, clock } = clockAt(1000);
  clock.fallAsleep();
  time.wall += 8 * 3_600_000;
  time.running += 5;
  clock.wakeUp();
  expect(clock.now()).toBe(1000 + 8 * 3_600_000);
  time.running += 10;
  expect(clock.now()).toBe(1010 + 8 * 3_600_000);
});

it('counts no sleep twice where its own time ran on', () => {
  const { time, clock } = clockAt(1000);
  clock.fallAsleep();
  for (const kind of ['wall', 'running'] as const) time[kind] += 60_000;
  clock.wakeUp();
  expect(clock.now()).toBe(61_000);
});

it('heeds no clock that is set while the computer is awake, and never goes back', () => {
  const { time, clock } = clockAt(1000);
  time.wall += 10 * 365 * 86_400_000;
  clock.wakeUp();
  expect(clock.now()).toBe(1000);
  clock.fallAsleep();
  time.wall -= 86_400_000;
  clock.wakeUp();
  expect(clock.now()).toBe(1000);
});
