import { describe, expect, it } from 'vitest';
import type { Chapter } from '../../core/feed/feed.ts';
import type { Paragraph, Transcript } from '../../core/transcript/transcript.ts';
import { readerBlocks } from './blocks.ts';

const paragraph = (text: string, times?: [number, number], speaker?: string): Paragraph => ({
  text,
  sentences: [],
  ...(times === undefined ? {} : { startMs: times[0], endMs: times[1] }),
  ...(speaker === undefined ? {} : { speaker }),
});
const transcriptOf = (...paragraphs: Paragraph[]): Transcript => ({
  language: 'en',
  source: { kind: 'publisher', format: 'vtt' },
  timing: 'cue',
  paragraphs,
  warnings: [],
});
const chapter = (startMs: number, title: string, listed = true): Chapter => ({ startMs, title, listed });
const outline = (transcript: Transcript, chapters: Chapter[]): string[] =>
  readerBlocks(transcript, chapters).blocks.map((block) =>
    block.kind === 'chapter' ? `# ${block.chapter.title}` : block.paragraph.text,
  );

describe('readerBlocks', () => {
  it('puts each listed chapter above the paragraph that is mostly its own', () => {
    const text = transcriptOf(
      paragraph('a', [0, 1000]),
      paragraph('b', [1000, 3000]),
      paragraph('c', [3000, 5000]),
    );
    const chapters = [
      chapter(2800, 'late in b'),
      chapter(0, 'start'),
      chapter(1500, 'early in b'),
      chapter(10, 'art', false),
    ];
    expect(outline(text, chapters)).toEqual(['# start', 'a', '# early in b', 'b', '# late in b', 'c']);
  });

  it('says in which block a paragraph stands', () => {
    const text = transcriptOf(paragraph('a', [0, 1000]), paragraph('b', [1000, 3000]));
    expect(readerBlocks(text, [chapter(0, 'one'), chapter(1000, 'two')]).blockOfParagraph).toEqual([1, 3]);
  });

  it('gives a text without times no headings', () => {
    expect(outline(transcriptOf(paragraph('a'), paragraph('b')), [chapter(0, 'start')])).toEqual(['a', 'b']);
  });

  it('names a speaker only where the voice changes', () => {
    const text = transcriptOf(
      paragraph('a', [0, 1], 'Anna'),
      paragraph('b', [1, 2], 'Anna'),
      paragraph('c', [2, 3]),
      paragraph('d', [3, 4], 'Anna'),
    );
    const names = readerBlocks(text, []).blocks.map((block) => block.kind === 'paragraph' && block.speaker);
    expect(names).toEqual(['Anna', null, null, 'Anna']);
  });
});
