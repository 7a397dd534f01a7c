import type { Hit } from '../../core/transcript/find.ts';

/** From which index to before which the hits of a paragraph stand among hits in reading order. */
export function hitsInParagraph(hits: readonly Hit[], paragraph: number): [from: number, until: number] {
  return [firstFrom(hits, paragraph), firstFrom(hits, paragraph + 1)];
}

function firstFrom(hits: readonly Hit[], paragraph: number): number {
  let [from, until] = [0, hits.length];
  while (from < until) {
    const middle = (from + until) >> 1;
    if (hits[middle]!.paragraph < paragraph) from = middle + 1;
    else until = middle;
  }
  return from;
}
