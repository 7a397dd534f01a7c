import type { FrameReader, Frames } from './frames.ts';
import { makeFrames } from './frames.ts';

/** What is left of a pause, in frames: people pause where and as long as they like, so its length says nothing. */
const keptPause = 6;

/** Sound made short: long pauses cut, and every `pool` of the remaining frames averaged into one row. */
export interface Compacted {
  readonly frames: Frames;
  /** The frame in the middle of each row. */
  readonly frameOf: Int32Array;
  /** The row nearest after each frame. */
  readonly rowOf: Int32Array;
}

/** @param columns How many of the numbers of a row are kept, from the first on. */
export function compactPauses(
  source: FrameReader,
  speech: Uint8Array,
  { pool, columns = source.width }: { pool: number; columns?: number },
): Compacted {
  const kept = keptFrames(speech);
  const count = Math.floor(kept.length / pool);
  const frames = makeFrames(count, columns);
  const frameOf = new Int32Array(count);
  const read = new Float64Array(source.width);
  for (let row = 0; row < count; row++) {
    frameOf[row] = kept[row * pool + (pool >> 1)]!;
    for (let step = 0; step < pool; step++) {
      source.read(kept[row * pool + step]!, read);
      for (let index = 0; index < columns; index++)
        frames.values[row * columns + index]! += read[index]! / pool;
    }
  }
  return { frames, frameOf, rowOf: rowsOf(frameOf, speech.length) };
}

function keptFrames(speech: Uint8Array): Int32Array {
  const kept = new Int32Array(speech.length);
  let [count, pause] = [0, 0];
  for (let frame = 0; frame < speech.length; frame++) {
    pause = speech[frame] === 1 ? 0 : pause + 1;
    if (pause <= keptPause) kept[count++] = frame;
  }
  return kept.subarray(0, count);
}

function rowsOf(frameOf: Int32Array, length: number): Int32Array {
  const rows = new Int32Array(length);
  let row = 0;
  for (let frame = 0; frame < length; frame++) {
    while (row + 1 < frameOf.length && frameOf[row]! < frame) row += 1;
    rows[frame] = row;
  }
  return rows;
}
