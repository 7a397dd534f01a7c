const leftOut = 0.7;

/**
 * Lines up the sounds a text should have with those that were labelled, by edit distance.
 * @returns For each expected sound the index of the label, -1 where it was not said.
 */
export function matchSounds(expected: readonly string[], labelled: readonly string[]): number[] {
  const costs = expected.concat('').map(() => new Float64Array(labelled.length + 1));
  const cost = (row: number, column: number): number => costs[row]?.[column] ?? Infinity;
  const matched = (row: number, column: number): number =>
    cost(row - 1, column - 1) + mismatch(expected[row - 1], labelled[column - 1]);
  for (let row = 0; row <= expected.length; row++) {
    for (let column = 0; column <= labelled.length; column++) {
      if (row + column === 0) continue;
      const steps = [matched(row, column), cost(row - 1, column) + leftOut, cost(row, column - 1) + leftOut];
      costs[row]![column] = Math.min(...steps);
    }
  }
  const found = expected.map(() => -1);
  let [row, column] = [expected.length, labelled.length];
  while (row > 0 && column > 0) {
    if (cost(row, column) === matched(row, column)) found[--row] = --column;
    else if (cost(row, column) === cost(row - 1, column) + leftOut) row -= 1;
    else column -= 1;
  }
  return found;
}

function mismatch(expected: string | undefined, labelled: string | undefined): number {
  if (expected === labelled) return 0;
  return expected === 'V' || labelled === 'V' ? 1.2 : 0.5;
}
