import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { navigate } from 'wouter/use-hash-location';
import { keyBindings, keyName } from './keyboard.ts';
import { searchBoxId } from './run-action.ts';

const isMac = navigator.userAgent.includes('Mac');
const searchKey = keyName(
  keyBindings.find((binding) => binding.action === 'search')!,
  isMac,
);

/** Search of the library: results appear as one types. Empty again once another screen is open. */
export function SearchBox({ path }: { readonly path: string }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  useEffect(() => {
    if (path !== '/search') setText('');
  }, [path]);
  const search = (next: string) => {
    setText(next);
    if (next.trim() === '' && path !== '/search') return;
    navigate(`/search?q=${encodeURIComponent(next)}`, { replace: path === '/search' });
  };
  return (
    <div className="search-box" role="search" aria-label={t('nav.search')}>
      <Search aria-hidden="true" />
      <input
        id={searchBoxId}
        type="search"
        aria-label={t('nav.search')}
        placeholder={t('nav.searchShort')}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => search(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === 'ArrowDown') focusResults(event);
          if (event.key === 'Escape') document.querySelector('main')?.focus();
        }}
      />
      <kbd aria-hidden="true">{searchKey}</kbd>
    </div>
  );
}

function focusResults(event: { preventDefault: () => void }): void {
  const row = document.querySelector<HTMLElement>('main [role="listitem"][tabindex="0"]');
  if (row === null) return;
  event.preventDefault();
  row.focus();
}
