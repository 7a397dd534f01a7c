import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import './tooltip-layer.css';

const delayMs = 500;
const gap = 6;

interface Shown {
  readonly label: string;
  readonly hint: string | undefined;
  readonly anchor: DOMRect;
}

/**
 * Shows what the button under the pointer or the keyboard focus is called. Hidden from assistive technology, which reads the
 * same words as the button's name. Once in the window.
 */
export function TooltipLayer() {
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => listenForTooltips(setShown), []);
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (shown !== null && box.current !== null) place(box.current, shown.anchor);
  }, [shown]);
  if (shown === null) return null;
  return (
    <div ref={box} className="tooltip" aria-hidden="true">
      {shown.label}
      {shown.hint !== undefined && <kbd>{shown.hint}</kbd>}
    </div>
  );
}

function listenForTooltips(show: (shown: Shown | null) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hide = () => {
    clearTimeout(timer);
    show(null);
  };
  const offer = (event: Event) => {
    hide();
    const target =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-tooltip]') : null;
    if (target === null || (event.type === 'focusin' && !target.matches(':focus-visible'))) return;
    timer = setTimeout(() => show(wordsOf(target)), delayMs);
  };
  const hiding = ['pointerdown', 'keydown', 'scroll', 'focusout'] as const;
  const offering = ['pointerover', 'focusin'] as const;
  for (const type of hiding) document.addEventListener(type, hide, true);
  for (const type of offering) document.addEventListener(type, offer);
  return () => {
    hide();
    for (const type of hiding) document.removeEventListener(type, hide, true);
    for (const type of offering) document.removeEventListener(type, offer);
  };
}

function wordsOf(target: HTMLElement): Shown | null {
  const { tooltip, tooltipHint } = target.dataset;
  if (tooltip === undefined || !target.isConnected) return null;
  return { label: tooltip, hint: tooltipHint, anchor: target.getBoundingClientRect() };
}

/** Above its button and inside the window; below where there is no room above. */
function place(box: HTMLElement, anchor: DOMRect): void {
  const { width, height } = box.getBoundingClientRect();
  const above = anchor.top - height - gap;
  const left = anchor.left + anchor.width / 2 - width / 2;
  box.style.top = `${above < gap ? anchor.bottom + gap : above}px`;
  box.style.left = `${Math.max(gap, Math.min(left, innerWidth - width - gap))}px`;
}
