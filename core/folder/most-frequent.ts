/** The value that at least half of all entries are; undefined where none speaks for so many. */
export function mostFrequent(values: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [best] = [...counts].sort(([, one], [, other]) => other - one);
  return best !== undefined && best[1] * 2 >= values.length ? best[0] : undefined;
}
