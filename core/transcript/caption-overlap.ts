import type { Cue } from './transcript.ts';

/** Captions count as joined when the next one comes within this many ms of the end of the one before. */
const touchingMs = 500;

/**
 * Roll-up and paint-on captions repeat what is already on the screen: the last line moves up, or the line grows. Where a
 * file is made that way, every repetition is taken out, so that each word stands once. Other files, in which people
 * merely repeat themselves, are left alone.
 */
export function mergeRepeatedCaptions(cues: readonly Cue[]): readonly Cue[] {
  const repeated = cues.map((cue, at) => repeatedLength(cues[at - 1], cue));
  const telling = cues.filter((cue, at) => (repeated[at] ?? 0) > 0 && (repeated[at] ?? 0) < cue.text.length);
  if (telling.length < 2 || telling.length * 4 < cues.length - 1) return cues;
  return cues.flatMap((cue, at) => withoutStart(cue, repeated[at] ?? 0));
}

/** Characters at the start of `cue` that the caption before it already showed. */
function repeatedLength(before: Cue | undefined, cue: Cue): number {
  if (!before || before.text === '' || cue.startMs - before.endMs > touchingMs) return 0;
  if (
    cue.text.startsWith(before.text) &&
    /^(?:\s|$)/.test(cue.text.slice(before.text.length, before.text.length + 1))
  )
    return before.text.length;
  const lines = before.text.split('\n');
  for (let first = Math.max(1, lines.length - 4); first < lines.length; first += 1) {
    const tail = lines.slice(first).join('\n');
    if (cue.text === tail || cue.text.startsWith(`${tail}\n`)) return tail.length;
  }
  return 0;
}

function withoutStart(cue: Cue, length: number): Cue[] {
  if (length === 0) return [cue];
  const text = cue.text.slice(length).trimStart();
  if (text === '') return [];
  const removed = cue.text.length - text.length;
  const words = cue.words
    ?.filter((word) => word.end > removed)
    .map((word) => ({ ...word, start: Math.max(0, word.start - removed), end: word.end - removed }));
  return [words ? { ...cue, text, words } : { ...cue, text }];
}
