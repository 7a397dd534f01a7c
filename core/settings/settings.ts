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
  playback: z.object({
    speed: z.number().min(0.5).max(3.5),
    volume: z.number().min(0).max(1),
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
