/** Sound is looked at in steps of this length (ms): everything here counts in such frames. */
export const frameMs = 10;

/** What the features of speech are made from (Hz): all that tells phones apart lies below half of it. */
export const featureRate = 16_000;

/** A table with a row of `width` numbers for each frame, row after row. */
export interface Frames {
  readonly values: Float32Array;
  readonly count: number;
  readonly width: number;
}

/** Rows that are made when they are asked for: those of an hour, kept as a table, would take 75 MB. */
export interface FrameReader {
  readonly count: number;
  readonly width: number;
  /** Writes the row of a frame to the beginning of `row`, which has room for `width` numbers. */
  read(frame: number, row: Float64Array): void;
}

export function makeFrames(count: number, width: number): Frames {
  return { values: new Float32Array(count * width), count, width };
}
