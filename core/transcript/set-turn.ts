import type { Turn } from './cues-to-turns.ts';
import { splitLongSentence } from './split-long-sentence.ts';
import { splitSentences } from './split-sentences.ts';
import { splitWords, type TextRange } from './split-words.ts';
import type { Paragraph, Sentence, Word } from './transcript.ts';
import { createWordClock, type WordTime } from './word-times.ts';

/** A paragraph may end after so many characters where the speaker pauses, and ends after so many in any case. */
const comfortableLength = 350;
const fullLength = 650;
/** Paragraphs that the source set itself are left alone up to this length. */
const tooLongToKeep = 2000;
const breathMs = 700;
const longPauseMs = 4000;

interface TimedSentence extends TextRange {
  readonly words: readonly (TextRange & { readonly time: WordTime | undefined })[];
}

/** Sets what one person says into paragraphs of whole sentences. `clock` carries the last word's start from turn to turn. */
export function setTurn(turn: Turn, clock: { lastMs: number }): Paragraph[] {
  const sentences = timedSentences(turn, clock);
  const paragraphs: Paragraph[] = [];
  let from = 0;
  sentences.forEach((sentence, at) => {
    const next = sentences[at + 1];
    const length = sentence.end - (sentences[from]?.start ?? 0);
    if (next && !endsParagraph(turn.isParagraph, length, pauseMs(sentence, next))) return;
    paragraphs.push(toParagraph(turn, sentences.slice(from, at + 1)));
    from = at + 1;
  });
  return paragraphs;
}

function endsParagraph(isParagraph: boolean, length: number, silenceMs: number): boolean {
  if (isParagraph) return length >= tooLongToKeep;
  return (
    length >= fullLength || silenceMs >= longPauseMs || (length >= comfortableLength && silenceMs >= breathMs)
  );
}

function pauseMs(sentence: TimedSentence, next: TimedSentence): number {
  const endMs = sentence.words.at(-1)?.time?.endMs;
  const startMs = next.words[0]?.time?.startMs;
  return endMs === undefined || startMs === undefined ? 0 : startMs - endMs;
}

function timedSentences(turn: Turn, clock: { lastMs: number }): TimedSentence[] {
  const words = splitWords(turn.text);
  const timeOf = createWordClock({ pieces: turn.pieces, words, clock });
  const ranges = splitSentences(turn.text).flatMap((range) => splitLongSentence(turn, range));
  let next = 0;
  return ranges.map((range) => {
    const own: (TextRange & { time: WordTime | undefined })[] = [];
    for (let word = words[next]; word && word.start < range.end; word = words[next]) {
      own.push({ start: word.start, end: Math.min(word.end, range.end), time: timeOf(next) });
      next += 1;
    }
    return { ...range, words: own };
  });
}

function toParagraph(turn: Turn, sentences: readonly TimedSentence[]): Paragraph {
  const start = sentences[0]?.start ?? 0;
  const end = sentences.at(-1)?.end ?? start;
  const set = sentences.map((sentence) => toSentence(sentence, start));
  return {
    text: turn.text.slice(start, end),
    ...(turn.speaker ? { speaker: turn.speaker } : {}),
    ...spanOf(set),
    sentences: set,
  };
}

function toSentence(sentence: TimedSentence, offset: number): Sentence {
  const words = sentence.words.map((word) => toWord(word, offset));
  return { start: sentence.start - offset, end: sentence.end - offset, ...spanOf(words), words };
}

function toWord(
  { start, end, time }: TextRange & { readonly time: WordTime | undefined },
  offset: number,
): Word {
  if (!time) return { start: start - offset, end: end - offset };
  const { startMs, endMs, estimated } = time;
  const word: Word = { start: start - offset, end: end - offset, startMs, endMs };
  if (estimated) word.estimated = true;
  return word;
}

type Span = { readonly startMs?: number | undefined; readonly endMs?: number | undefined };

function spanOf(parts: readonly Span[]): { startMs?: number; endMs?: number } {
  const startMs = parts.find((part) => part.startMs !== undefined)?.startMs;
  const endMs = parts.findLast((part) => part.endMs !== undefined)?.endMs;
  return startMs === undefined || endMs === undefined ? {} : { startMs, endMs };
}
