import type { Cue } from './transcript.ts';

/** Captions count as joined when the next one comes within this many ms of the end of the one before. */
const touchingMs = 500;
/** In a file that repeats what it shows, a line may wait so long on the screen before it moves up. */
const waitingMs = 15_000;
/** No screen shows more: longer repetitions are looked for only where a caption grows. */
const screenLength = 600;
const tellingShare = 1 / 3;
/** Nobody reads a caption in this time (ms): it only moves the line up. */
const movingMs = 50;

/**
 * Roll-up and paint-on captions repeat what is already on the screen: the last line moves up, the line grows, or words move
 * out at its start. Where a file is made that way, every repetition is taken out, so that each word stands once and
 * keeps the time at which it came. Other files, in which people merely repeat themselves, are left alone, but for
 * captions that stand there twice at one time.
 */
export function mergeRepeatedCaptions(cues: readonly Cue[]): readonly Cue[] {
  const once = withoutTwins(cues);
  let telling = 0;
  let rolling = 0;
  const lengths = once.map((cue, at) => {
    const before = once[at - 1];
    if (!before || before.text === '' || cue.startMs - before.endMs > waitingMs) return 0;
    const length = repeatedLength(before.text, cue.text);
    const isJoined = cue.startMs - before.endMs <= touchingMs;
    const isRolling = isJoined && rolls(before, cue);
    if (isRolling || (isJoined && length > 0 && length < cue.text.length)) telling += 1;
    if (isRolling) rolling += 1;
    return length;
  });
  if ((telling < 2 && rolling === 0) || telling < (once.length - 1) * tellingShare) return once;
  return once.flatMap((cue, at) => withoutStart(cue, lengths[at] ?? 0));
}

function withoutTwins(cues: readonly Cue[]): readonly Cue[] {
  const isTwin = (cue: Cue, at: number): boolean => {
    const before = cues[at - 1];
    return cue.text !== '' && before?.text === cue.text && before.startMs === cue.startMs;
  };
  return cues.some(isTwin) ? cues.filter((cue, at) => !isTwin(cue, at)) : cues;
}

/** Once is enough to tell: a whole line moves up over a new one, or stands again for a blink. In a file of two captions, no other sign comes. */
function rolls(before: Cue, cue: Cue): boolean {
  if (cue.text === before.text) return cue.endMs - cue.startMs <= movingMs;
  const line = before.text.slice(before.text.lastIndexOf('\n') + 1);
  return /\S\s+\S/.test(line) && cue.text.startsWith(`${line}\n`);
}

/** Characters at the start of a caption that the one before it already showed. */
function repeatedLength(before: string, text: string): number {
  if (text.startsWith(before) && /^(?:\s|$)/.test(text.charAt(before.length))) return before.length;
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (line.length < before.length && text.startsWith(line) && /^(?:\n|$)/.test(text.charAt(line.length)))
    return line.length;
  return repeatedWords(before, text);
}

/** The same where lines are broken anew. Words in common may be chance; two at an end and a beginning are hardly. */
function repeatedWords(before: string, text: string): number {
  const [, first, second] = /^(\S+)\s+(\S+)/.exec(text.slice(0, screenLength)) ?? [];
  if (first === undefined || second === undefined || !before.includes(first) || !before.includes(second))
    return 0;
  const shown = wordsOf(before.slice(-screenLength));
  const starts = wordsOf(text.slice(0, screenLength));
  for (let from = 0; from < shown.length - 1; from += 1) {
    const count = shown.length - from;
    if (shown[from]?.text !== first || count > starts.length) continue;
    if (starts.slice(0, count).every((word, at) => word.text === shown[from + at]?.text))
      return starts[count - 1]?.end ?? 0;
  }
  return 0;
}

interface ShownWord {
  readonly text: string;
  readonly end: number;
}

function wordsOf(text: string): ShownWord[] {
  const words: ShownWord[] = [];
  for (const { 0: word, index } of text.matchAll(/\S+/g))
    words.push({ text: word, end: index + word.length });
  return words;
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
