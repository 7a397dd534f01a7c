import { describe, expect, it } from 'vitest';
import { sentenceRanges } from './sentence-ranges.ts';

/** A text of sentences of one word each, and where (frames) and how surely they were heard. */
function ranges(heard: readonly ({ start: number; confidence: number } | null)[], frames = 60_000) {
  const words = heard.map((_, sentence) => ({ sentence, index: 0, startMs: 1_000 * sentence }));
  const known = heard.flatMap((each, word) => (each ? [[word, each] as const] : []));
  return sentenceRanges(
    { words },
    {
      words: new Map(known.map(([word, { start }]) => [word, { start, end: start + 100 }])),
      confidences: new Map(known.map(([word, { confidence }]) => [word, confidence])),
    },
    frames,
  );
}
const sure = (start: number) => ({ start, confidence: 2 });

describe('where a sentence is looked for', () => {
  it('is near to where it was surely heard', () => {
    const [, second] = ranges([sure(1_000), sure(2_000), sure(3_000), sure(4_000)]);
    expect(second).toEqual({ from: 1_700, until: 2_400 });
  });

  it('is between its neighbours when it was not, or not surely', () => {
    const unsure = { start: 2_500, confidence: 1.2 };
    const [, , third] = ranges([sure(1_000), sure(2_000), unsure, sure(9_000), sure(9_500)]);
    expect(third).toEqual({ from: 1_800, until: 9_300 });
  });

  it('is everywhere when nothing is sure', () => {
    expect(ranges([null, null], 700)).toEqual([
      { from: 0, until: 700 },
      { from: 0, until: 700 },
    ]);
  });

  it('does not depend on one that is sure of itself among others that are not', () => {
    const lost = { start: 50_000, confidence: 0.2 };
    const all = ranges([sure(1_000), sure(2_000), sure(3_000), lost, lost, sure(50_200), lost, lost, lost]);
    expect(all[4]).toEqual({ from: 2_800, until: 60_000 });
    expect(all[5]).toEqual({ from: 2_800, until: 60_000 });
  });
});
