import { z } from 'zod';

/** What is needed before a window exists, kept in settings.json by the main process. */
export const settingsSchema = z.object({
  version: z.literal(1),
  language: z.enum(['system', 'en', 'ru']),
  theme: z.enum(['system', 'light', 'dark']),
  /** Absolute path; empty = `Downloads` under the data folder. */
  downloadFolder: z.string().max(4096),
  /** `accent` taken from the show's cover where contrast allows. */
  coverAccent: z.boolean(),
  reader: z.object({
    font: z.enum(['serif', 'sans']),
    /** Pixels. */
    size: z.number().int().min(14).max(32),
    lineHeight: z.number().min(1.3).max(2.2),
    /** Characters per line. */
    width: z.number().int().min(45).max(90),
  }),
  /** For all shows; a show's own `PodcastSettingsRow` goes before it. */
  playback: z.object({
    speed: z.number().min(0.5).max(3.5),
    volume: z.number().min(0).max(1),
    /** Brings quiet and loud voices to one loudness. */
    levelling: z.boolean(),
    skipSilence: z.boolean(),
    /** Ms left out at the start and at the end of every episode. */
    skipIntroMs: z.number().int().min(0).max(3_600_000),
    skipOutroMs: z.number().int().min(0).max(3_600_000),
    backMs: z.number().int().min(1000).max(300_000),
    forwardMs: z.number().int().min(1000).max(300_000),
    /** Goes back a little after a long pause. */
    rewindAfterPause: z.boolean(),
    /** An episode left this close to its end counts as played (ms). */
    playedWithinMs: z.number().int().min(0).max(600_000),
    /** What is streamed is kept as a download. */
    keepStreamed: z.boolean(),
    /** Plays the next of the queue by itself. */
    autoAdvance: z.boolean(),
    /** The sleep timer lowers the sound over its last seconds. */
    sleepFade: z.boolean(),
    /** Where `Add to queue` puts an episode: right after the one that plays, or at the end. */
    enqueueAt: z.enum(['next', 'last']),
  }),
  downloads: z.object({
    /** Transfers at once, in all and from one host. */
    parallel: z.number().int().min(1).max(16),
    parallelPerHost: z.number().int().min(1).max(8),
    /** Bytes a second over all transfers; 0 = no limit. */
    bytesPerSecond: z.number().int().min(0),
    onlyUnmetered: z.boolean(),
    onlyOnMains: z.boolean(),
    /** Newest episodes a refresh downloads by itself, per show; 0 = none. */
    autoDownloadNewest: z.number().int().min(0).max(100),
    /** Downloads kept per show, the newest first; 0 = all. */
    keepNewest: z.number().int().min(0).max(1000),
    deleteAfterPlayed: z.boolean(),
    /**
     * Whether a download brings the article of the episode's page where there is no other text: from the site that is asked for
     * feed or audio anyway, from any site, or from none.
     */
    pageTexts: z.enum(['never', 'own-site', 'always']),
    /** Matches the words of each download with its sound while the computer is idle and on mains power. */
    alignAhead: z.boolean(),
  }),
  network: z.object({
    proxy: z.enum(['system', 'none', 'manual']),
    /** `http://host:port`, `https://…` or `socks5://…`, without credentials; used when `proxy` is `manual`. */
    proxyAddress: z.string().max(2048),
  }),
  system: z.object({
    closeToTray: z.boolean(),
    /** Whether shows that ask for it may announce new episodes. */
    notifications: z.boolean(),
    /** Whether the user was told once that a closed window lives on in the tray. */
    trayExplained: z.boolean(),
  }),
  window: z
    .object({
      x: z.number().int().optional(),
      y: z.number().int().optional(),
      width: z.number().int().min(320).max(20_000),
      height: z.number().int().min(240).max(20_000),
      maximised: z.boolean(),
    })
    .optional(),
});

/** What the interface may change: everything but the version, the window (kept by main) and the folder (chosen in a dialog). */
export const settingsPatchSchema = settingsSchema
  .omit({ version: true, window: true, downloadFolder: true })
  .partial()
  .strict();

export type Settings = z.infer<typeof settingsSchema>;
export type SettingsPatch = z.infer<typeof settingsPatchSchema>;
