/** Indexes of the paragraphs that can be seen now, in order. */
export function paragraphsInView(root: HTMLElement, scroller: HTMLElement): number[] {
  const { top, bottom } = scroller.getBoundingClientRect();
  return [...root.querySelectorAll<HTMLElement>('[data-paragraph]')]
    .filter((element) => {
      const box = element.getBoundingClientRect();
      return box.bottom > top && box.top < bottom;
    })
    .map((element) => Number(element.dataset.paragraph));
}
