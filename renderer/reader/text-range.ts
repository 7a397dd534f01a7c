/** A stretch of one paragraph, in UTF-16 offsets of its text. */
export interface TextSpan {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

/** The element that shows a paragraph, when it is near enough to the window to exist. */
export function paragraphElement(root: HTMLElement, paragraph: number): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[data-paragraph="${paragraph}"]`);
}

/** A DOM range over UTF-16 offsets of a paragraph's text; null while the paragraph is not in the document. */
export function textRange(root: HTMLElement, { paragraph, start, end }: TextSpan): Range | null {
  const element = paragraphElement(root, paragraph);
  if (element === null) return null;
  const range = document.createRange();
  const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let before = 0;
  let hasStart = false;
  for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (!hasStart && start < before + length) {
      range.setStart(node, start - before);
      hasStart = true;
    }
    if (hasStart && end <= before + length) {
      range.setEnd(node, end - before);
      return range;
    }
    before += length;
  }
  return null;
}

/** The paragraph and UTF-16 offset of a point of the document; null outside the paragraphs of the text. */
export function textOffset(node: Node, offset: number): { paragraph: number; offset: number } | null {
  const element = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>(
    '[data-paragraph]',
  );
  if (element === null || element === undefined) return null;
  const range = document.createRange();
  range.selectNodeContents(element);
  range.setEnd(node, offset);
  return { paragraph: Number(element.dataset.paragraph), offset: range.toString().length };
}
