import type { ComponentProps } from 'react';
import './chip.css';

export interface ChipProps extends ComponentProps<'button'> {
  readonly chosen: boolean;
}

/** One of a row of filters. */
export function Chip({ chosen, ...rest }: ChipProps) {
  return <button type="button" className="chip" aria-pressed={chosen} {...rest} />;
}
