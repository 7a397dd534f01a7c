import type { TFunction } from 'i18next';
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../ui/icon-button.tsx';
import type { Find } from './use-find.ts';

interface FindBarProps {
  readonly find: Find;
  readonly onClose: () => void;
}

/** Enter goes to the next hit, Shift+Enter to the one before, Escape closes. */
export function FindBar({ find, onClose }: FindBarProps): ReactNode {
  const { t } = useTranslation();
  const box = useRef<HTMLInputElement>(null);
  const [opener] = useState(() => document.activeElement);
  useEffect(() => {
    box.current?.select();
    return () => {
      // The search is gone and the focus with it; it goes back to where it came from.
      if (document.activeElement === document.body && opener instanceof HTMLElement)
        opener.focus({ preventScroll: true });
    };
  }, [opener]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') find.step(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.nativeEvent.stopImmediatePropagation();
  };
  return (
    <div className="reader-find" role="search" aria-label={t('reader.find')}>
      <input
        ref={box}
        type="search"
        autoFocus
        spellCheck={false}
        aria-label={t('reader.find')}
        placeholder={t('reader.find')}
        value={find.query}
        onChange={(event) => find.setQuery(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <output className="reader-found">{foundWords(find, t)}</output>
      <IconButton
        label={t('reader.findPrevious')}
        hint="Shift Enter"
        size="small"
        onClick={() => find.step(-1)}
      >
        <ChevronUp />
      </IconButton>
      <IconButton label={t('reader.findNext')} hint="Enter" size="small" onClick={() => find.step(1)}>
        <ChevronDown />
      </IconButton>
      <IconButton label={t('reader.findClose')} hint="Esc" size="small" onClick={onClose}>
        <X />
      </IconButton>
    </div>
  );
}

function foundWords({ query, hits, current, isSearching }: Find, t: TFunction): string {
  if (query.trim() === '' || isSearching) return '';
  if (hits.length === 0) return t('reader.foundNothing');
  return t('reader.foundPlace', { place: current + 1, total: hits.length });
}
