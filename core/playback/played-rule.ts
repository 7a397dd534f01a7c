/** Of short episodes the closing part is shorter. */
const closingShare = 0.05;

/**
 * Whether stopping at `positionMs` counts as having heard it all: nothing but closing words and music, `closingMs` of them, was
 * left. Without a known length nothing does but the end itself.
 */
export function countsAsPlayed(positionMs: number, durationMs: number | null, closingMs: number): boolean {
  if (durationMs === null || durationMs <= 0) return false;
  return positionMs >= durationMs - Math.min(closingMs, durationMs * closingShare);
}
