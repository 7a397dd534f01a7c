import type { AudioKind } from '../audio/sniff-audio.ts';

/** Feeds round their lengths, and inserted ads change them: what is this much shorter (a share) is cut. */
const tolerance = 0.1;

/**
 * Whether a file whose size no server told can be taken for whole: it is audio of a known kind, and plays about as long as
 * the feed says. What is not known of its length speaks neither for nor against it.
 */
export function looksWhole(file: {
  kind: AudioKind;
  /** ms, as measured in the file. */
  durationMs?: number | undefined;
  /** ms, as the feed says. */
  expectedMs?: number | undefined;
}): boolean {
  const { kind, durationMs, expectedMs } = file;
  if (kind === 'unknown') return false;
  if (durationMs === undefined || expectedMs === undefined) return true;
  return durationMs >= expectedMs * (1 - tolerance);
}
