import type { Settings } from './settings.ts';

/** In force until the user changes something. Apart from the schema, so that the page does not carry zod. */
export const defaultSettings: Settings = {
  version: 1,
  language: 'system',
  theme: 'system',
  downloadFolder: '',
  coverAccent: true,
  reader: { font: 'serif', size: 19, lineHeight: 1.62, width: 66 },
  playback: { speed: 1, volume: 1 },
};
