import type { TextUnit } from '../../core/transcript/cue-at.ts';
import type { Paragraph, Transcript, Word } from '../../core/transcript/transcript.ts';

/** A word of a transcript by its indexes. */
export interface TextPlace {
  readonly paragraph: number;
  readonly sentence: number;
  readonly word: number;
}

/** The word at a place; null where the text has none. */
export function wordAt(transcript: Transcript, place: TextPlace): Word | null {
  return transcript.paragraphs[place.paragraph]?.sentences[place.sentence]?.words[place.word] ?? null;
}

/** When the word is spoken, ms: its own time, else its sentence's; null when the text does not say. */
export function timeOfPlace(transcript: Transcript, place: TextPlace): number | null {
  const sentence = transcript.paragraphs[place.paragraph]?.sentences[place.sentence];
  return sentence?.words[place.word]?.startMs ?? sentence?.startMs ?? null;
}

/**
 * Where a word stands in its paragraph, or with `word` null where its sentence begins, or with `sentence` null its paragraph; null when
 * there is no such place.
 */
export function spanOfPlace(
  { paragraphs }: Transcript,
  {
    paragraph,
    sentence,
    word,
  }: { readonly paragraph: number; readonly sentence: number | null; readonly word: number | null },
): { paragraph: number; start: number; end: number } | null {
  const line = paragraphs[paragraph]?.sentences[sentence ?? 0];
  const part = line?.words[word ?? 0] ?? line;
  return part === undefined ? null : { paragraph, start: part.start, end: part.end };
}

/** The word that holds a UTF-16 offset of the paragraph's text, or the last one before it; null in a paragraph without words. */
export function placeAtOffset(paragraph: Paragraph, offset: number): Omit<TextPlace, 'paragraph'> | null {
  let found: Omit<TextPlace, 'paragraph'> | null = null;
  for (const [sentence, { words }] of paragraph.sentences.entries()) {
    for (const [word, { start }] of words.entries()) {
      if (found !== null && start > offset) return found;
      found = { sentence, word };
    }
  }
  return found;
}

/**
 * The next or previous word, sentence or paragraph from a place, as its first word. Going back from inside a unit goes to
 * its beginning first. Stays where it is at either end of the text.
 */
export function stepPlace(
  transcript: Transcript,
  from: TextPlace,
  { unit, forward }: { readonly unit: TextUnit; readonly forward: boolean },
): TextPlace {
  const start = startOfUnit(transcript, from, unit);
  if (!forward && !isSamePlace(start, from)) return start;
  let place = from;
  for (;;) {
    const next = neighbour(transcript, place, forward);
    if (next === null) return forward ? from : place;
    const nextStart = startOfUnit(transcript, next, unit);
    if (!isSamePlace(nextStart, start)) return nextStart;
    place = next;
  }
}

export function isSamePlace(a: TextPlace | null, b: TextPlace | null): boolean {
  return a?.paragraph === b?.paragraph && a?.sentence === b?.sentence && a?.word === b?.word;
}

/** The first word of the text at or after a paragraph; null when there is none. */
export function firstPlace(transcript: Transcript, paragraph = 0): TextPlace | null {
  return neighbour(transcript, { paragraph, sentence: 0, word: -1 }, true);
}

function startOfUnit(transcript: Transcript, place: TextPlace, unit: TextUnit): TextPlace {
  if (unit === 'word') return place;
  if (unit === 'sentence') return { ...place, word: 0 };
  return firstPlace(transcript, place.paragraph) ?? place;
}

function neighbour(transcript: Transcript, place: TextPlace, forward: boolean): TextPlace | null {
  let { paragraph, sentence, word } = place;
  const step = forward ? 1 : -1;
  word += step;
  for (;;) {
    const sentences = transcript.paragraphs[paragraph]?.sentences;
    if (sentences === undefined) return null;
    const words = sentences[sentence]?.words ?? [];
    if (word >= 0 && word < words.length) return { paragraph, sentence, word };
    sentence += step;
    if (sentence < 0 || sentence >= sentences.length) {
      paragraph += step;
      const entered = transcript.paragraphs[paragraph]?.sentences;
      if (entered === undefined) return null;
      sentence = forward ? 0 : Math.max(0, entered.length - 1);
    }
    word = forward ? 0 : (transcript.paragraphs[paragraph]?.sentences[sentence]?.words.length ?? 0) - 1;
  }
}
