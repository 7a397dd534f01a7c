import type { Compacted } from './compact-pauses.ts';
import { frameMs } from './frames.ts';
import type { PlacedPhone } from './phone-chain.ts';
import type { SpokenText } from './spoken-text.ts';
import type { Warp } from './warp-time.ts';

/** A sentence begins a little before its first phone is heard (ms). */
const leadMs = 20;
/** What is longer than this, in frames, is a pause that the warp put into a phone. */
const longestPhone = 40;

const frameAt = (ms: number): number => Math.round(ms / frameMs);

/** The row in which each sentence of the text begins: ascending, each has one row at least. */
export function sentenceRows({ words }: SpokenText, { frames, rowOf }: Compacted): number[] {
  const rows: number[] = [];
  let sentence = -1;
  for (const word of words) {
    if (word.sentence === sentence) continue;
    sentence = word.sentence;
    const frame = Math.min(Math.max(frameAt(word.startMs - leadMs), 0), rowOf.length - 1);
    rows.push(rows.length === 0 ? 0 : Math.max(rowOf[frame]!, rows.at(-1)! + 1));
  }
  return rows.map((row, index) => Math.min(row, frames.count - rows.length + index));
}

/** Phones where the warp put them in the sound, one after the other; those of left out sentences are missing. */
export function placePhones(
  { phones, words }: SpokenText,
  { textRows, soundRows, warp }: { textRows: Compacted; soundRows: Compacted; warp: Warp },
): PlacedPhone[] {
  const place = (ms: number): number => {
    const frame = Math.min(Math.max(frameAt(ms), 0), textRows.rowOf.length - 1);
    const column = warp.first[textRows.rowOf[frame]!]!;
    return column < 0 ? -1 : soundRows.frameOf[column]!;
  };
  const all = phones.map(({ name, word, startMs, endMs }) => ({
    name,
    word,
    start: place(startMs),
    end: place(endMs),
  }));
  const isPlaced = placedSentences(all, (word) => words[word]!.sentence);
  const placed = all.filter(({ start, word }) => start >= 0 && isPlaced(words[word]!.sentence));
  return placed.map((phone, index) => {
    const next = placed[index + 1]?.start ?? Infinity;
    let end = phone.end < 0 ? phone.start + longestPhone / 5 : phone.end;
    if (end > next && next >= phone.start) end = next;
    end = Math.min(Math.max(end, phone.start + 1), phone.start + longestPhone);
    return { ...phone, end };
  });
}

/** Rows are coarser than phones: a few phones of a sentence that was left out can lie in a row of its neighbour. */
function placedSentences(
  phones: readonly PlacedPhone[],
  sentenceOf: (word: number) => number,
): (sentence: number) => boolean {
  const balance = new Map<number, number>();
  for (const { start, word } of phones) {
    const sentence = sentenceOf(word);
    balance.set(sentence, (balance.get(sentence) ?? 0) + (start >= 0 ? 1 : -1));
  }
  return (sentence) => (balance.get(sentence) ?? 0) > 0;
}
