import type { FrameTable } from './frame-table.ts';
import { endOf } from './frame-table.ts';

/** Decoders start one granule and a sample late (528 + 1): what every LAME-aware player skips besides the noted delay. */
const decoderDelay = 529;

/** First frame that holds sound, and the frame after the last. The padding of a spliced file is anybody's guess and stays. */
function soundingFrames({ gap, pieces, sizes }: FrameTable): { first: number; end: number } {
  const frames = sizes.length;
  const { samplesPerFrame } = pieces[0] ?? { samplesPerFrame: 1 };
  if (!gap) return { first: 0, end: frames };
  const isSpliced = pieces.length > 1;
  const start = gap.delay + decoderDelay;
  const padding = isSpliced ? 0 : Math.max(0, gap.padding - decoderDelay);
  const last = frames * samplesPerFrame - padding;
  if (last <= start) return { first: 0, end: frames };
  const end = Math.ceil(last / samplesPerFrame);
  const latest = (isSpliced ? endOf(pieces, 0, frames) : end) - 1;
  return { first: Math.min(Math.round(start / samplesPerFrame), latest), end };
}

/**
 * The table without the frames that hold nothing but encoder delay or padding. What is left of the delay, under half a
 * frame (1 ms for LAME's usual delay), stays.
 */
export function cutToSound(table: FrameTable): FrameTable {
  const { first, end } = soundingFrames(table);
  const { sizes } = table;
  const runs = table.runs.flatMap((run, at) => {
    const from = Math.max(run.firstFrame, first);
    if (from >= Math.min(endOf(table.runs, at, end), end)) return [];
    const skipped = sizes.subarray(run.firstFrame, from).reduce((sum, size) => sum + size, 0);
    return [{ firstFrame: from - first, offset: run.offset + skipped }];
  });
  const pieces = table.pieces.map((piece) => ({
    ...piece,
    firstFrame: Math.max(0, piece.firstFrame - first),
  }));
  const later = table.syncFrames.filter((frame) => frame > first && frame < end);
  return {
    ...table,
    sizes: sizes.subarray(first, end),
    pieces,
    runs,
    syncFrames: [0, ...later.map((frame) => frame - first)],
  };
}
