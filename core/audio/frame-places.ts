import type { FrameTable } from './frame-table.ts';
import { endOf } from './frame-table.ts';

/** A stretch of a file, in bytes. */
export interface BytePlace {
  readonly offset: number;
  readonly size: number;
}

/** Where each frame of a table lies in its file, without the bytes at its start that a container leaves out (ADTS headers). */
export function* framePlaces({ runs, pieces, sizes }: FrameTable): Generator<BytePlace> {
  let piece = 0;
  for (const [at, run] of runs.entries()) {
    let { offset } = run;
    for (let frame = run.firstFrame; frame < endOf(runs, at, sizes.length); frame += 1) {
      if (frame >= endOf(pieces, piece, sizes.length)) piece += 1;
      const size = sizes[frame] ?? 0;
      const leftOut = pieces[piece]?.leftOut ?? 0;
      yield { offset: offset + leftOut, size: size - leftOut };
      offset += size;
    }
  }
}
