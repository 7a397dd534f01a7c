/** Marks lie under the hits of a search. */
const priority = -1;

/** Paints ranges by the CSS highlight of that name, beside those of other texts on the page; the answer takes them away again. */
export function paintRanges(name: string, ranges: readonly Range[]): () => void {
  if (ranges.length === 0) return () => undefined;
  const painted = CSS.highlights.get(name) ?? new Highlight();
  painted.priority = priority;
  for (const range of ranges) painted.add(range);
  CSS.highlights.set(name, painted);
  return () => {
    for (const range of ranges) painted.delete(range);
  };
}
