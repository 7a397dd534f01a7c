import { useEffect, useRef } from 'react';
import type { TextSpan } from './text-range.ts';
import type { TextView } from './text-view.ts';

/** Where the page of each episode was left, for as long as the app runs: the paragraph at the top of the window. */
const positions = new Map<string, number>();

interface ReadingPositionOptions {
  readonly episodeId: string;
  readonly view: TextView | null;
  readonly scroller: HTMLElement;
  /** A page that follows the voice goes to the voice instead. */
  readonly mayRestore: boolean;
  readonly onRestore: (span: TextSpan) => void;
}

/** Opens an episode again where its page was left. */
export function useReadingPosition({
  episodeId,
  view,
  scroller,
  mayRestore,
  onRestore,
}: ReadingPositionOptions): void {
  const restore = useRef({ mayRestore, onRestore });
  useEffect(() => {
    restore.current = { mayRestore, onRestore };
  });
  useEffect(() => {
    if (view === null) return;
    const left = positions.get(episodeId);
    if (left !== undefined && restore.current.mayRestore) {
      restore.current.onRestore({ paragraph: left, start: 0, end: 1 });
    }
    const keep = (): void => {
      const first = view.firstInView();
      if (first === null) positions.delete(episodeId);
      else positions.set(episodeId, first);
    };
    scroller.addEventListener('scrollend', keep);
    return () => scroller.removeEventListener('scrollend', keep);
  }, [episodeId, view, scroller]);
}
