import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import './icon-button.css';

export interface IconButtonProps extends ComponentProps<'button'> {
  /** Accessible name, also the tooltip. */
  readonly label: string;
  /** Shown after the label in the tooltip, e.g. a key. */
  readonly hint?: string | undefined;
  readonly size?: 'small' | 'medium';
}

/** A button with a picture only. Its tooltip is drawn by `TooltipLayer`, one for all: lists have thousands of these. */
export function IconButton({ label, hint, size = 'medium', className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      data-tooltip={label}
      data-tooltip-hint={hint}
      className={classNames('icon-button', `icon-button-${size}`, className)}
      {...rest}
    />
  );
}
