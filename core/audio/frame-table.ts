import { z } from 'zod';

const count = z.number().int().nonnegative();

/** Frames that one decoder set-up plays; a file spliced from different encodings has several pieces. */
const framePieceSchema = z.object({
  firstFrame: count,
  codec: z.enum(['mp3', 'aac']),
  /** Hz. */
  sampleRate: z.number().int().positive(),
  channels: z.number().int().positive(),
  /** PCM samples per channel in every frame. */
  samplesPerFrame: z.number().int().positive(),
  /** Bytes at the start of each frame that an MP4 leaves out. */
  leftOut: count,
  /** MPEG-4 audio object type of AAC; 0 for MP3. */
  objectType: count,
});

/** Everything of a frame table but the sizes of the frames, which are kept apart because they are many. */
export const frameTableShapeSchema = z.object({
  /** By first frame, the first at frame 0. Never empty. */
  pieces: z.array(framePieceSchema).min(1),
  /**
   * Stretches of frames with nothing between them, each with the number of its first frame and where that starts in
   * the file, in bytes. Tags and junk lie between the runs. Never empty.
   */
  runs: z.array(z.object({ firstFrame: count, offset: count })).min(1),
  /** Samples before and after the sound as the encoder noted them; absent when it did not. */
  gap: z.object({ delay: count, padding: count }).optional(),
  /** Frames at which a decoder may begin with the least loss, ascending; the first of each piece is among them. See `chooseSyncFrames`. */
  syncFrames: z.array(count).min(1),
  /** ID3v2 tags found, in file order; bytes. */
  tags: z.array(z.object({ offset: count, size: count })),
  /** Bytes that belong to no frame and no tag. */
  junkBytes: count,
  /** The file ends inside a frame, which is left out. */
  truncated: z.boolean(),
});

export type FrameTableShape = z.infer<typeof frameTableShapeSchema>;
export type FramePiece = Readonly<z.infer<typeof framePieceSchema>>;
export type FrameRun = FrameTableShape['runs'][number];

/** Where the frames of an MP3 or an ADTS file lie: two bytes a frame, so ten hours take under 3 MB. */
export type FrameTable = Readonly<FrameTableShape> & {
  /** Bytes of each frame of sound, in order. The Xing, Info or VBRI frame is no sound and is left out. */
  readonly sizes: Uint16Array;
};

/** Number of the first frame after each of `starts`, which begin one after another: the next one's start, or the end. */
export function endOf(starts: readonly { readonly firstFrame: number }[], at: number, end: number): number {
  return starts[at + 1]?.firstFrame ?? end;
}

/** Length of all frames in seconds. */
export function secondsOf({ pieces, sizes }: FrameTable): number {
  return pieces.reduce(
    (sum, piece, at) =>
      sum + ((endOf(pieces, at, sizes.length) - piece.firstFrame) * piece.samplesPerFrame) / piece.sampleRate,
    0,
  );
}
