import { z } from 'zod';

const count = z.number().int().nonnegative();

/** Everything of an MP3's index but the sizes of its frames, which are kept apart because they are many. */
export const mp3ShapeSchema = z.object({
  version: z.literal([1, 2, 2.5]),
  /** Hz, of the first frame. */
  sampleRate: z.number().int().positive(),
  channels: z.literal([1, 2]),
  /** PCM samples per channel in every frame. */
  samplesPerFrame: z.literal([576, 1152]),
  /**
   * Stretches of frames with nothing between them, each with the number of its first frame and where that starts in
   * the file, in bytes. Tags and junk lie between the runs. Never empty.
   */
  runs: z.array(z.object({ firstFrame: count, offset: count })).min(1),
  /** Samples before and after the sound as the encoder noted them; absent when it did not. */
  gap: z.object({ delay: count, padding: count }).optional(),
  /** Frames at which a decoder may begin with the least loss, ascending; see `chooseSyncFrames`. */
  syncFrames: z.array(count),
  /** Frames at which rate, version or channels change: pieces spliced from different encodings. */
  configurationChanges: z.array(count),
  /** ID3v2 tags found, in file order; bytes. */
  tags: z.array(z.object({ offset: count, size: count })),
  /** Bytes that belong to no frame and no tag. */
  junkBytes: count,
  /** The file ends inside a frame, which is left out. */
  truncated: z.boolean(),
});

export type Mp3Shape = z.infer<typeof mp3ShapeSchema>;
export type Mp3Run = Mp3Shape['runs'][number];

/** Where the frames of an MP3 lie: two bytes a frame, so ten hours take under 3 MB. */
export type Mp3Index = Readonly<Mp3Shape> & {
  /** Bytes of each frame of sound, in order. The Xing, Info or VBRI frame is no sound and is left out. */
  readonly sizes: Uint16Array;
};

/** Decoders start one granule and a sample late (528 + 1): what every LAME-aware player skips besides the noted delay. */
const decoderDelay = 529;

/** First sample that is sound and how many follow, in samples, after the encoder's delay and padding are taken off. */
export function soundOf(index: Mp3Index): { start: number; length: number } {
  const total = index.sizes.length * index.samplesPerFrame;
  if (!index.gap) return { start: 0, length: total };
  const start = index.gap.delay + decoderDelay;
  const length = Math.min(total - index.gap.delay - index.gap.padding, total - start);
  return length > 0 ? { start, length } : { start: 0, length: total };
}

/** Length of the sound in ms, exact to the sample when no pieces of another rate are spliced in. */
export function mp3DurationMs(index: Mp3Index): number {
  return Math.round((soundOf(index).length / index.sampleRate) * 1000);
}
