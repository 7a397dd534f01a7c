import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { KeyboardEvent, ReactNode } from 'react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { classNames } from './class-names.ts';
import { useListFocus } from './use-list-focus.ts';
import { useScrollArea } from './scroll-area.tsx';
import { useTopInScroller } from './use-top-in-scroller.ts';
import './virtual-list.css';

export interface VirtualListProps<Item> {
  readonly label: string;
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  /** Accessible name of the row. */
  readonly nameOf: (item: Item) => string;
  /** Usual height of a row in pixels; real heights are measured. */
  readonly rowHeight: number;
  /** Length of the whole list when `items` is only its beginning. */
  readonly total?: number | undefined;
  /** `active`: the row that Tab reaches; only its buttons should be reached by Tab. */
  readonly renderItem: (item: Item, active: boolean, index: number) => ReactNode;
  /** Enter on the row itself. */
  readonly onOpen?: (item: Item) => void;
  /** Other keys on the row or inside it; answer `true` when the key was used. */
  readonly onKey?: (item: Item, event: KeyboardEvent) => boolean;
  /** The last rows are near: bring more, if there are. */
  readonly onEndNear?: () => void;
  /** Given while there are more rows than `items`: End was pressed, bring them all. */
  readonly onWhole?: (() => void) | undefined;
}

/** A list of any length: only the rows in sight exist. One tab stop; arrows, Home, End, PageUp, PageDown, J and K move in it. */
export function VirtualList<Item>(props: VirtualListProps<Item>) {
  const { items, keyOf, rowHeight } = props;
  const list = useRef<HTMLDivElement>(null);
  const { element: scroller } = useScrollArea();
  const top = useTopInScroller(list, scroller);
  /** The row Tab goes to exists wherever the list is scrolled: the focus would be lost with it. */
  const active = useRef(0);
  // The virtualizer is not memoised by React's compiler, which this project does not use.
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller,
    // The first drawing knows no heights yet: it fills the window instead of drawing no row.
    initialRect: { width: innerWidth, height: innerHeight },
    estimateSize: () => rowHeight,
    getItemKey: (index) => keyOf(items[index]!),
    overscan: 6,
    rangeExtractor: (range) =>
      withIndex(defaultRangeExtractor(range), Math.min(active.current, range.count - 1)),
    scrollMargin: top,
    scrollPaddingEnd: 24,
    scrollPaddingStart: 64,
  });
  const { onWhole } = props;
  const focus = useListFocus({
    list,
    items,
    keyOf,
    onWhole,
    scrollTo: (index) => virtualizer.scrollToIndex(index),
  });
  useLayoutEffect(() => {
    active.current = focus.activeIndex;
  });
  useEndNear(virtualizer.range?.endIndex ?? 0, items.length, props.onEndNear);
  return (
    <div
      ref={list}
      role="list"
      aria-label={props.label}
      className="virtual-list"
      style={{ height: virtualizer.getTotalSize() }}
      {...focus.handlers}
    >
      {virtualizer.getVirtualItems().map((row) => (
        <Row
          key={row.key}
          {...props}
          index={row.index}
          offset={row.start - top}
          active={row.index === focus.activeIndex}
          measure={virtualizer.measureElement}
          onFocus={focus.activate}
        />
      ))}
    </div>
  );
}

function withIndex(indexes: number[], index: number): number[] {
  if (index < 0 || indexes.includes(index)) return indexes;
  return [...indexes, index].sort((a, b) => a - b);
}

interface RowProps<Item> extends VirtualListProps<Item> {
  readonly index: number;
  readonly offset: number;
  readonly active: boolean;
  readonly measure: (element: HTMLElement | null) => void;
  readonly onFocus: (index: number) => void;
}

function Row<Item>(props: RowProps<Item>) {
  const { items, index, offset, active, total } = props;
  const item = items[index];
  if (item === undefined) return null;
  return (
    <div
      ref={props.measure}
      role="listitem"
      aria-label={props.nameOf(item)}
      aria-setsize={total ?? items.length}
      aria-posinset={index + 1}
      tabIndex={active ? 0 : -1}
      data-index={index}
      data-key={props.keyOf(item)}
      className={classNames('virtual-list-row')}
      style={{ transform: `translateY(${offset}px)` }}
      onFocus={() => props.onFocus(index)}
      onKeyDown={(event) => {
        const onRowItself = event.target === event.currentTarget;
        const opens = onRowItself && event.key === 'Enter' && props.onOpen !== undefined;
        if (opens) props.onOpen(item);
        if (opens || props.onKey?.(item, event) === true) {
          event.preventDefault();
          event.stopPropagation();
        }
      }}
    >
      {props.renderItem(item, active, index)}
    </div>
  );
}

/** Calls back once for each length of the list at which the end comes near. */
function useEndNear(lastInSight: number, count: number, onEndNear: (() => void) | undefined): void {
  const [calledAt, setCalledAt] = useState(-1);
  const near = lastInSight >= count - 20;
  useEffect(() => {
    if (!near || calledAt === count || onEndNear === undefined) return;
    setCalledAt(count);
    onEndNear();
  }, [near, calledAt, count, onEndNear]);
}
