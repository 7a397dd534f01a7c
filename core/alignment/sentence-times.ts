import type { AlignedSentence } from './alignment.ts';
import { frameMs } from './frames.ts';
import type { HeardWord } from './heard-word.ts';

/**
 * Times of a sentence of `count` words, of which those in `heard` were heard (by their index, at least one). Words the voice said
 * nothing for share the time between their neighbours.
 */
export function sentenceTimes(
  heard: ReadonlyMap<number, HeardWord>,
  { count, confidence }: { count: number; confidence: number },
): AlignedSentence {
  const indices = [...heard.keys()].sort((one, other) => one - other);
  const [first, last] = [indices[0]!, indices.at(-1)!];
  const startMs = heard.get(first)!.start * frameMs;
  const endMs = heard.get(last)!.end * frameMs;
  const wordsMs: number[] = [];
  for (let index = 0; index < count; index++) {
    const own = heard.get(index);
    if (own) {
      wordsMs.push(own.start * frameMs, own.end * frameMs);
      continue;
    }
    const before = indices.findLast((each) => each < index);
    const after = indices.find((each) => each > index);
    const from = before === undefined ? startMs : heard.get(before)!.end * frameMs;
    const to = after === undefined ? endMs : heard.get(after)!.start * frameMs;
    const place = index - (before ?? -1) - 1;
    const room = (to - from) / ((after ?? count) - (before ?? -1) - 1);
    wordsMs.push(Math.round(from + place * room), Math.round(from + (place + 1) * room));
  }
  return { startMs, endMs, confidence, wordsMs };
}
