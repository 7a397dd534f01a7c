import type { Piece } from './cues-to-turns.ts';
import type { TextRange } from './split-words.ts';

export interface WordTime {
  readonly startMs: number;
  readonly endMs: number;
  /** Interpolated between the ends of a piece that holds more than this word. */
  readonly estimated: boolean;
}

interface Input {
  readonly pieces: readonly Piece[];
  readonly words: readonly TextRange[];
  /** Start of the last word so far: times never go back, whatever the source says. */
  readonly clock: { lastMs: number };
}

/**
 * Answers for word after word, in order, when it is said: as its piece says when the piece is that word alone, else by
 * the share of characters. `undefined` for words outside every piece.
 */
export function createWordClock({ pieces, words, clock }: Input): (word: number) => WordTime | undefined {
  let at = 0;
  return (index) => {
    const word = words[index];
    if (!word) return undefined;
    while (at < pieces.length && (pieces[at]?.end ?? 0) <= word.start) at += 1;
    const piece = pieces[at];
    if (!piece || piece.start >= word.end) return undefined;
    const isAlone =
      (words[index - 1]?.end ?? 0) <= piece.start && (words[index + 1]?.start ?? Infinity) >= piece.end;
    const given = isAlone ? { startMs: piece.startMs, endMs: piece.endMs } : share(piece, word);
    const startMs = Math.max(given.startMs, clock.lastMs);
    clock.lastMs = startMs;
    return { startMs, endMs: Math.max(given.endMs, startMs), estimated: !isAlone };
  };
}

function share(piece: Piece, word: TextRange): { startMs: number; endMs: number } {
  const msPerCharacter = (piece.endMs - piece.startMs) / Math.max(1, piece.end - piece.start);
  const from = Math.max(0, word.start - piece.start);
  const to = Math.min(piece.end, word.end) - piece.start;
  return {
    startMs: Math.round(piece.startMs + from * msPerCharacter),
    endMs: Math.round(piece.startMs + to * msPerCharacter),
  };
}
