import { z } from 'zod';

/** What plays, as the window tells it whenever it changes in a way that cannot be counted on from before. */
export const nowPlayingSchema = z.object({
  episodeId: z.string().regex(/^[a-z0-9-]{1,80}$/),
  title: z.string().max(2000),
  showTitle: z.string().max(1000),
  author: z.string().max(1000),
  /** Name of a kept picture (`art://cache/<name>`). */
  artwork: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  /** `waiting`: the listener wants to hear it, and it is not there yet. */
  state: z.enum(['playing', 'waiting', 'paused']),
  /** Ms from the start, when it was told. */
  positionMs: z.number().nonnegative(),
  durationMs: z.number().positive().nullable(),
  speed: z.number().min(0.5).max(3.5),
  volume: z.number().min(0).max(1),
  /** Something follows in the playlist or the queue. */
  hasNext: z.boolean(),
});

/** What media keys, panels and the tray ask the player for. */
export const steerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['play', 'pause', 'play-pause', 'back', 'forward', 'next', 'previous']) }),
  z.object({ kind: z.literal('seek-to'), positionMs: z.number().nonnegative() }),
  z.object({ kind: z.literal('seek-by'), deltaMs: z.number() }),
  z.object({ kind: z.literal('set-speed'), speed: z.number() }),
  z.object({ kind: z.literal('set-volume'), volume: z.number() }),
]);

export type NowPlaying = z.infer<typeof nowPlayingSchema>;
export type Steer = z.infer<typeof steerSchema>;
