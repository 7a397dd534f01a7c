import { expect, it } from 'vitest';
import type { RuleHold } from '../../../core/download/download.ts';
import type { NetworkCost, PowerSource } from '../../../core/download/rule-hold.ts';
import { followRules } from './follow-rules.ts';

it('asks the system while a rule is in force, and tells what it makes of the answer', async () => {
  let settings = { onlyOnMains: false, onlyUnmetered: false };
  let [power, network]: [PowerSource, NetworkCost] = ['battery', 'metered'];
  let asked = 0;
  let timer: (() => void) | null = null;
  const told: (RuleHold | null)[] = [];
  const rules = followRules({
    settings: () => settings,
    readPower: () => {
      asked += 1;
      return Promise.resolve(power);
    },
    readNetwork: () => Promise.resolve(network),
    tell: (rule) => told.push(rule),
    after: (_ms, work) => {
      timer = work;
      return () => (timer = null);
    },
  });
  await rules.look();
  expect([told, asked, timer]).toEqual([[null], 0, null]);
  settings = { onlyOnMains: true, onlyUnmetered: true };
  await rules.look();
  expect([told.at(-1), asked]).toEqual(['battery', 1]);
  power = 'mains';
  timer!();
  await rules.look();
  expect(told.at(-1)).toBe('metered');
  network = 'unmetered';
  await rules.look();
  expect(told.at(-1)).toBeNull();
  rules.stop();
  expect(timer).toBeNull();
});
