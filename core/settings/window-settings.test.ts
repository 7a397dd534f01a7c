import { expect, it } from 'vitest';
import { defaultSettings } from './default-settings.ts';
import { readWindowSettings } from './window-settings.ts';

const place = { x: -40, y: 12, width: 1000, height: 700, maximised: false };

it('takes theme and place from a file as Earmark writes it', () => {
  const text = JSON.stringify({ ...defaultSettings, theme: 'dark', window: place });
  expect(readWindowSettings(text)).toEqual({ theme: 'dark', window: place });
});

it.each([
  ['', 'an empty file'],
  ['{"theme":"dark"', 'a file cut short'],
  ['null', 'no settings'],
  ['"dark"', 'a text'],
  ['{"theme":"pink","window":7}', 'wrong values'],
])('opens the usual window for %j (%s)', (text) => {
  expect(readWindowSettings(text)).toEqual({ theme: 'system' });
});

it.each([
  { ...place, x: 0.5 },
  { ...place, width: 0 },
  { ...place, height: 1e9 },
  { ...place, maximised: 'no' },
])('leaves a place out that is none: %j', (window) => {
  expect(readWindowSettings(JSON.stringify({ theme: 'light', window }))).toEqual({ theme: 'light' });
});
