import type { Frames } from './frames.ts';

/** What steps cost that are not both forwards at once, and what it costs to leave something out. */
export interface WarpCosts {
  /** Standing still in the text or in the sound for one row. */
  readonly wait: number;
  /** Leaving out one row of sound between two sentences. */
  readonly skipSound: number;
  /** Leaving out one row of text, as part of a whole sentence. */
  readonly skipText: number;
}

export interface WarpTask {
  /** The text as speech, and the sound: rows of the same width. */
  readonly text: Frames;
  readonly sound: Frames;
  /** The first row of each sentence of the text: ascending, the first is 0. */
  readonly sentenceStarts: readonly number[];
  readonly costs: WarpCosts;
}

export interface Warp {
  /** The first and the last row of sound that each row of text lies on; -1 where its sentence was left out. */
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/** How a cell was reached. On the borders between sentences `both` does not occur, and `leap` leaves out the sentence. */
const [both, down, along, leap] = [0, 1, 2, 3];

/**
 * Dynamic time warping (Sakoe and Chiba, 1978): the cheapest way to walk through text and sound together, where the cost of a
 * cell is the distance of the two rows. Between sentences lies a row of its own, the border, on which sound may be left out and
 * from which a whole sentence may be leapt over. What is remembered of each cell is two bits.
 */
export function warpTime(task: WarpTask): Warp {
  const { text, sound, sentenceStarts, costs } = task;
  const steps = new StepTable(text.count + sentenceStarts.length + 1, sound.count);
  const field = { ...task, steps, distance: distanceTo(text, sound) };
  let border = Float32Array.from({ length: sound.count }, (_, column) => column * costs.skipSound);
  for (let column = 0; column < sound.count; column++) steps.write(0, column, along);
  let row = 1;
  sentenceStarts.forEach((start, sentence) => {
    const end = sentenceStarts[sentence + 1] ?? text.count;
    const spoken = walkSentence(field, { border, start, end, row });
    row += end - start;
    border = walkBorder(field, { border, spoken, length: end - start, row });
    row += 1;
  });
  return traceBack(task, steps);
}

interface Field extends WarpTask {
  readonly steps: StepTable;
  readonly distance: (row: number, column: number) => number;
}

/** Costs after the last row of the sentence from `start` to `end`, whose first row in the table is `row`. */
function walkSentence(
  { sound, costs: { wait }, steps, distance }: Field,
  { border, start, end, row }: { border: Float32Array; start: number; end: number; row: number },
): Float32Array {
  let above = border;
  let current = new Float32Array(sound.count);
  let spare = new Float32Array(sound.count);
  for (let at = start; at < end; at++) {
    const table = row + at - start;
    for (let column = 0; column < sound.count; column++) {
      let best = column > 0 ? above[column - 1]! : at === start ? above[0]! : Infinity;
      let step = both;
      const fromAbove = above[column]! + wait;
      if (fromAbove < best) {
        best = fromAbove;
        step = down;
      }
      if (column > 0) {
        const fromLeft = current[column - 1]! + wait;
        if (fromLeft < best) {
          best = fromLeft;
          step = along;
        }
      }
      current[column] = best + distance(at, column);
      if (step !== both) steps.write(table, column, step);
    }
    above = current;
    [current, spare] = [spare, current];
  }
  return above;
}

/** Costs on the border after a sentence of `length` rows. */
function walkBorder(
  { sound, costs, steps }: Field,
  {
    border,
    spoken,
    length,
    row,
  }: { border: Float32Array; spoken: Float32Array; length: number; row: number },
): Float32Array<ArrayBuffer> {
  const next = new Float32Array(sound.count);
  for (let column = 0; column < sound.count; column++) {
    let best = spoken[column]!;
    let step = down;
    if (column > 0 && next[column - 1]! + costs.skipSound < best) {
      best = next[column - 1]! + costs.skipSound;
      step = along;
    }
    const leapt = border[column]! + length * costs.skipText;
    if (leapt < best) {
      best = leapt;
      step = leap;
    }
    next[column] = best;
    steps.write(row, column, step);
  }
  return next;
}

function traceBack({ text, sound, sentenceStarts }: WarpTask, steps: StepTable): Warp {
  const first = new Int32Array(text.count).fill(-1);
  const last = new Int32Array(text.count).fill(-1);
  let column = sound.count - 1;
  for (let sentence = sentenceStarts.length - 1; sentence >= 0; sentence--) {
    const start = sentenceStarts[sentence]!;
    const end = sentenceStarts[sentence + 1] ?? text.count;
    const border = end + sentence + 1;
    while (steps.read(border, column) === along) column -= 1;
    if (steps.read(border, column) === leap) continue;
    for (let at = end - 1; at >= start;) {
      first[at] = column;
      if (last[at] === -1) last[at] = column;
      const step = steps.read(at + sentence + 1, column);
      if (step !== down && column > 0) column -= 1;
      if (step !== along) at -= 1;
    }
  }
  return { first, last };
}

/** A function of its own for each width would be faster still; this one keeps what it reads in registers. */
function distanceTo(text: Frames, sound: Frames): (row: number, column: number) => number {
  const { width, values: textValues } = text;
  const { values: soundValues } = sound;
  return (row, column) => {
    let sum = 0;
    const from = row * width;
    const to = column * width;
    for (let index = 0; index < width; index++) {
      const difference = textValues[from + index]! - soundValues[to + index]!;
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  };
}

/** Two bits for each cell. */
class StepTable {
  private readonly bytes: Uint8Array;

  constructor(
    rows: number,
    private readonly columns: number,
  ) {
    this.bytes = new Uint8Array(Math.ceil((rows * columns) / 4));
  }

  /** Each cell is written at most once. */
  write(row: number, column: number, step: number): void {
    const cell = row * this.columns + column;
    const place = Math.floor(cell / 4);
    this.bytes[place] = this.bytes[place]! | (step << ((cell & 3) * 2));
  }

  read(row: number, column: number): number {
    const cell = row * this.columns + column;
    return (this.bytes[Math.floor(cell / 4)]! >> ((cell & 3) * 2)) & 3;
  }
}
