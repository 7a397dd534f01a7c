import type { FocusEvent, KeyboardEvent, RefObject } from 'react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { listMove } from './list-keys.ts';
import { useScrollArea } from './scroll-area.tsx';
import { useFocusKept } from './use-focus-kept.ts';

interface ListFocusInput<Item> {
  readonly list: RefObject<HTMLElement | null>;
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  readonly scrollTo: (index: number) => void;
  /** Given while the list has more rows than are here: brings them all. */
  readonly onWhole: (() => void) | undefined;
}

interface ListFocus {
  readonly activeIndex: number;
  readonly activate: (index: number) => void;
  /** For the list's element. */
  readonly handlers: {
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onFocus: (event: FocusEvent) => void;
    readonly onBlur: (event: FocusEvent) => void;
  };
}

/** Roving focus over rows of which most do not exist: remembers the row by its key, so that it survives changes of the list. */
export function useListFocus<Item>({
  list,
  items,
  keyOf,
  scrollTo,
  onWhole,
}: ListFocusInput<Item>): ListFocus {
  const { element: scroller, restore } = useScrollArea();
  const [activeKey, setActiveKey] = useState<string | null>(restore?.focusKey ?? null);
  const wanted = useRef<number | null>(null);
  const restored = useRef(restore === null);
  const found = items.findIndex((item) => keyOf(item) === activeKey);
  const activeIndex = Math.max(0, found);

  const activate = (index: number) => {
    const item = items[index];
    if (item !== undefined) setActiveKey(keyOf(item));
  };

  const focusWanted = () => {
    const row = list.current?.querySelector<HTMLElement>(`[data-index="${wanted.current ?? ''}"]`);
    if (wanted.current === null || row === null || row === undefined) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  };
  useLayoutEffect(focusWanted);

  useEffect(() => {
    if (restored.current || scroller === null || items.length === 0 || restore === null) return;
    restored.current = true;
    scroller.scrollTop = restore.top;
    if (found < 0) return;
    // Rows not seen yet have guessed heights, so the same offset may show other rows.
    wanted.current = found;
    scrollTo(found);
    focusWanted();
  });

  const goTo = (index: number) => {
    wanted.current = index;
    activate(index);
    scrollTo(index);
  };
  const kept = useFocusKept({
    count: items.length,
    has: (key) => items.some((item) => keyOf(item) === key),
    goTo,
    scroller,
  });
  const wantEnd = useWholeList(onWhole, () => goTo(items.length - 1));

  const onKeyDown = (event: KeyboardEvent) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const target = plain ? listMove(event, activeIndex, items.length) : null;
    if (target === null) return;
    event.preventDefault();
    event.stopPropagation();
    goTo(target);
    if (event.key === 'End') wantEnd();
  };
  return { activeIndex, activate, handlers: { onKeyDown, ...kept } };
}

/** Asks for the rows that are missing; once they are all here, goes to the last. */
function useWholeList(onWhole: (() => void) | undefined, goToEnd: () => void): () => void {
  const isWanted = useRef(false);
  useEffect(() => {
    if (!isWanted.current || onWhole !== undefined) return;
    isWanted.current = false;
    goToEnd();
  });
  return () => {
    isWanted.current = onWhole !== undefined;
    onWhole?.();
  };
}
