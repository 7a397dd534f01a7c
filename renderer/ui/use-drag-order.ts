import type { DragEvent } from 'react';
import { useState } from 'react';
import type { Drag } from './drag-place.ts';
import { dragPlace } from './drag-place.ts';
import './drag-order.css';

interface DragOrder {
  /** For the element of the row at `index`. */
  readonly rowProps: (index: number) => {
    readonly draggable: true;
    /** On which side of this row the dragged one would land. */
    readonly 'data-drop': 'before' | 'after' | undefined;
    readonly 'data-dragged': true | undefined;
    readonly onDragStart: (event: DragEvent<HTMLElement>) => void;
    readonly onDragOver: (event: DragEvent<HTMLElement>) => void;
    readonly onDrop: (event: DragEvent<HTMLElement>) => void;
    readonly onDragEnd: () => void;
  };
}

/**
 * Lets rows be dragged into another order. `keys` name the rows as they stand. `onMove` gets the place in the list without the
 * moved row. The keyboard is the caller's part.
 */
export function useDragOrder(
  keys: readonly string[],
  onMove: (key: string, toIndex: number) => void,
): DragOrder {
  const [drag, setDrag] = useState<Drag | null>(null);
  const place = drag === null ? null : dragPlace(keys, drag);
  const sideOf = (index: number) => {
    if (drag === null || place === null) return undefined;
    if (drag.before === keys[index]) return 'before';
    return drag.before === null && index === keys.length - 1 ? 'after' : undefined;
  };
  return {
    rowProps: (index) => ({
      draggable: true,
      'data-drop': sideOf(index),
      'data-dragged': drag !== null && drag.key === keys[index] ? true : undefined,
      onDragStart: (event) => {
        event.dataTransfer.effectAllowed = 'move';
        // Without data some systems begin no drag; the text means nothing elsewhere.
        event.dataTransfer.setData('text/plain', '');
        const key = keys[index]!;
        setDrag({ key, before: key });
      },
      onDragOver: (event) => {
        if (drag === null) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'move';
        const { top, height } = event.currentTarget.getBoundingClientRect();
        const before = keys[event.clientY < top + height / 2 ? index : index + 1] ?? null;
        if (before !== drag.before) setDrag({ ...drag, before });
      },
      onDrop: (event) => {
        if (drag === null) return;
        event.preventDefault();
        setDrag(null);
        if (place !== null) onMove(drag.key, place);
      },
      onDragEnd: () => setDrag(null),
    }),
  };
}
