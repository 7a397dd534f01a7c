import { Popover as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import './menu.css';

export interface PopoverProps {
  readonly trigger: ReactElement;
  readonly label: string;
  readonly side?: 'top' | 'bottom';
  readonly children: ReactNode;
}

/** A small panel beside its button. Escape and a click elsewhere close it. */
export function Popover({ trigger, label, side = 'bottom', children }: PopoverProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className="popover" aria-label={label} side={side} sideOffset={8} collisionPadding={8}>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
