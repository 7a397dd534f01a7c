/** Stretches of a file, [start, end) in bytes: ascending, none touching another. */
export type ByteRanges = readonly (readonly [start: number, end: number])[];

export const noRanges: ByteRanges = [];

/** With one more stretch; what touches becomes one. */
export function withRange(ranges: ByteRanges, start: number, end: number): ByteRanges {
  if (end <= start) return ranges;
  const apart = ranges.filter(([from, to]) => to < start || from > end);
  const joined = ranges.filter(([from, to]) => to >= start && from <= end);
  const from = Math.min(start, ...joined.map(([first]) => first));
  const to = Math.max(end, ...joined.map(([, last]) => last));
  return [...apart, [from, to] as const].sort(([one], [other]) => one - other);
}

/** What of them lies before `size`: a file that lost its end has no more. */
export function rangesWithin(ranges: ByteRanges, size: number): ByteRanges {
  return ranges.filter(([from]) => from < size).map(([from, to]) => [from, Math.min(to, size)] as const);
}

/** Where the stretch ends that holds the byte at `at`; `at` itself where none does. */
export function endFrom(ranges: ByteRanges, at: number): number {
  return ranges.find(([from, to]) => from <= at && at < to)?.[1] ?? at;
}

/** The first stretch at or behind `at` that is not there yet; its end is null where nothing follows it. Null where all up to `total` is there. */
export function gapFrom(
  ranges: ByteRanges,
  at: number,
  total: number | undefined,
): { readonly start: number; readonly end: number | null } | null {
  const start = endFrom(ranges, at);
  if (total !== undefined && start >= total) return null;
  const end = ranges.find(([from]) => from > start)?.[0] ?? null;
  return { start, end };
}

export function countBytes(ranges: ByteRanges): number {
  return ranges.reduce((sum, [from, to]) => sum + to - from, 0);
}
