import { describe, expect, it } from 'vitest';
import { defaultSettings } from './default-settings.ts';
import { fillSettings } from './fill-settings.ts';
import { settingsSchema } from './settings.ts';

describe('fillSettings', () => {
  it('gives defaults to settings that the file does not know, inside groups too', () => {
    const { downloads: _downloads, ...older } = { ...defaultSettings, playback: { speed: 2, volume: 0.5 } };
    expect(settingsSchema.parse(fillSettings(older))).toEqual({
      ...defaultSettings,
      playback: { ...defaultSettings.playback, speed: 2, volume: 0.5 },
    });
  });

  it.each([null, 7, [], { ...defaultSettings, playback: 'fast' }, { ...defaultSettings, theme: 'pink' }])(
    'leaves what is wrong for the schema to refuse: %j',
    (written) => {
      expect(settingsSchema.safeParse(fillSettings(written)).success).toBe(false);
    },
  );
});
