import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { classNames } from './class-names.ts';
import './dialog.css';
import './icon-button.css';

export interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly description?: string;
  readonly closeLabel: string;
  readonly wide?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A modal dialog: takes the focus, keeps it, gives it back; Escape and the veil close it. */
export function Dialog(props: DialogProps) {
  return (
    <Radix.Root open={props.open} onOpenChange={(next) => !next && props.onClose()}>
      <Radix.Portal>
        <div className="dialog-veil" />
        <Content {...props} />
      </Radix.Portal>
    </Radix.Root>
  );
}

function Content({ title, description, closeLabel, wide = false, children }: DialogProps) {
  // Radix knows only triggers of its own; ours open by key, menu or a call from outside.
  const [opener] = useState(() => ({ element: document.activeElement, screen: location.href }));
  return (
    <Radix.Content
      className={classNames('dialog', wide && 'dialog-wide')}
      onOpenAutoFocus={focusDialogItself}
      onCloseAutoFocus={(event) => {
        event.preventDefault();
        giveFocusBack(opener.screen === location.href ? opener.element : null);
      }}
      {...(description === undefined && { 'aria-describedby': undefined })}
    >
      <header className="dialog-head">
        <Radix.Title className="dialog-title">{title}</Radix.Title>
        <Radix.Close className="icon-button" aria-label={closeLabel} title={closeLabel}>
          <X />
        </Radix.Close>
      </header>
      {description !== undefined && (
        <Radix.Description className="dialog-description">{description}</Radix.Description>
      )}
      {children}
    </Radix.Content>
  );
}

/** To the screen where what opened the dialog is gone or left behind, so that the keyboard always has a place. */
function giveFocusBack(opener: Element | null): void {
  const isThere = opener instanceof HTMLElement && opener.isConnected && opener !== document.body;
  const target = isThere ? opener : document.querySelector('main');
  target?.focus({ preventScroll: true });
}

/** A field with `autoFocus` has the focus already; else the dialog takes it, so that it is read from its start and keys scroll it. */
function focusDialogItself(event: Event): void {
  event.preventDefault();
  if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
}
