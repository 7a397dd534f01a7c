/** A point of a text: a paragraph and a UTF-16 offset into it. */
export interface TextPoint {
  readonly paragraph: number;
  readonly offset: number;
}

/** Below zero when `a` stands before `b`. */
export function comparePoints(a: TextPoint, b: TextPoint): number {
  return a.paragraph - b.paragraph || a.offset - b.offset;
}
