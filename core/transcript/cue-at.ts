import type { Transcript } from './transcript.ts';

/**
 * Indices into `paragraphs`, its `sentences`, and their `words`. `word` is -1 where only the sentence has times, and `sentence` too
 * where only the paragraph has.
 */
export interface Place {
  readonly paragraph: number;
  readonly sentence: number;
  readonly word: number;
  readonly startMs: number;
  readonly endMs: number;
  /** `false` in the pause after the place: it is the last thing said, not being said now. */
  readonly spoken: boolean;
}

export type TextUnit = 'word' | 'sentence' | 'paragraph';

/** Times of a transcript laid flat, one entry per timed word, sentence or paragraph, starts never descending. */
export interface CueIndex {
  readonly startMs: Float64Array;
  readonly endMs: Float64Array;
  readonly paragraph: Int32Array;
  readonly sentence: Int32Array;
  readonly word: Int32Array;
}

/**
 * Built once per transcript; `cueAt` then answers in the time of a binary search. Words without times are left out; a sentence
 * stands for its words where none of them has a time, and a paragraph for its sentences.
 */
export function buildCueIndex(transcript: Pick<Transcript, 'paragraphs'>): CueIndex {
  const index = emptyIndex(countTimed(transcript));
  let at = 0;
  const add = (timed: Timed, place: { paragraph: number; sentence: number; word: number }): void => {
    if (timed.startMs === undefined) return;
    index.startMs[at] = timed.startMs;
    index.endMs[at] = timed.endMs ?? timed.startMs;
    index.paragraph[at] = place.paragraph;
    index.sentence[at] = place.sentence;
    index.word[at] = place.word;
    at += 1;
  };
  transcript.paragraphs.forEach((whole, paragraph) => {
    const beforeAll = at;
    whole.sentences.forEach((line, sentence) => {
      const before = at;
      line.words.forEach((timed, word) => add(timed, { paragraph, sentence, word }));
      if (at === before) add(line, { paragraph, sentence, word: -1 });
    });
    if (at === beforeAll) add(whole, { paragraph, sentence: -1, word: -1 });
  });
  return isAscending(index.startMs) ? index : sorted(index);
}

interface Timed {
  readonly startMs?: number | undefined;
  readonly endMs?: number | undefined;
}

function countTimed({ paragraphs }: Pick<Transcript, 'paragraphs'>): number {
  const orOne = (inside: number, { startMs }: Timed): number =>
    inside === 0 && startMs !== undefined ? 1 : inside;
  let count = 0;
  for (const paragraph of paragraphs) {
    let ofParagraph = 0;
    for (const sentence of paragraph.sentences) {
      const timed = sentence.words.reduce((sum, word) => sum + (word.startMs === undefined ? 0 : 1), 0);
      ofParagraph += orOne(timed, sentence);
    }
    count += orOne(ofParagraph, paragraph);
  }
  return count;
}

function emptyIndex(length: number): CueIndex {
  return {
    startMs: new Float64Array(length),
    endMs: new Float64Array(length),
    paragraph: new Int32Array(length),
    sentence: new Int32Array(length),
    word: new Int32Array(length),
  };
}

function isAscending(starts: Float64Array): boolean {
  return starts.every((start, at) => at === 0 || start >= (starts[at - 1] ?? 0));
}

/** Not every source is in order of time; a stable sort keeps reading order between equal starts. */
function sorted(index: CueIndex): CueIndex {
  const order = Int32Array.from(index.startMs.keys()).sort(
    (a, b) => (index.startMs[a] ?? 0) - (index.startMs[b] ?? 0) || a - b,
  );
  const inOrder = emptyIndex(order.length);
  order.forEach((from, to) => {
    for (const column of ['startMs', 'endMs', 'paragraph', 'sentence', 'word'] as const)
      inOrder[column][to] = index[column][from] ?? 0;
  });
  return inOrder;
}

/** The last place that has begun at `positionMs`, or `null` before the first one (and when nothing has times). */
export function cueAt(index: CueIndex, positionMs: number): Place | null {
  const at = lastStarted(index.startMs, positionMs);
  return at < 0 ? null : placeOf(index, at, positionMs);
}

/** Start (ms) of the next word, sentence or paragraph after `positionMs`; `null` at the end. */
export function nextStart(index: CueIndex, positionMs: number, unit: TextUnit): number | null {
  const here = lastStarted(index.startMs, positionMs);
  let at = here + 1;
  while (at < index.startMs.length && here >= 0 && sameUnit(index, { a: at, b: here, unit })) at += 1;
  return index.startMs[at] ?? null;
}

/**
 * Start (ms) of the current unit when it began more than `graceMs` ago, else of the one before it, as "back" works in
 * every player; 0 before the first one.
 */
export function previousStart(
  index: CueIndex,
  positionMs: number,
  { unit, graceMs = 1000 }: { readonly unit: TextUnit; readonly graceMs?: number },
): number {
  const here = unitStart(index, lastStarted(index.startMs, positionMs), unit);
  if (here < 0) return 0;
  const startMs = index.startMs[here] ?? 0;
  if (positionMs - startMs > graceMs || here === 0) return startMs;
  return index.startMs[unitStart(index, here - 1, unit)] ?? 0;
}

function placeOf(index: CueIndex, at: number, positionMs: number): Place {
  const endMs = index.endMs[at] ?? 0;
  return {
    paragraph: index.paragraph[at] ?? 0,
    sentence: index.sentence[at] ?? 0,
    word: index.word[at] ?? -1,
    startMs: index.startMs[at] ?? 0,
    endMs,
    spoken: positionMs < endMs,
  };
}

/** Index of the last start ≤ `positionMs`, -1 when there is none. */
function lastStarted(starts: Float64Array, positionMs: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= positionMs) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function unitStart(index: CueIndex, from: number, unit: TextUnit): number {
  let at = from;
  while (at > 0 && sameUnit(index, { a: at - 1, b: from, unit })) at -= 1;
  return at;
}

function sameUnit(index: CueIndex, pair: { a: number; b: number; unit: TextUnit }): boolean {
  if (index.paragraph[pair.a] !== index.paragraph[pair.b]) return false;
  if (pair.unit === 'paragraph') return true;
  if (index.sentence[pair.a] !== index.sentence[pair.b]) return false;
  return pair.unit === 'sentence' || index.word[pair.a] === index.word[pair.b];
}
