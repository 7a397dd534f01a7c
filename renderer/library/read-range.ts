import { Dexie } from 'dexie';
import type { IndexableType, Table } from 'dexie';

/** Rows read at once: the window answers between two of these. */
const sliceRows = 1_000;
const keysAtOnce = 500;

/** Part of a table in the order of its primary key, or of an index in which no two rows are equal. */
export interface Range {
  readonly index: string;
  readonly lower: IndexableType;
  readonly upper: IndexableType;
}

export interface Reading<Row> {
  /** How many rows to answer at most. */
  readonly limit?: number;
  /** Which rows to answer; all without it. */
  readonly accept?: (row: Row) => boolean;
  /** After it the answer is what was found until then. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Rows of a range, always forwards: until Chromium 141 only that way they come many in one step, backwards and after an
 * offset they come one by one. Each slice goes on behind the last row of the one before.
 */
export async function readRange<Row extends object>(
  table: Table<Row, string>,
  { index, lower, upper }: Range,
  { limit = Number.POSITIVE_INFINITY, accept, signal }: Reading<Row> = {},
): Promise<Row[]> {
  const { idxByName, primKey } = table.schema;
  const keyPath = (idxByName[index] ?? primKey).keyPath ?? index;
  const found: Row[] = [];
  let from = lower;
  for (let isFirst = true; found.length < limit && signal?.aborted !== true; isFirst = false) {
    const wanted = accept === undefined ? Math.min(sliceRows, limit - found.length) : sliceRows;
    const slice = await table.where(index).between(from, upper, isFirst, true).limit(wanted).toArray();
    found.push(...(accept === undefined ? slice : slice.filter(accept)));
    const last = slice.at(-1);
    if (last === undefined || slice.length < wanted) break;
    from = Dexie.getByKeyPath(last, keyPath) as IndexableType;
  }
  return found.length > limit ? found.slice(0, limit) : found;
}

/** The rows that are there, in the order of the keys. */
export async function readKeys<Row>(table: Table<Row, string>, keys: readonly string[]): Promise<Row[]> {
  const found: Row[] = [];
  for (let start = 0; start < keys.length; start += keysAtOnce) {
    const slice = await table.bulkGet(keys.slice(start, start + keysAtOnce));
    found.push(...slice.filter((row) => row !== undefined));
  }
  return found;
}

/** Every row whose primary key starts with the text; all rows for an empty one. */
export function startingWith(index: string, start: string): Range {
  return { index, lower: start, upper: `${start}\uffff` };
}
