import type { Frames } from './frames.ts';
import type { Range } from './row-distances.ts';
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
  /** Where in the sound each sentence may lie, if that is known: neither beginnings nor ends ever fall. */
  readonly ranges?: readonly Range[];
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
  const whole = { from: 0, until: sound.count };
  const ranges = task.ranges ?? sentenceStarts.map(() => whole);
  const remembered = ranges.reduce((sum, { from, until }) => sum + 2 * (until - from), 0);
  const together = Math.max(1, Math.floor(mostMemory / remembered));
  for (let first = 0; first < costs.length; first += together) {
    const walks = costs.slice(first, first + together).map((each) => new SentenceWalk(sound.count, each));
    sentenceStarts.forEach((start, sentence) => {
      const end = sentenceStarts[sentence + 1] ?? text.count;
      const range = ranges[sentence]!;
      for (let row = start; row < end; row++) {
        const distance = distances.between(row, range);
        for (const walk of walks) walk.step(distance, range, row === start);
      }
      for (const walk of walks) walk.leave(end - start, range, ranges[sentence + 1]?.until ?? sound.count);
    });
    // What a walk remembers is let go before its warp is looked into.
    while (walks.length > 0) yield placeRows(task, distances, walks.shift()!);
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
