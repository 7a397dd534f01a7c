import type { Cue } from './transcript.ts';

/** A stretch of a turn's text that is said from `startMs` to `endMs`; offsets into that text. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly startMs: number;
  readonly endMs: number;
}

/** What one person says without another between. Pieces are in order and do not overlap; there may be none. */
export interface Turn {
  readonly text: string;
  readonly speaker: string | undefined;
  readonly pieces: readonly Piece[];
  /** The source set these paragraphs itself: they are divided only when very long. */
  readonly isParagraph: boolean;
  readonly heading?: boolean;
}

const dialogueLine = /^\s*(?:[-–—]|>>)\s*(?=[\p{Lu}\p{N}"«“¿¡[(])/u;
/** Where in a cue another line of dialogue begins: on a line of its own, or behind a sentence («- Yes. - No.»). */
const nextLine = /\n(?=\s*(?:[-–—]|>>)\s*[\p{Lu}\p{N}"«“¿¡[(])/u;
const nextInLine = /(?<=[.!?…]["»”)]?)\s(?=[-–—]\s*[\p{Lu}"«“¿¡])/u;
/** «— Да, — сказал он. — Пойдём.»: one speaks, with the author between. */
const authorBetween = /[,!?….]["»”]?\s[-–—]\s*\p{Ll}/u;
const speakerChange = /^>>+\s*/;
const finished = /[.!?…»”"')\]]$/;
const attachesToPrevious = /^[,.!?;:…)»”%\]]/;
const unspacedEdge =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\u3000-\u303f\uff00-\uff65]/u;

/** Joins cues into turns: a new one where the speaker changes, or a dash or `>>` opens a new line of dialogue. */
export function cuesToTurns(cues: readonly Cue[]): Turn[] {
  const turns = new TurnBuilder();
  cues.forEach((cue, at) => {
    const next = cues[at + 1];
    // A cue that runs into the next one stops where that begins; words would otherwise be said out of order.
    const isCut = next !== undefined && next.startMs > cue.startMs && next.startMs < cue.endMs;
    const endMs = Math.max(cue.startMs, isCut ? next.startMs : cue.endMs);
    for (const line of dialogueLines({ ...cue, endMs })) turns.add(line);
  });
  return turns.finish();
}

class TurnBuilder {
  private readonly turns: Turn[] = [];
  private text: string[] = [];
  private length = 0;
  private pieces: Piece[] = [];
  private speaker: string | undefined;
  private last = '';

  add(cue: Cue): void {
    const opensLine = dialogueLine.test(cue.text) && (this.last === '' || finished.test(this.last));
    if (this.length > 0 && (cue.speaker !== this.speaker || opensLine)) this.close();
    this.speaker = cue.speaker;
    const text = cue.text.replace(speakerChange, '');
    if (text === '') return;
    const removed = cue.text.length - text.length;
    this.append(this.gapBefore(text));
    const start = this.length;
    this.append(text.replaceAll('\n', ' '));
    for (const piece of piecesOf(cue, removed))
      this.pieces.push({ ...piece, start: start + piece.start, end: start + piece.end });
    this.last = text;
  }

  finish(): Turn[] {
    this.close();
    return this.turns;
  }

  private append(text: string): void {
    this.text.push(text);
    this.length += text.length;
  }

  private gapBefore(text: string): string {
    if (this.length === 0 || attachesToPrevious.test(text)) return '';
    return unspacedEdge.test(this.last.slice(-1)) && unspacedEdge.test(text.charAt(0)) ? '' : ' ';
  }

  private close(): void {
    if (this.length > 0)
      this.turns.push({
        text: this.text.join(''),
        speaker: this.speaker,
        pieces: this.pieces,
        isParagraph: false,
      });
    this.text = [];
    this.length = 0;
    this.pieces = [];
    this.last = '';
  }
}

function piecesOf(cue: Cue, removed: number): readonly Piece[] {
  const { startMs, endMs } = cue;
  if (!cue.words || cue.words.length === 0)
    return [{ start: 0, end: cue.text.length - removed, startMs, endMs }];
  return cue.words.map((word, at) => ({
    start: Math.max(0, word.start - removed),
    end: Math.max(0, word.end - removed),
    startMs: word.startMs,
    endMs: word.endMs ?? cue.words?.[at + 1]?.startMs ?? endMs,
  }));
}

/** A cue of two or more lines of dialogue is that many cues; its time is shared out by length. */
function dialogueLines(cue: Cue): readonly Cue[] {
  if (cue.words || !dialogueLine.test(cue.text)) return [cue];
  const lines = cue.text
    .split(nextLine)
    .flatMap((line) => (authorBetween.test(line) ? [line] : line.split(nextInLine)));
  let before = 0;
  const msPerCharacter = (cue.endMs - cue.startMs) / cue.text.length;
  return lines.map((text) => {
    const startMs = Math.round(cue.startMs + before * msPerCharacter);
    before += text.length + 1;
    return {
      ...cue,
      text,
      startMs,
      endMs: Math.min(cue.endMs, Math.round(cue.startMs + before * msPerCharacter)),
    };
  });
}
