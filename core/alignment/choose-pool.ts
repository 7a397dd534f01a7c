/** Frames are averaged by four at least (40 ms): half a short phone. */
const finest = 4;
/** Cells of the warp: two bits of memory and some 25 ns each. */
const mostCells = 200_000_000;

/** Rows of sound: some 5 MB. */
const mostRows = 50_000;

/**
 * How many frames to average into one row, so that the warp can be afforded. @param frames How many the sound has. @param cells
 * Pairs of a frame of text and one of sound that have to be compared.
 */
export function choosePool(frames: number, cells: number): number {
  const needed = Math.max(Math.sqrt(cells / mostCells), frames / mostRows);
  return Math.max(finest, Math.ceil(needed / finest) * finest);
}
