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
const keptLength = 2000;
const breathMs = 700;
const longPauseMs = 4000;

interface TimedWord {
  readonly range: TextRange;
  readonly time: WordTime | undefined;
}

interface TimedSentence {
  readonly start: number;
  readonly end: number;
  readonly words: readonly TimedWord[];
}

/** Sets what one person says into paragraphs of whole sentences. `clock` carries the last word's start from turn to turn. */
export function setTurn(turn: Turn, clock: { lastMs: number }): Paragraph[] {
  const sentences = timedSentences(turn, clock);
  const isKept = turn.isParagraph && turn.text.length <= keptLength;
  const paragraphs: Paragraph[] = [];
  let from = 0;
  sentences.forEach((sentence, at) => {
    const next = sentences[at + 1];
    const length = sentence.end - (sentences[from]?.start ?? 0);
    if (next && (isKept || !endsParagraph(length, pauseMs(sentence, next)))) return;
    paragraphs.push(toParagraph(turn, sentences.slice(from, at + 1)));
    from = at + 1;
  });
  return paragraphs;
}

function endsParagraph(length: number, silenceMs: number): boolean {
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
    const own: TimedWord[] = [];
    for (let word = words[next]; word && word.start < range.end; word = words[next]) {
      own.push({ range: word, time: timeOf(next) });
      next += 1;
    }
    return { start: range.start, end: range.end, words: own };
  });
}

function toParagraph(turn: Turn, sentences: readonly TimedSentence[]): Paragraph {
  const start = sentences[0]?.start ?? 0;
  const end = sentences.at(-1)?.end ?? start;
  const set = sentences.map((sentence) => toSentence(sentence, start));
  return {
    text: turn.text.slice(start, end),
    ...(turn.heading ? { heading: true } : {}),
    ...(turn.speaker ? { speaker: turn.speaker } : {}),
    ...spanOf(set),
    sentences: set,
  };
}

function toSentence(sentence: TimedSentence, offset: number): Sentence {
  const end = sentence.end - offset;
  const words = sentence.words.map((word) => toWord(word, { offset, sentenceEnd: end }));
  return { start: sentence.start - offset, end, ...spanOf(words), words };
}

/** A word that a cut sentence breaks in two ends with that sentence. */
function toWord(
  { range, time }: TimedWord,
  { offset, sentenceEnd }: { offset: number; sentenceEnd: number },
): Word {
  const start = range.start - offset;
  const end = Math.min(range.end - offset, sentenceEnd);
  if (!time) return { start, end };
  const { startMs, endMs } = time;
  return time.estimated ? { start, end, startMs, endMs, estimated: true } : { start, end, startMs, endMs };
}

type Span = { readonly startMs?: number | undefined; readonly endMs?: number | undefined };

function spanOf(parts: readonly Span[]): { startMs?: number; endMs?: number } {
  const startMs = parts.find((part) => part.startMs !== undefined)?.startMs;
  const endMs = parts.findLast((part) => part.endMs !== undefined)?.endMs;
  return startMs === undefined || endMs === undefined ? {} : { startMs, endMs };
}
