import { useTranslation } from 'react-i18next';
import type { OpmlList } from '../../library/import-opml.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';

export interface ImportOfferProps {
  readonly list: OpmlList;
  readonly onImport: () => void;
  readonly onCancel: () => void;
}

/** Enough to know the list by; a long one is not laid out whole. */
const mostNamed = 200;

/** What a list handed over by the system holds, and the question whether to add it. */
export function ImportOffer({ list: { outlines, rejected }, onImport, onCancel }: ImportOfferProps) {
  const { t } = useTranslation();
  const isEmpty = outlines.length === 0;
  return (
    <div className="import-offer">
      {isEmpty ? (
        <Message tone="failure" title={t('import.nothing')} advice={t('import.nothingText')} />
      ) : (
        <>
          <p>{t('import.offer', { count: outlines.length })}</p>
          <ul aria-label={t('import.results')} tabIndex={0}>
            {outlines.slice(0, mostNamed).map(({ feedUrl, title }) => (
              <li key={feedUrl} title={feedUrl}>
                {title === '' ? feedUrl : title}
              </li>
            ))}
            {outlines.length > mostNamed && <li aria-hidden="true">…</li>}
          </ul>
        </>
      )}
      {rejected.length > 0 && (
        <p className="import-rejected">{t('import.rejected', { count: rejected.length })}</p>
      )}
      <div className="dialog-actions">
        <Button onClick={onCancel}>{isEmpty ? t('common.close') : t('common.cancel')}</Button>
        {!isEmpty && (
          <Button tone="main" onClick={onImport}>
            {t('import.start')}
          </Button>
        )}
      </div>
    </div>
  );
}
