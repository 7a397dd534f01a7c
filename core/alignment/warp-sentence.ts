import type { RowDistances } from './row-distances.ts';
import type { SentencePlace } from './sentence-walk.ts';

interface SentenceTask extends SentencePlace {
  /** The rows of text: `end` is excluded. */
  readonly start: number;
  readonly end: number;
  /** What it costs to stand still in the text or in the sound for one row. */
  readonly wait: number;
}

/** How a cell was reached: a row of text, a row of sound, or both further. */
const [both, down, along] = [0, 1, 2];

/**
 * The cheapest way through one sentence and the sound it lies in, told backwards: `visit` hears of each row of text and each column
 * on the way, from the last on.
 */
export function warpSentence(
  distances: RowDistances,
  { start, end, entered, until, wait }: SentenceTask,
  visit: (row: number, column: number) => void,
): void {
  const from = Math.max(0, entered - 1);
  const steps = new StepTable(end - start, until - from);
  let above = new Float64Array(until - from).fill(Infinity);
  let current = new Float64Array(until - from);
  for (let row = start; row < end; row++) {
    const distance = distances.between(row, { from, until });
    for (let column = from; column < until; column++) {
      const at = column - from;
      const isEntry = row === start;
      let best = isEntry ? (column === entered ? 0 : Infinity) : at > 0 ? above[at - 1]! : Infinity;
      let step = both;
      const fromAbove = (isEntry ? (column + 1 === entered ? 0 : Infinity) : above[at]!) + wait;
      if (fromAbove < best) {
        best = fromAbove;
        step = down;
      }
      const fromLeft = at > 0 ? current[at - 1]! + wait : Infinity;
      if (fromLeft < best) {
        best = fromLeft;
        step = along;
      }
      current[at] = best + distance[column]!;
      steps.write(row - start, at, step);
    }
    [above, current] = [current, above];
  }
  let column = until - 1;
  for (let row = end - 1; row >= start;) {
    visit(row, column);
    const step = steps.read(row - start, column - from);
    if (step !== down && column > from) column -= 1;
    if (step !== along) row -= 1;
  }
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

  /** Each cell is written once. */
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
