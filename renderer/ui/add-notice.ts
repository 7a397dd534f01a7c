export interface Notice {
  readonly tone: 'info' | 'failure';
  readonly title: string;
  readonly advice?: string;
  /** One thing to do about it, e.g. undo; the notice goes away with it. */
  readonly action?: { readonly label: string; readonly onSelect: () => void };
}

/** More would cover a small window. */
const most = 5;

/**
 * The notices once `notice` is said too, the newest last. It takes the place of one that says the same, unless something can be
 * done about either: two removals said in the same words are undone one by one. Of too many the oldest goes that only informs,
 * else the oldest.
 */
export function addNotice<One extends Notice>(shown: readonly One[], notice: One): One[] {
  const repeats = (one: One): boolean =>
    one.title === notice.title && one.action === undefined && notice.action === undefined;
  const others = shown.filter((one) => !repeats(one));
  if (others.length < most) return [...others, notice];
  const onlyInforms = others.findIndex(({ tone, action }) => tone === 'info' && action === undefined);
  return [...others.toSpliced(Math.max(0, onlyInforms), 1), notice];
}
