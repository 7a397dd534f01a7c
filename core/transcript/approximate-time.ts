import type { Paragraph, Sentence, Transcript } from './transcript.ts';

/** A point of the text, counted in characters from its beginning, whose time is known (ms). */
interface Anchor {
  readonly at: number;
  readonly ms: number;
}

interface Word {
  readonly paragraph: number;
  readonly sentence: number;
  readonly word: number;
}

/**
 * When a word without a time is said at a guess, ms: in proportion to the characters between the nearest times before and
 * behind it; the sound's beginning and end stand in where there is none. Null in a text without any times.
 */
export function approximateTime(
  { paragraphs }: Pick<Transcript, 'paragraphs'>,
  word: Word,
  durationMs: number | null,
): number | null {
  const starts = startsOf(paragraphs);
  const at = (starts[word.paragraph] ?? 0) + offsetOf(paragraphs, word);
  let before: Anchor | null = null;
  for (const anchor of anchorsOf(paragraphs, starts)) {
    if (anchor.at > at) return Math.round(interpolate(before ?? { at: 0, ms: 0 }, anchor, at));
    before = anchor;
  }
  if (before === null) return null;
  const end = { at: starts.at(-1) ?? 0, ms: Math.max(before.ms, durationMs ?? before.ms) };
  return Math.round(interpolate(before, end, at));
}

function interpolate(before: Anchor, after: Anchor, at: number): number {
  const share = (at - before.at) / Math.max(1, after.at - before.at);
  return before.ms + (after.ms - before.ms) * share;
}

/** Where each paragraph begins, in characters, and at the end where the text does. */
function startsOf(paragraphs: readonly Paragraph[]): number[] {
  const starts = [0];
  for (const { text } of paragraphs) starts.push((starts.at(-1) ?? 0) + text.length);
  return starts;
}

function offsetOf(paragraphs: readonly Paragraph[], { paragraph, sentence, word }: Word): number {
  const line = paragraphs[paragraph]?.sentences[sentence];
  return line?.words[word]?.start ?? line?.start ?? 0;
}

/** Every known time in reading order, the finest there is: of words, else of their sentence, else of their paragraph. */
function* anchorsOf(paragraphs: readonly Paragraph[], starts: readonly number[]): Generator<Anchor> {
  for (const [index, paragraph] of paragraphs.entries()) {
    const from = starts[index] ?? 0;
    const isTimedInside = paragraph.sentences.some(({ startMs }) => startMs !== undefined);
    const timed = isTimedInside
      ? paragraph.sentences.flatMap(timedParts)
      : [{ ...paragraph, start: 0, end: paragraph.text.length }];
    for (const { start, end, startMs, endMs } of timed) {
      if (startMs === undefined) continue;
      yield { at: from + start, ms: startMs };
      yield { at: from + end, ms: endMs ?? startMs };
    }
  }
}

function timedParts(sentence: Sentence): Pick<Sentence, 'start' | 'end' | 'startMs' | 'endMs'>[] {
  const words = sentence.words.filter(({ startMs }) => startMs !== undefined);
  return words.length > 0 ? words : [sentence];
}
