import { DropdownMenu } from 'radix-ui';
import { Fragment } from 'react';
import type { ReactElement, ReactNode } from 'react';
import './menu.css';

export interface MenuItem {
  readonly label: string;
  readonly icon?: ReactNode;
  /** A key that does the same. */
  readonly hint?: string | undefined;
  readonly danger?: boolean;
  /** Given: the item is one of a group, and this one is chosen or not. */
  readonly checked?: boolean;
  /** A line above it sets it apart from the items before. */
  readonly startsGroup?: boolean;
  readonly onSelect: () => void;
}

export interface MenuProps {
  /** One button; it gets the menu's name and state. */
  readonly trigger: ReactElement;
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly side?: 'top' | 'bottom';
  readonly onOpen?: () => void;
}

export function Menu({ trigger, label, items, side = 'bottom', onOpen }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false} onOpenChange={(isOpen) => isOpen && onOpen?.()}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="menu"
          aria-label={label}
          side={side}
          align="end"
          sideOffset={6}
          collisionPadding={8}
        >
          {items.map((item) => (
            <Fragment key={item.label}>
              {item.startsGroup === true && <DropdownMenu.Separator className="menu-line" />}
              <Item {...item} />
            </Fragment>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Item({ label, icon, hint, danger = false, checked, onSelect }: MenuItem) {
  const content = (
    <>
      <span className="menu-icon" aria-hidden="true">
        {checked === true ? '✓' : icon}
      </span>
      <span>{label}</span>
      {hint !== undefined && <kbd aria-hidden="true">{hint}</kbd>}
    </>
  );
  if (checked !== undefined) {
    return (
      <DropdownMenu.CheckboxItem className="menu-item" checked={checked} onSelect={onSelect}>
        {content}
      </DropdownMenu.CheckboxItem>
    );
  }
  return (
    <DropdownMenu.Item className="menu-item" data-danger={danger || undefined} onSelect={onSelect}>
      {content}
    </DropdownMenu.Item>
  );
}
