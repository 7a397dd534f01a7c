import { expect, it } from 'vitest';
import { audioSpecificConfig, promisedSpecificConfig } from './adts-header.ts';

const stereo = { objectType: 2, sampleRate: 44_100, channels: 2 };
const core = { objectType: 2, sampleRate: 22_050, channels: 1 };

/** ISO/IEC 14496-3 table 1.15: object type 29 over a core of 22.05 kHz and one channel, 44.1 kHz, object type 2. */
const parametricStereo = [0b11101_011, 0b1_0001_010, 0b0_00010_00, 0];

it('promises what may come of one channel of a low rate: twice the rate, two voices', () => {
  expect([...promisedSpecificConfig(core)]).toEqual(parametricStereo);
});

it.each([stereo, { ...core, channels: 2 }, { ...core, sampleRate: 32_000 }])(
  'says of the others what their header says (%o)',
  (header) => {
    expect([...promisedSpecificConfig(header)]).toEqual([...audioSpecificConfig(header)]);
  },
);
