import { dotEndsSentence } from './dot-ends-sentence.ts';
import { saysWhoSpoke } from './says-who-spoke.ts';
import { nextWord, type NextWord } from './sentence-words.ts';
import type { TextRange } from './split-words.ts';

/**
 * A stop with the closing quotes, brackets and note numbers after it, before white space; East Asian stops need none, and
 * between Cyrillic letters a forgotten space is made up for ("ушёл.Потом").
 */
const stops =
  /(?:[.!?…‽؟।։]+["'”’“‘»«)\]}*]*(?:\[\d{1,3}\])*(?=\s|$))|(?:[。！？｡]+[」』”’）》]*)|(?:(?<=[а-яё])[.!?…]+["»)]*(?=["«(]?[А-ЯЁ][а-яё]))/gu;
const uppercase = /\p{Lu}/u;
/** "iPhone" opens a sentence as it is. */
const lowercase = /^\p{Ll}(?!\p{Lu})/u;
const loneStop = /[.!?…]{1,10}(?=\s|$)/uy;
/** Between quotes, UTF-16 units. */
const longestTitle = 60;
const wordCharacter = /[\p{L}\p{N}]/gu;

/**
 * Sentences of `text`: in order, trimmed, together holding everything but the white space between them. Made for English
 * and Russian, right for most other languages: abbreviations, initials, decimals, quotes, and direct speech set with
 * dashes («Где?» — спросил он.) do not end a sentence early. A line break does not end a sentence. What holds no word
 * (a lone "…", "* * *") goes with the sentence beside it.
 */
export function splitSentences(text: string): TextRange[] {
  // Text without capitals cannot say where a sentence starts; there every stop counts.
  const hasCase = uppercase.test(text);
  const sentences: { start: number; end: number }[] = [];
  let start = skipSpace(text, 0);
  let firstWord = wordFrom(text, start);
  for (const stop of text.matchAll(stops)) {
    const end = stop.index + stop[0].length;
    if (end <= firstWord) continue;
    if (!endsSentence({ text, stop: stop[0], at: stop.index, start, end, hasCase })) continue;
    sentences.push({ start, end });
    start = skipSpace(text, end);
    firstWord = wordFrom(text, start);
  }
  const last = text.trimEnd().length;
  const before = sentences.at(-1);
  if (last > start && before && firstWord >= last) before.end = last;
  else if (last > start) sentences.push({ start, end: last });
  return sentences;
}

interface Candidate {
  readonly text: string;
  /** The stop with what closes after it, and where it stands. */
  readonly stop: string;
  readonly at: number;
  /** Where the sentence so far starts and would end. */
  readonly start: number;
  readonly end: number;
  readonly hasCase: boolean;
}

function endsSentence({ text, stop, at, start, end, hasCase }: Candidate): boolean {
  if (/^[。！？｡]/u.test(stop)) return true;
  const next = nextWord(text, end);
  if (next.at >= text.length) return true;
  if (hasCase && lowercase.test(next.start)) return false;
  if (goesOn(text, { stop, next })) return false;
  if (/^[!?]+["”’“»]/.test(stop) && saysWhoSpoke(text, next.at)) return false;
  if (isTitle(text, { start, end })) return false;
  const isClosed = /["'”’“»]$/.test(stop);
  const isDot = stop.startsWith('.') && !stop.startsWith('..');
  return isDot ? dotEndsSentence({ text, at, start, isGlued: next.at === end, isClosed }, next) : true;
}

/** «Что? Где? Когда?» within a sentence that goes on behind the quotes. */
function isTitle(text: string, { start, end }: TextRange): boolean {
  const open = text.lastIndexOf('«', end);
  if (open < start) return false;
  const close = text.slice(open, open + longestTitle).indexOf('»');
  return (
    close > 0 && open + close >= end && /^[^\S\n]\p{Ll}/u.test(text.slice(open + close + 1, open + close + 3))
  );
}

/** ". . ." is one stop, and "Well... I think so" one sentence. */
function goesOn(text: string, { stop, next }: { stop: string; next: NextWord }): boolean {
  loneStop.lastIndex = next.at;
  return loneStop.test(text) || (/^(?:\.\.|…)/.test(stop) && /^I(?:['’]|$)/.test(next.word));
}

function wordFrom(text: string, from: number): number {
  wordCharacter.lastIndex = from;
  return wordCharacter.exec(text)?.index ?? text.length;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text.charAt(at))) at += 1;
  return at;
}
