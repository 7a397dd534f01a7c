import type { Piece, Turn } from './cues-to-turns.ts';
import { estimateDurationMs } from './estimate-duration.ts';

/** A paragraph as HTML or plain text has it. `marks`: from this offset of `text` on, this time. */
export interface StampedParagraph {
  readonly text: string;
  readonly speaker?: string;
  readonly heading?: boolean;
  readonly marks: readonly { readonly at: number; readonly startMs: number }[];
}

/** A dash opens what somebody else says, and does not tell who. */
const dialogue = /^[—–-]\s/;

interface Mark {
  /** Characters of all paragraphs before it. */
  readonly at: number;
  readonly startMs: number;
}

/**
 * Every paragraph a turn of its own, speakers carried on. What lies between two stamps, also over several paragraphs,
 * shares the time between them by length; after the last stamp the pace of speech is assumed.
 */
export function stampsToTurns(paragraphs: readonly StampedParagraph[]): Turn[] {
  const marks = ascending(allMarks(paragraphs));
  const turns: Turn[] = [];
  let offset = 0;
  let nextMark = 0;
  let speaker: string | undefined;
  const total = paragraphs.reduce((sum, paragraph) => sum + paragraph.text.length, 0);
  for (const paragraph of paragraphs) {
    const isOfNobody = paragraph.heading === true || dialogue.test(paragraph.text);
    speaker = paragraph.speaker ?? (isOfNobody ? undefined : speaker);
    const end = offset + paragraph.text.length;
    const pieces: Piece[] = [];
    while ((marks[nextMark + 1]?.at ?? Infinity) <= offset) nextMark += 1;
    for (let at = nextMark; (marks[at]?.at ?? Infinity) < end; at += 1) {
      const piece = pieceOf({ from: marks[at], to: marks[at + 1], total, start: offset, end });
      if (piece) pieces.push(piece);
      nextMark = at;
    }
    const { text, heading } = paragraph;
    if (text !== '')
      turns.push({ text, speaker, pieces, isParagraph: true, ...(heading ? { heading } : {}) });
    offset = end;
  }
  return turns;
}

function allMarks(paragraphs: readonly StampedParagraph[]): Mark[] {
  const marks: Mark[] = [];
  let offset = 0;
  for (const { text, marks: own } of paragraphs) {
    for (const { at, startMs } of own) marks.push({ at: offset + at, startMs });
    offset += text.length;
  }
  return marks;
}

/** A stamp that goes back in time is a slip (or a time talked about) and is passed over; of two in one place the later holds. */
function ascending(marks: readonly Mark[]): Mark[] {
  const kept: Mark[] = [];
  for (const mark of marks) {
    const last = kept.at(-1);
    if (last !== undefined && mark.startMs < last.startMs) continue;
    if (mark.at === last?.at) kept.pop();
    kept.push(mark);
  }
  return kept;
}

/** The part of the stretch between two stamps that lies within one paragraph (`start` to `end`). */
function pieceOf(stretch: {
  from: Mark | undefined;
  to: Mark | undefined;
  total: number;
  start: number;
  end: number;
}): Piece | undefined {
  const { from, to, total, start, end } = stretch;
  if (!from) return undefined;
  const length = (to?.at ?? total) - from.at;
  const endMs = to?.startMs ?? from.startMs + estimateDurationMs(length);
  const timeAt = (at: number): number =>
    Math.round(from.startMs + ((endMs - from.startMs) * (at - from.at)) / Math.max(1, length));
  const pieceStart = Math.max(start, from.at);
  const pieceEnd = Math.min(end, from.at + length);
  if (pieceEnd <= pieceStart) return undefined;
  return {
    start: pieceStart - start,
    end: pieceEnd - start,
    startMs: timeAt(pieceStart),
    endMs: timeAt(pieceEnd),
  };
}
