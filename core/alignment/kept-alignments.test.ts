import { describe, expect, it } from 'vitest';
import { alignmentVersion } from './alignment-version.ts';
import type { Alignment } from './alignment.ts';
import { readAlignments, withAlignment, writeAlignments } from './kept-alignments.ts';

const source = { size: 10, modifiedAt: 5 };
const alignment: Alignment = {
  version: alignmentVersion,
  method: 'voice',
  language: 'en',
  sentences: [{ startMs: 1, endMs: 2, confidence: 2, wordsMs: [1, 2] }, null],
  durationMs: 10,
  coveredMs: 1,
  shifts: [],
};

describe('kept alignments', () => {
  const kept = [{ textHash: 'a', alignment }];

  it('are read as they were written', () => {
    expect(readAlignments(writeAlignments(source, kept), source)).toEqual(kept);
  });

  it('are nothing when damaged or of another state of the audio', () => {
    const text = writeAlignments(source, kept);
    expect(readAlignments(text.slice(1), source)).toEqual([]);
    expect(readAlignments(text, { ...source, modifiedAt: 6 })).toEqual([]);
  });

  it('lose only those that an older version found', () => {
    const old = { textHash: 'b', alignment: { ...alignment, version: alignmentVersion - 1 } };
    const text = writeAlignments(source, [...kept, old as never]);
    expect(readAlignments(text, source)).toEqual(kept);
  });

  it('hold the latest of each text, and not more than a few', () => {
    const later = { ...alignment, coveredMs: 2 };
    expect(withAlignment(kept, 'a', later)).toEqual([{ textHash: 'a', alignment: later }]);
    const many = ['b', 'c', 'd', 'e'].reduce((all, key) => withAlignment(all, key, alignment), kept);
    expect(many.map(({ textHash }) => textHash)).toEqual(['e', 'd', 'c', 'b']);
  });
});
