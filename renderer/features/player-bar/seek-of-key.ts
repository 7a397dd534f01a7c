export type Seek =
  | { readonly kind: 'by'; readonly ms: number }
  /** To a share of the whole, 0 to 1. */
  | { readonly kind: 'to'; readonly share: number };

const seeks: Readonly<Record<string, Seek>> = {
  ArrowLeft: { kind: 'by', ms: -5000 },
  ArrowDown: { kind: 'by', ms: -5000 },
  ArrowRight: { kind: 'by', ms: 5000 },
  ArrowUp: { kind: 'by', ms: 5000 },
  PageDown: { kind: 'by', ms: -60_000 },
  PageUp: { kind: 'by', ms: 60_000 },
  Home: { kind: 'to', share: 0 },
  End: { kind: 'to', share: 1 },
};

/** What a key on the position slider does, or `null`: the keys of a slider in the ARIA authoring practices. */
export function seekOfKey(key: string): Seek | null {
  return seeks[key] ?? null;
}
