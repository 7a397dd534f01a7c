import { ArrowUp } from 'lucide-react';
import { useEffect } from 'react';
import type { ReactNode } from 'react';

interface WayBackProps {
  readonly label: string;
  readonly onBack: () => void;
}

/** The way to another place of the text, by click or Escape. */
export function WayBack({ label, onBack }: WayBackProps): ReactNode {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      // Whatever Escape closed (a dialog, a menu, the search) has spent it.
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      onBack();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
  return (
    <button type="button" className="reader-way-back" aria-keyshortcuts="Escape" onClick={onBack}>
      <ArrowUp aria-hidden="true" />
      {label}
      <kbd aria-hidden="true">Esc</kbd>
    </button>
  );
}
