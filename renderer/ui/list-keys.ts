/** How many rows PageUp and PageDown move. */
const page = 8;

/**
 * Where a key moves the focus in a list of `count` rows; `null` when the key is not the list's.
 * J and K are told apart by `code`, so that they work in any keyboard layout.
 */
export function listMove(
  event: { readonly key: string; readonly code: string },
  index: number,
  count: number,
): number | null {
  const target = targetOf(event, index, count);
  return target === null ? null : Math.min(count - 1, Math.max(0, target));
}

function targetOf({ key, code }: { key: string; code: string }, index: number, count: number): number | null {
  if (key === 'ArrowDown' || code === 'KeyJ') return index + 1;
  if (key === 'ArrowUp' || code === 'KeyK') return index - 1;
  if (key === 'PageDown') return index + page;
  if (key === 'PageUp') return index - page;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return null;
}
