import type { Turn } from './cues-to-turns.ts';
import type { TextRange } from './split-words.ts';

/** No sentence anyone says is longer: this is a transcript without punctuation. */
const implausibleLength = 600;
const comfortableLength = 220;
const shortestLength = 60;
const pauseMs = 400;

/** Cuts a "sentence" that is no sentence where the speaker pauses, else where a cue ends, else between words. */
export function splitLongSentence(turn: Turn, sentence: TextRange): TextRange[] {
  if (sentence.end - sentence.start <= implausibleLength) return [sentence];
  const parts: TextRange[] = [];
  let start = sentence.start;
  const cut = (at: number): void => {
    parts.push(...splitAtSpaces(turn.text, { start, end: at }));
    start = at;
  };
  for (let at = firstPieceAfter(turn, sentence.start); at < turn.pieces.length; at += 1) {
    const piece = turn.pieces[at];
    const before = turn.pieces[at - 1];
    if (!piece || !before || piece.start >= sentence.end) break;
    const length = piece.start - start;
    const pauses = piece.startMs - before.endMs >= pauseMs;
    if (length >= comfortableLength || (pauses && length >= shortestLength)) cut(piece.start);
  }
  cut(sentence.end);
  return parts;
}

function firstPieceAfter(turn: Turn, offset: number): number {
  let low = 0;
  let high = turn.pieces.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((turn.pieces[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function splitAtSpaces(text: string, range: TextRange): TextRange[] {
  const parts: TextRange[] = [];
  let { start } = range;
  while (range.end - start > implausibleLength) {
    const space = text.slice(start, start + comfortableLength).lastIndexOf(' ');
    const end = space > 0 ? start + space : safeCut(text, start + comfortableLength);
    parts.push(trimmed(text, { start, end }));
    start = end;
  }
  parts.push(trimmed(text, { start, end: range.end }));
  return parts.filter((part) => part.end > part.start);
}

/** Never between the halves of a surrogate pair. */
function safeCut(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(at)) ? at + 1 : at;
}

function trimmed(text: string, range: TextRange): TextRange {
  let { start, end } = range;
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  return { start, end };
}
