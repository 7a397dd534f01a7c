import { useLayoutEffect, useRef } from 'react';
import { showPictureIn } from '../player/picture.ts';
import { classNames } from '../ui/class-names.ts';
import './moving-picture.css';

export interface MovingPictureProps {
  /** Goes before the small ones. */
  readonly isLarge?: boolean;
}

/** The moving picture of what plays. There is one: the largest place in sight has it. */
export function MovingPicture({ isLarge = false }: MovingPictureProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => (box.current === null ? undefined : showInSight(box.current, isLarge)), [isLarge]);
  return <div ref={box} className={classNames('moving-picture', isLarge && 'moving-picture-large')} />;
}

/** Gives the picture away while the place is scrolled out of sight. */
function showInSight(box: HTMLElement, isLarge: boolean): () => void {
  let leave = showPictureIn(box, isLarge);
  let isShown = true;
  const watch = new IntersectionObserver(([entry]) => {
    const isInSight = entry?.isIntersecting ?? true;
    if (isInSight === isShown) return;
    isShown = isInSight;
    if (isInSight) leave = showPictureIn(box, isLarge);
    else leave();
  });
  // The box is not drawn while it is empty, so what is around it is watched.
  watch.observe(box.parentElement ?? box);
  return () => {
    watch.disconnect();
    if (isShown) leave();
  };
}
