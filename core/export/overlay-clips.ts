import type { Paragraph, Sentence, Transcript } from '../transcript/transcript.ts';

/** A stretch of the text that is marked while its stretch of the sound plays. */
export interface OverlayClip {
  /** Of the element in the book: see `paragraphId`, `sentenceId`, `wordId`. */
  readonly id: string;
  readonly paragraph: number;
  readonly startMs: number;
  readonly endMs: number;
}

export const paragraphId = (paragraph: number): string => `p${paragraph}`;
export const sentenceId = (paragraph: number, sentence: number): string => `p${paragraph}s${sentence}`;
export const wordId = (place: { paragraph: number; sentence: number; word: number }): string =>
  `${sentenceId(place.paragraph, place.sentence)}w${place.word}`;

/** Whether each word of a sentence has a time of its own, so that words can be marked. */
export function isTimedByWord({ words }: Sentence): boolean {
  return words.length > 0 && words.every((word) => word.startMs !== undefined && word.estimated !== true);
}

/**
 * The clips of a text in reading order: words where each of a sentence has its own time, else sentences, else paragraphs.
 * Each lasts until the next begins, so that a reading system plays the pauses too.
 */
export function overlayClips({ paragraphs }: Pick<Transcript, 'paragraphs'>): OverlayClip[] {
  const clips = paragraphs.flatMap((paragraph, index) => clipsOfParagraph(paragraph, index));
  return clips.flatMap((clip, at) => {
    const nextMs = clips[at + 1]?.startMs ?? 0;
    const endMs = nextMs > clip.startMs ? nextMs : clip.endMs;
    return endMs > clip.startMs ? [{ ...clip, endMs }] : [];
  });
}

function clipsOfParagraph(paragraph: Paragraph, index: number): OverlayClip[] {
  const clips = paragraph.sentences.flatMap((sentence, at) => clipsOfSentence(sentence, index, at));
  return clips.length > 0 ? clips : clipOf(paragraph, index, paragraphId(index));
}

function clipsOfSentence(sentence: Sentence, paragraph: number, at: number): OverlayClip[] {
  if (!isTimedByWord(sentence)) return clipOf(sentence, paragraph, sentenceId(paragraph, at));
  return sentence.words.flatMap((word, index) =>
    clipOf(word, paragraph, wordId({ paragraph, sentence: at, word: index })),
  );
}

function clipOf(
  { startMs, endMs }: { startMs?: number | undefined; endMs?: number | undefined },
  paragraph: number,
  id: string,
): OverlayClip[] {
  return startMs === undefined ? [] : [{ id, paragraph, startMs, endMs: endMs ?? startMs }];
}
