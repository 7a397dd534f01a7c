import { chaptersBefore } from '../../core/chapters/chapters-before.ts';
import type { Chapter } from '../../core/feed/feed.ts';
import type { Paragraph, Transcript } from '../../core/transcript/transcript.ts';
import { quotedParagraphs } from './quoted-speech.ts';

export interface ChapterBlock {
  readonly kind: 'chapter';
  readonly chapter: Chapter;
}

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  /** Its place in `transcript.paragraphs`. */
  readonly index: number;
  readonly paragraph: Paragraph;
  /** The name to print above it: only where another voice begins. */
  readonly speaker: string | null;
  readonly isQuoted: boolean;
}

/** One row of the reader. */
export type Block = ChapterBlock | ParagraphBlock;

export interface ReaderBlocks {
  readonly blocks: readonly Block[];
  /** The block of each paragraph, by the paragraph's index. */
  readonly blockOfParagraph: readonly number[];
}

/** Sets a transcript out as rows: its paragraphs, with a heading where a listed chapter begins (timed texts only). */
export function readerBlocks(transcript: Transcript, chapters: readonly Chapter[]): ReaderBlocks {
  const headings = chaptersBefore(transcript.paragraphs, chapters);
  const quoted = quotedParagraphs(transcript.paragraphs);
  const blocks: Block[] = [];
  const blockOfParagraph: number[] = [];
  let lastSpeaker: string | undefined;
  for (const [index, paragraph] of transcript.paragraphs.entries()) {
    for (const chapter of headings[index] ?? []) blocks.push({ kind: 'chapter', chapter });
    blockOfParagraph.push(blocks.length);
    const speaker = paragraph.speaker !== lastSpeaker ? (paragraph.speaker ?? null) : null;
    blocks.push({ kind: 'paragraph', index, paragraph, speaker, isQuoted: quoted[index] ?? false });
    lastSpeaker = paragraph.speaker;
  }
  return { blocks, blockOfParagraph };
}
