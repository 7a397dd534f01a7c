import type { ComponentProps } from 'react';
import { createContext, useContext, useMemo, useState } from 'react';

export interface ScrollPlace {
  readonly top: number;
  /** `data-key` of the focused list item. */
  readonly focusKey: string | null;
}

interface ScrollContext {
  readonly element: HTMLElement | null;
  readonly restore: ScrollPlace | null;
}

const Context = createContext<ScrollContext>({ element: null, restore: null });

export interface ScrollAreaProps extends ComponentProps<'main'> {
  /** Where to be once the lists inside have their rows: the place the user left. */
  readonly restore?: ScrollPlace | null;
}

/** The main, scrolling part of a window. Virtual lists inside scroll with it. */
export function ScrollArea({ restore = null, children, ...rest }: ScrollAreaProps) {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const context = useMemo(() => ({ element, restore }), [element, restore]);
  return (
    <main ref={setElement} tabIndex={-1} {...rest}>
      <Context value={context}>{children}</Context>
    </main>
  );
}

/** The scrolling element around, and the place to go back to. */
export function useScrollArea(): ScrollContext {
  return useContext(Context);
}
