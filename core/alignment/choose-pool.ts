/** Frames are averaged by four at least (40 ms): half a short phone. */
const finest = 4;
/** Cells of the warp: two bits of memory and some 25 ns each. */
const mostCells = 200_000_000;

/** How many frames to average into one row, so that the table of a text and a sound of so many frames can be afforded. */
export function choosePool(textFrames: number, soundFrames: number): number {
  const needed = Math.sqrt((textFrames * soundFrames) / mostCells);
  return Math.max(finest, Math.ceil(needed / finest) * finest);
}
