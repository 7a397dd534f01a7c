import { ArrowUp } from 'lucide-react';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The way back to what is being said, by click or Escape. */
export function BackToVoice({ onBack }: { readonly onBack: () => void }): ReactNode {
  const { t } = useTranslation();
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
      {t('reader.backToVoice')}
      <kbd aria-hidden="true">Esc</kbd>
    </button>
  );
}
