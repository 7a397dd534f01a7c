import { Tooltip } from 'radix-ui';
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

/** A button with a picture only. Needs `Tooltips` above it. */
export function IconButton({ label, hint, size = 'medium', className, ...rest }: IconButtonProps) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>
        <button
          type="button"
          aria-label={label}
          className={classNames('icon-button', `icon-button-${size}`, className)}
          {...rest}
        />
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className="tooltip" sideOffset={6} collisionPadding={8} aria-label={label}>
          {label}
          {hint !== undefined && <kbd>{hint}</kbd>}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}

/** Gives every tooltip below it the same short delay. */
export const Tooltips = Tooltip.Provider;
