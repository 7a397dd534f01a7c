/** Characters per second of unhurried speech: how long text lasts when nothing says so. */
const charactersPerSecond = 15;

/** Milliseconds that so many characters take to say: a guess. */
export function estimateDurationMs(characters: number): number {
  return Math.round((characters * 1000) / charactersPerSecond);
}
