import type { TextPoint } from '../transcript/text-point.ts';
import type { Sentence, Transcript, Word } from '../transcript/transcript.ts';

interface Spot {
  readonly sentence: Sentence;
  readonly word: Word | undefined;
}

/** When what stands at the point is said, ms: its word's time, else its sentence's; undefined where the text does not say. */
export function startMsAt(transcript: Pick<Transcript, 'paragraphs'>, point: TextPoint): number | undefined {
  const spot = spotAfter(transcript, point);
  return spot?.word?.startMs ?? spot?.sentence.startMs;
}

/** When what stands before the point has been said, ms. */
export function endMsAt(transcript: Pick<Transcript, 'paragraphs'>, point: TextPoint): number | undefined {
  const spot = spotBefore(transcript, point);
  return spot?.word?.endMs ?? spot?.sentence.endMs;
}

/** The first word that ends behind the point. */
function spotAfter({ paragraphs }: Pick<Transcript, 'paragraphs'>, point: TextPoint): Spot | null {
  const sentence = paragraphs[point.paragraph]?.sentences.find(({ end }) => end > point.offset);
  if (sentence === undefined) return null;
  return { sentence, word: sentence.words.find(({ end }) => end > point.offset) };
}

/** The last word that begins before the point. */
function spotBefore({ paragraphs }: Pick<Transcript, 'paragraphs'>, point: TextPoint): Spot | null {
  const sentence = paragraphs[point.paragraph]?.sentences.findLast(({ start }) => start < point.offset);
  if (sentence === undefined) return null;
  return { sentence, word: sentence.words.findLast(({ start }) => start < point.offset) };
}
