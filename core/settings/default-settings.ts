import type { Settings } from './settings.ts';

/** In force until the user changes something. Apart from the schema, so that the page does not carry zod. */
export const defaultSettings: Settings = {
  version: 1,
  language: 'system',
  theme: 'system',
  downloadFolder: '',
  coverAccent: true,
  reader: { font: 'serif', size: 19, lineHeight: 1.62, width: 66 },
  playback: {
    speed: 1,
    volume: 1,
    levelling: false,
    skipSilence: false,
    skipIntroMs: 0,
    skipOutroMs: 0,
    backMs: 15_000,
    forwardMs: 30_000,
    rewindAfterPause: true,
    playedWithinMs: 15_000,
    keepStreamed: true,
    autoAdvance: true,
    sleepFade: true,
    enqueueAt: 'last',
  },
  downloads: {
    parallel: 3,
    parallelPerHost: 2,
    bytesPerSecond: 0,
    onlyUnmetered: false,
    onlyOnMains: false,
    autoDownloadNewest: 0,
    keepNewest: 0,
    deleteAfterPlayed: false,
  },
  network: { proxy: 'system', proxyAddress: '' },
  system: { closeToTray: false, notifications: true, trayExplained: false },
};
