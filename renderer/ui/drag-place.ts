export interface Drag {
  readonly key: string;
  /** The row it would stand before; `null` at the end. */
  readonly before: string | null;
}

/**
 * Where the dragged row would stand in the list without it, `null` where it would stay or either row is gone: the list may change
 * under a drag, so that places mean other rows than when it began.
 */
export function dragPlace(keys: readonly string[], { key, before }: Drag): number | null {
  const from = keys.indexOf(key);
  const others = keys.filter((other) => other !== key);
  const to = before === null ? others.length : others.indexOf(before);
  return from < 0 || to < 0 || to === from ? null : to;
}
