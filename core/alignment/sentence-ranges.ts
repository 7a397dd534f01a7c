import type { Heard } from './hear-phones.ts';
import type { HeardWord } from './heard-word.ts';
import type { Range } from './row-distances.ts';
import type { SpokenText } from './spoken-text.ts';

/** So sure a sentence has to be for others to be looked for around it. */
const sureEnough = 1.5;
/** The best of many wrong places can look sure: so many of the sentences up to three places before and behind have to be as sure. */
const support = { places: 3, count: 2 };
/** A sentence that was heard begins and ends so near to where it was heard (frames). */
const slack = 300;

/**
 * In which frames each sentence of a text (those with words, in order) has to be looked for, now that others were surely heard: these
 * where they were, all others between their neighbours. Neither beginnings nor ends ever fall. @param frames How many the sound has.
 */
export function sentenceRanges(
  { words }: Pick<SpokenText, 'words'>,
  heard: Pick<Heard, 'words' | 'confidences'>,
  frames: number,
): Range[] {
  const sentences = [...new Set(words.map(({ sentence }) => sentence))];
  const places = supported(sentences, surePlaces(words, heard));
  const ranges = sentences.map(() => ({ from: 0, until: frames }));
  let [from, until] = [0, frames];
  sentences.forEach((sentence, index) => {
    const place = places.get(sentence);
    ranges[index]!.from = place ? Math.max(from, place.start - slack) : from;
    if (place) from = Math.max(from, place.end - slack);
  });
  sentences.toReversed().forEach((sentence, back) => {
    const place = places.get(sentence);
    ranges[sentences.length - 1 - back]!.until = place ? Math.min(until, place.end + slack) : until;
    if (place) until = Math.min(until, place.start + slack);
  });
  return ranges;
}

function surePlaces(
  words: SpokenText['words'],
  heard: Pick<Heard, 'words' | 'confidences'>,
): Map<number, HeardWord> {
  const places = new Map<number, HeardWord>();
  for (const [word, { start, end }] of heard.words) {
    const { sentence } = words[word]!;
    if ((heard.confidences.get(sentence) ?? 0) < sureEnough) continue;
    places.set(sentence, { start: places.get(sentence)?.start ?? start, end });
  }
  return places;
}

function supported(
  sentences: readonly number[],
  places: ReadonlyMap<number, HeardWord>,
): ReadonlyMap<number, HeardWord> {
  const isSupported = (index: number): boolean => {
    const around = sentences.slice(Math.max(0, index - support.places), index + support.places + 1);
    return around.filter((sentence) => places.has(sentence)).length > support.count;
  };
  const kept = sentences.filter((sentence, index) => places.has(sentence) && isSupported(index));
  return new Map(kept.map((sentence) => [sentence, places.get(sentence)!]));
}
