/** Half a frame: the window stays smooth while a long text is put together. */
const sliceMs = 8;

/** All pieces of a long computation, with the window let in between. Stops early, with what it has, once `signal` is aborted. */
export async function inSlices<Piece>(pieces: Iterable<Piece>, signal?: AbortSignal): Promise<Piece[]> {
  const gathered: Piece[] = [];
  let begun = performance.now();
  for (const piece of pieces) {
    gathered.push(piece);
    if (performance.now() - begun < sliceMs) continue;
    await pause();
    if (signal?.aborted === true) break;
    begun = performance.now();
  }
  return gathered;
}

/** A message and not a timer: timers of a nested kind wait 4 ms. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
