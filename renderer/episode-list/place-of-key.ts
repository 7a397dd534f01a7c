/** Where a key moves a row to, given its place and the length of the list. */
const moves: Readonly<Record<string, (place: number, count: number) => number>> = {
  ArrowUp: (place) => place - 1,
  ArrowDown: (place) => place + 1,
  Home: () => 0,
  End: (_place, count) => count - 1,
};

/** Where Alt with an arrow, Home or End moves the row at `place` to, which may be outside the list; `null` for other keys. */
export function placeOfKey(
  event: { readonly altKey: boolean; readonly key: string },
  place: number,
  count: number,
): number | null {
  return event.altKey ? (moves[event.key]?.(place, count) ?? null) : null;
}
