const glideMs = 140;

/** Scrolls until `remaining` px are left to go: in one step when the system asks for less motion. The answer stops it. */
export function glide(scroller: HTMLElement, remaining: () => number): () => void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
    scroller.scrollTop += remaining();
    return () => undefined;
  }
  const begun = performance.now();
  let frame = 0;
  const step = (now: number): void => {
    const share = Math.min(1, Math.max(0, now - begun) / glideMs);
    scroller.scrollTop += remaining() * share;
    if (share < 1) frame = requestAnimationFrame(step);
  };
  frame = requestAnimationFrame(step);
  return () => cancelAnimationFrame(frame);
}
