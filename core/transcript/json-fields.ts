import { parseClockTime } from './clock-time.ts';

/** A JSON object of which nothing is known. */
export type Fields = Readonly<Record<string, unknown>>;

export function asFields(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null ? (value as Fields) : undefined;
}

/** The objects in a list; none when it is no list. */
export function asList(value: unknown): readonly (Fields | undefined)[] {
  return Array.isArray(value) ? (value as unknown[]).map(asFields) : [];
}

/** The value at the end of a path of names and places: `at(document, 'results', 'channels', 0)`. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let found = value;
  for (const name of path) found = (asFields(found) as Record<string | number, unknown> | undefined)?.[name];
  return found;
}

export function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** A speaker's name or number. */
export function asName(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** Milliseconds of a time given in seconds, as a number, as text ("1.5", "1.5s") or as a clock time. */
export function secondsToMs(value: unknown): number | undefined {
  const match = typeof value === 'string' ? /^\s*(\d+(?:\.\d+)?)\s*s?\s*$/.exec(value) : null;
  const seconds = match ? Number(match[1]) : value;
  if (typeof seconds === 'number') return inRange(seconds * 1000);
  return typeof seconds === 'string' ? parseClockTime(seconds) : undefined;
}

/** Milliseconds that are given as such; `divisor` for smaller units. */
export function unitsToMs(value: unknown, divisor = 1): number | undefined {
  return typeof value === 'number' ? inRange(value / divisor) : undefined;
}

function inRange(ms: number): number | undefined {
  return ms >= 0 && ms < 1e12 ? Math.round(ms) : undefined;
}
