import type { Frames } from './frames.ts';
import { RowDistances } from './row-distances.ts';
import { SentenceWalk } from './sentence-walk.ts';
import type { WarpCosts } from './warp-costs.ts';
import { warpSentence } from './warp-sentence.ts';

export interface WarpTask {
  /** The text as speech, and the sound: rows of the same width. */
  readonly text: Frames;
  readonly sound: Frames;
  /** The first row of each sentence of the text: ascending, the first is 0. */
  readonly sentenceStarts: readonly number[];
}

export interface Warp {
  /** The first and the last row of sound that each row of text lies on; -1 where its sentence was left out. */
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/** What the walks of several costs may remember together (bytes); those of one are kept whatever they take. */
const mostMemory = 24_000_000;

/**
 * Dynamic time warping (Sakoe and Chiba, 1978): the cheapest way to walk through text and sound together, where the cost of a
 * cell is the distance of the two rows. Between sentences sound may be left out, and a whole sentence may be leapt over. First it
 * is found where each sentence lies, then the way within it, so that no table of all cells is needed. Most of the work
 * are distances, which several costs have in common. Gives a warp for each of the costs, one after the other.
 */
export function* warpTime(task: WarpTask, costs: readonly WarpCosts[]): Generator<Warp> {
  const { text, sound, sentenceStarts } = task;
  const distances = new RowDistances(text, sound);
  const together = Math.max(1, Math.floor(mostMemory / (2 * sound.count * sentenceStarts.length)));
  for (let from = 0; from < costs.length; from += together) {
    const walks = costs.slice(from, from + together).map((each) => new SentenceWalk(sound.count, each));
    sentenceStarts.forEach((start, sentence) => {
      const end = sentenceStarts[sentence + 1] ?? text.count;
      for (let row = start; row < end; row++) {
        const distance = distances.between(row, { from: 0, until: sound.count });
        for (const walk of walks) walk.step(distance, row === start);
      }
      for (const walk of walks) walk.leave(end - start);
    });
    for (const walk of walks) yield placeRows(task, distances, walk);
  }
}

function placeRows({ text, sentenceStarts }: WarpTask, distances: RowDistances, walk: SentenceWalk): Warp {
  const first = new Int32Array(text.count).fill(-1);
  const last = new Int32Array(text.count).fill(-1);
  walk.traceBack().forEach((place, sentence) => {
    if (place === null) return;
    const start = sentenceStarts[sentence]!;
    const rows = { start, end: sentenceStarts[sentence + 1] ?? text.count };
    warpSentence(distances, { ...rows, ...place, wait: walk.costs.wait }, (row, column) => {
      first[row] = column;
      if (last[row] === -1) last[row] = column;
    });
  });
  return { first, last };
}
