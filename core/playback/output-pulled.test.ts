import { describe, expect, it } from 'vitest';
import { isOutputPulled } from './output-pulled.ts';
import type { SoundOutput } from './output-pulled.ts';

const output = (deviceId: string, groupId: string, label = deviceId): SoundOutput => ({
  deviceId,
  groupId,
  label,
});

describe('where the system tells which output is heard', () => {
  const phones = [output('default', 'g2'), output('a', 'g1'), output('b', 'g2')];

  it('hears headphones being pulled, and nothing else', () => {
    expect(isOutputPulled(phones, [output('default', 'g1'), output('a', 'g1')])).toBe(true);
    expect(isOutputPulled(phones, [output('default', 'g2'), output('b', 'g2')])).toBe(false);
  });

  it('lets the user choose another, and plug one in', () => {
    expect(isOutputPulled(phones, [output('default', 'g1'), output('a', 'g1'), output('b', 'g2')])).toBe(
      false,
    );
    expect(isOutputPulled(phones, [...phones, output('c', 'g3')])).toBe(false);
  });
});

describe('where it does not tell', () => {
  const speakers = output('a', 'g1', 'Speakers');
  const screen = output('s', 'g3', 'Built-in Audio Digital Stereo (HDMI)');
  const before = [output('default', 'default'), speakers, output('b', 'g2', 'Headset'), screen];

  it('takes any that is gone for pulled, but for that of a screen', () => {
    expect(isOutputPulled(before, [output('default', 'default'), speakers, screen])).toBe(true);
    expect(isOutputPulled(before, before.slice(0, 3))).toBe(false);
    expect(isOutputPulled(before, before)).toBe(false);
  });
});

it('knows nothing of outputs without names, as a page without permission sees them', () => {
  expect(isOutputPulled([output('', '')], [output('', '')])).toBe(false);
});
