import { describe, expect, it } from 'vitest';
import { isSinkPulled, readSinks } from './linux-sinks.ts';

/** As `pactl list sinks` prints them, shortened. */
const laptop = ({ active, phones }: { active: string; phones: string }): string => `Sink #0
\tState: RUNNING
\tName: alsa_output.pci-0000_00_1f.3.analog-stereo
\tDescription: Built-in Audio Analog Stereo
\tDriver: module-alsa-card.c
\tProperties:
\t\talsa.card_name = "HDA Intel PCH"
\tPorts:
\t\tanalog-output-speaker: Speakers (type: Speaker, priority: 10000, availability group: Legacy 4, available)
\t\tanalog-output-headphones: Headphones (type: Headphones, priority: 9900, availability group: Legacy 4, ${phones})
\tActive Port: ${active}
\tFormats:
\t\tpcm
`;

const bluetooth = `
Sink #3
\tState: RUNNING
\tName: bluez_output.AA_BB.a2dp-sink
\tDescription: Наушники
\tPorts:
\t\theadset-output: Headset (type: Headset, priority: 0, available)
\tActive Port: headset-output
`;

const screen = `
Sink #4
\tState: IDLE
\tName: alsa_output.pci-0000_00_1f.3.hdmi-stereo
\tPorts:
\t\thdmi-output-0: HDMI / DisplayPort (type: HDMI, priority: 5900, available)
\tActive Port: hdmi-output-0
`;

const plugged = laptop({ active: 'analog-output-headphones', phones: 'available' });
const unplugged = laptop({ active: 'analog-output-speaker', phones: 'not available' });

function isPulled(before: string, after: string): boolean {
  return isSinkPulled(readSinks(before), readSinks(after));
}

it('reads each output with the way sound leaves it', () => {
  expect(readSinks(plugged + bluetooth + screen)).toEqual([
    {
      name: 'alsa_output.pci-0000_00_1f.3.analog-stereo',
      port: 'analog-output-headphones',
      unplugged: [],
    },
    { name: 'bluez_output.AA_BB.a2dp-sink', port: 'headset-output', unplugged: [] },
    { name: 'alsa_output.pci-0000_00_1f.3.hdmi-stereo', port: 'hdmi-output-0', unplugged: [] },
  ]);
});

it('reads which plugs are out, an output without ports, and nothing out of nonsense', () => {
  expect(readSinks(unplugged)[0]?.unplugged).toEqual(['analog-output-headphones']);
  expect(readSinks('Sink #0\n\tName: nul\n')).toEqual([{ name: 'nul', port: null, unplugged: [] }]);
  expect(readSinks('Connection failure: Connection refused')).toEqual([]);
});

describe('what is pulled', () => {
  it('the plug of headphones that share their output with loudspeakers', () => {
    expect(isPulled(plugged, unplugged)).toBe(true);
  });

  it('a plug that has left while its port is still the one in use', () => {
    expect(isPulled(plugged, laptop({ active: 'analog-output-headphones', phones: 'not available' }))).toBe(
      true,
    );
  });

  it('an output that is gone', () => {
    expect(isPulled(unplugged + bluetooth, unplugged)).toBe(true);
  });
});

describe('what is not', () => {
  it('headphones being plugged in, or an output more', () => {
    expect(isPulled(unplugged, plugged)).toBe(false);
    expect(isPulled(unplugged, unplugged + bluetooth)).toBe(false);
  });

  it('a screen that sleeps', () => {
    expect(isPulled(unplugged + screen, unplugged)).toBe(false);
  });

  it('loudspeakers being chosen while the plug is in', () => {
    expect(isPulled(plugged, laptop({ active: 'analog-output-speaker', phones: 'available' }))).toBe(false);
  });

  it('another state or volume of the same', () => {
    expect(isPulled(plugged, plugged.replace('RUNNING', 'IDLE'))).toBe(false);
  });

  it('headphones that were out before', () => {
    const out = laptop({ active: 'analog-output-headphones', phones: 'not available' });
    expect(isPulled(out, unplugged)).toBe(false);
  });
});
