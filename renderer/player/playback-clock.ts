/** Where the audio is, in ms. */
export function currentPositionMs(): number {
  return 0;
}

/** Heard at once, every animation frame while playing, and after each seek. The answer unsubscribes. */
export function subscribeToClock(_listener: (positionMs: number) => void): () => void {
  return () => undefined;
}
