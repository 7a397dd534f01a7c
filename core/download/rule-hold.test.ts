import { expect, it } from 'vitest';
import { ruleHold } from './rule-hold.ts';

const both = { onlyOnMains: true, onlyUnmetered: true };
const none = { onlyOnMains: false, onlyUnmetered: false };

it.each([
  [both, { power: 'battery', network: 'metered' }, 'battery'],
  [both, { power: 'mains', network: 'metered' }, 'metered'],
  [both, { power: 'mains', network: 'unmetered' }, null],
  [both, { power: 'unknown', network: 'unknown' }, null],
  [none, { power: 'battery', network: 'metered' }, null],
] as const)('%j on %j: %s', (settings, system, expected) => {
  expect(ruleHold(settings, system)).toBe(expected);
});
