import { beforeNumber, maybeFinal, neverFinal, sentenceOpeners } from './abbreviations.ts';
import type { TextRange } from './split-words.ts';

/** A stop with the closing quotes and brackets after it, before white space; East Asian stops need none. */
const stops = /(?:[.!?…‽؟।։]+["'”’»)\]}]*(?=\s|$))|(?:[。！？｡]+[」』”’）》]*)/gu;
const afterStop = /[\s"'“‘„«([{¿¡–—-]*/uy;
const uppercase = /\p{Lu}/u;
const lowercase = /^\p{Ll}/u;
const acronym = /^(?:\p{L}\.)+\p{L}$/u;
const initial = /^\p{Lu}$/u;
const wordAt = /[\p{L}\p{M}'’-]{1,40}/uy;

/**
 * Sentences of `text`: in order, trimmed, together holding everything but the white space between them. Made for English
 * and Russian, right for most other languages: abbreviations, initials, decimals, quotes, and direct speech set with
 * dashes («Где?» — спросил он.) do not end a sentence early. A line break does not end a sentence.
 */
export function splitSentences(text: string): TextRange[] {
  // Text without capitals cannot say where a sentence starts; there every stop counts.
  const hasCase = uppercase.test(text);
  const sentences: TextRange[] = [];
  let start = skipSpace(text, 0);
  for (const stop of text.matchAll(stops)) {
    const end = stop.index + stop[0].length;
    if (end <= start) continue;
    if (!endsSentence({ text, stop: stop[0], at: stop.index, start, end, hasCase })) continue;
    sentences.push({ start, end });
    start = skipSpace(text, end);
  }
  const last = text.trimEnd().length;
  if (last > start) sentences.push({ start, end: last });
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

function endsSentence(candidate: Candidate): boolean {
  const { text, stop, end, hasCase } = candidate;
  if (/^[。！？｡]/u.test(stop)) return true;
  const next = nextWord(text, end);
  if (next.at >= text.length) return true;
  if (hasCase && lowercase.test(next.first)) return false;
  return stop.startsWith('.') && !stop.startsWith('..') ? dotEnds(candidate, next) : true;
}

/** A single dot may only shorten the word before it. */
function dotEnds({ text, at, start }: Candidate, next: NextWord): boolean {
  const before = tokenBefore(text, at, start);
  const token = before.token.toLowerCase();
  const opens = sentenceOpeners.has(next.word.toLowerCase()) && !next.isInitial;
  if (neverFinal.has(token)) return false;
  if (beforeNumber.has(token)) return !/\d/.test(next.first);
  if (initial.test(before.token)) return opens && !before.isFirst;
  if (maybeFinal.has(token) || acronym.test(before.token)) return opens;
  return !(before.isFirst && /^\d{1,3}$/.test(token));
}

function tokenBefore(text: string, at: number, start: number): { token: string; isFirst: boolean } {
  let from = at;
  while (from > start && at - from < 40 && !/[\s"'“‘„«([{–—]/u.test(text.charAt(from - 1))) from -= 1;
  return { token: text.slice(from, at), isFirst: from <= start };
}

interface NextWord {
  readonly at: number;
  readonly first: string;
  readonly word: string;
  readonly isInitial: boolean;
}

function nextWord(text: string, from: number): NextWord {
  afterStop.lastIndex = from;
  afterStop.exec(text);
  const at = afterStop.lastIndex;
  wordAt.lastIndex = at;
  const word = wordAt.exec(text)?.[0] ?? '';
  return { at, first: text.charAt(at), word, isInitial: word.length === 1 && text.charAt(at + 1) === '.' };
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text.charAt(at))) at += 1;
  return at;
}
