import type { RefObject } from 'react';
import { useLayoutEffect, useState } from 'react';

/** How far below the start of the scroller's content an element begins, in pixels; follows what grows above it. */
export function useTopInScroller(
  element: RefObject<HTMLElement | null>,
  scroller: HTMLElement | null,
): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const inner = element.current;
    if (inner === null || scroller === null) return;
    const measure = () => {
      const distance = inner.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
      setTop(Math.round(distance + scroller.scrollTop));
    };
    measure();
    const observer = new ResizeObserver(measure);
    for (const child of scroller.children) observer.observe(child);
    return () => observer.disconnect();
  }, [element, scroller]);
  return top;
}
