import { useEffect, useRef } from 'react';

const scrollKeys = new Set(['PageUp', 'PageDown', 'Home', 'End', 'ArrowUp', 'ArrowDown']);

/** Tells when the reader takes hold of the page: by wheel, finger, scroll bar or key. Our own scrolling is none of these. */
export function useRelease(scroller: HTMLElement, onRelease: () => void): void {
  const tell = useRef(onRelease);
  useEffect(() => {
    tell.current = onRelease;
  });
  useEffect(() => {
    const release = (): void => tell.current();
    const onKeyDown = (event: KeyboardEvent): void => {
      const isTyping =
        event.target instanceof Element && event.target.matches('input, textarea, select, [role="slider"]');
      if (scrollKeys.has(event.key) && !isTyping) release();
    };
    const onPointerDown = (event: PointerEvent): void => {
      if (event.target === scroller) release();
    };
    const listening = new AbortController();
    const options = { signal: listening.signal, passive: true };
    scroller.addEventListener('wheel', release, options);
    scroller.addEventListener('touchmove', release, options);
    scroller.addEventListener('keydown', onKeyDown, options);
    scroller.addEventListener('pointerdown', onPointerDown, options);
    return () => listening.abort();
  }, [scroller]);
}
