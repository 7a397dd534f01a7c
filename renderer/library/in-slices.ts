import { breathe } from './breathe.ts';

/** Half a frame: the window stays smooth while a long text is put together. */
const sliceMs = 8;

/** All pieces of a long computation, with the window let in between. Stops early, with what it has, once `signal` is aborted. */
export async function inSlices<Piece>(pieces: Iterable<Piece>, signal?: AbortSignal): Promise<Piece[]> {
  const gathered: Piece[] = [];
  let begun = performance.now();
  for (const piece of pieces) {
    gathered.push(piece);
    if (performance.now() - begun < sliceMs) continue;
    await breathe();
    if (signal?.aborted === true) break;
    begun = performance.now();
  }
  return gathered;
}
