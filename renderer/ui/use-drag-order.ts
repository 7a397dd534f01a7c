import type { DragEvent } from 'react';
import { useState } from 'react';
import './drag-order.css';

interface Drag {
  readonly from: number;
  /** The row would stand before this index of the list as it is; its length means at the end. */
  readonly gap: number;
}

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

/** Lets rows be dragged into another order. `onMove` gets the place in the list without the moved row. Keys are the caller's part. */
export function useDragOrder(count: number, onMove: (from: number, toIndex: number) => void): DragOrder {
  const [drag, setDrag] = useState<Drag | null>(null);
  const sideOf = (index: number) => {
    if (drag === null || drag.gap === drag.from || drag.gap === drag.from + 1) return undefined;
    if (drag.gap === index) return 'before';
    return drag.gap === count && index === count - 1 ? 'after' : undefined;
  };
  return {
    rowProps: (index) => ({
      draggable: true,
      'data-drop': sideOf(index),
      'data-dragged': drag?.from === index ? true : undefined,
      onDragStart: (event) => {
        event.dataTransfer.effectAllowed = 'move';
        // Without data some systems begin no drag; the text means nothing elsewhere.
        event.dataTransfer.setData('text/plain', '');
        setDrag({ from: index, gap: index });
      },
      onDragOver: (event) => {
        if (drag === null) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'move';
        const { top, height } = event.currentTarget.getBoundingClientRect();
        const gap = event.clientY < top + height / 2 ? index : index + 1;
        if (gap !== drag.gap) setDrag({ ...drag, gap });
      },
      onDrop: (event) => {
        if (drag === null) return;
        event.preventDefault();
        const toIndex = drag.gap > drag.from ? drag.gap - 1 : drag.gap;
        setDrag(null);
        if (toIndex !== drag.from) onMove(drag.from, toIndex);
      },
      onDragEnd: () => setDrag(null),
    }),
  };
}
