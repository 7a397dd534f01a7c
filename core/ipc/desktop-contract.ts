import { z } from 'zod';
import { nowPlayingSchema } from '../system/now-playing.ts';

const done = z.object({});
const episodeId = z.string().regex(/^[a-z0-9-]{1,80}$/);
const podcastId = z.string().regex(/^[0-9a-f]{16}$/);

/** New episodes of one show, for a notification of the system. */
export const newsSchema = z.object({
  podcastId,
  showTitle: z.string().max(1000),
  /** The newest first; `more` stand behind them. */
  episodes: z
    .array(z.object({ id: episodeId, title: z.string().max(2000) }))
    .min(1)
    .max(20),
  more: z.number().int().nonnegative(),
  /** Name of the show's kept picture (`art://cache/<name>`). */
  artwork: nowPlayingSchema.shape.artwork,
});

/** What the desktop opens in the window: what a notification spoke of. */
export const openSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('episode'), episodeId }),
  z.object({ kind: z.literal('show'), podcastId }),
]);

/** What the desktop shows of Earmark outside its window. */
export const desktopContract = {
  /** Media panels, tray and taskbar show it; null: nothing is loaded. */
  'system:show-playing': { args: z.object({ playing: nowPlayingSchema.nullable() }), result: done },
  /** On the app's icon, where the desktop has a place for a number. */
  'system:show-new': { args: z.object({ count: z.number().int().nonnegative() }), result: done },
  'system:announce': { args: newsSchema, result: done },
  /** Whether this desktop has a tray; without one, closing the window quits Earmark. */
  'system:has-tray': { args: z.object({}), result: z.object({ hasTray: z.boolean() }) },
} as const;

export type News = z.infer<typeof newsSchema>;
