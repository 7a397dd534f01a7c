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
  useLayoutEffect(() => (box.current === null ? undefined : showPictureIn(box.current, isLarge)), [isLarge]);
  return <div ref={box} className={classNames('moving-picture', isLarge && 'moving-picture-large')} />;
}
