import type { FrameTable } from './frame-table.ts';
import { endOf } from './frame-table.ts';

/** What an MP4 takes as one: frames that lie side by side. */
export interface Mp4Samples {
  /** Bytes of each. */
  readonly sizes: readonly number[];
  /** Frames in each. */
  readonly frames: readonly number[];
  /** Numbers of those a decoder may begin with, ascending. */
  readonly sync: readonly number[];
  /** Stretches of samples with nothing between them: where each begins in the file, and how many samples it holds. */
  readonly chunks: readonly { readonly offset: number; readonly samples: number }[];
}

/**
 * As many frames as one sample holds: a twentieth of the table, which Chromium reads whole before the first sound, for what is
 * still little to read at a jump. The sizes of that many stay below 16 bits each.
 */
const mostFrames = 32;

/**
 * The frames of an MP3, many to a sample: Chromium's reader parts them again. A sample begins at each sync frame and where tags
 * or junk were stepped over.
 */
export function samplesOfFrames({ runs, sizes, syncFrames }: FrameTable): Mp4Samples {
  const made = {
    sizes: [] as number[],
    frames: [] as number[],
    sync: [] as number[],
    chunks: [] as Mp4Samples['chunks'][number][],
  };
  let nextSync = 0;
  runs.forEach(({ firstFrame, offset }, at) => {
    const end = endOf(runs, at, sizes.length);
    const before = made.sizes.length;
    for (let frame = firstFrame; frame < end;) {
      if (syncFrames[nextSync] === frame) {
        made.sync.push(made.sizes.length);
        nextSync += 1;
      }
      const stop = Math.min(end, frame + mostFrames, syncFrames[nextSync] ?? end);
      let bytes = 0;
      for (let each = frame; each < stop; each++) bytes += sizes[each] ?? 0;
      made.sizes.push(bytes);
      made.frames.push(stop - frame);
      frame = stop;
    }
    made.chunks.push({ offset, samples: made.sizes.length - before });
  });
  return made;
}

/** Each frame is a sample and a chunk of its own, so that the header before it is stepped over too: `leftOut` bytes. */
export function framesAsSamples({ runs, sizes, syncFrames }: FrameTable, leftOut: number): Mp4Samples {
  const chunks: { offset: number; samples: number }[] = [];
  runs.forEach(({ firstFrame, offset }, at) => {
    let next = offset;
    for (let frame = firstFrame; frame < endOf(runs, at, sizes.length); frame++) {
      chunks.push({ offset: next + leftOut, samples: 1 });
      next += sizes[frame] ?? 0;
    }
  });
  return {
    sizes: Array.from(sizes, (size) => size - leftOut),
    frames: Array<number>(sizes.length).fill(1),
    sync: syncFrames,
    chunks,
  };
}
