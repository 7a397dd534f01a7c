import { CircleAlert, CircleCheck, Minus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OpmlImport } from '../../library/import-opml.ts';
import { Button } from '../../ui/button.tsx';
import { Message } from '../../ui/message.tsx';
import { errorWords } from '../../words/error-words.ts';
import type { ImportState } from './use-import.ts';

export interface ImportResultsProps {
  readonly state: ImportState;
  readonly onStop: () => void;
  readonly onDone: () => void;
}

/** How the shows of a list fared, while they come in and after. */
export function ImportResults({ state, onStop, onDone }: ImportResultsProps) {
  const { t } = useTranslation();
  if (state.kind === 'idle') return null;
  const { total, done, results, rejected } = state;
  const isRunning = state.kind === 'running';
  const added = results.filter(({ result }) => result.ok && result.value.kind === 'subscribed').length;
  return (
    <div className="import-results">
      {total === 0 ? (
        <Message tone="failure" title={t('import.nothing')} advice={t('import.nothingText')} />
      ) : (
        <p role="status">
          {isRunning ? t('import.progress', { done, total }) : t('import.done', { count: added })}
        </p>
      )}
      {isRunning && (
        <progress aria-label={t('import.progress', { done, total })} value={done} max={total}>
          {done}
        </progress>
      )}
      <ul aria-label={t('import.results')} tabIndex={0}>
        {results.map((one) => (
          <Outcome key={one.outline.feedUrl} one={one} />
        ))}
      </ul>
      {rejected.length > 0 && (
        <p className="import-rejected">{t('import.rejected', { count: rejected.length })}</p>
      )}
      <div className="dialog-actions">
        {isRunning ? (
          <Button onClick={onStop}>{t('import.cancel')}</Button>
        ) : (
          <Button tone="main" onClick={onDone}>
            {t('common.close')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Outcome({ one: { outline, result } }: { readonly one: OpmlImport }) {
  const { t } = useTranslation();
  const words = {
    subscribed: t('import.added'),
    already: t('import.already'),
    page: t('import.page'),
    cancelled: t('import.cancelled'),
  };
  const failure = result.ok ? null : errorWords(t, result.error);
  const isGood = result.ok && (result.value.kind === 'subscribed' || result.value.kind === 'already');
  const icon = isGood ? (
    <CircleCheck />
  ) : result.ok && result.value.kind === 'cancelled' ? (
    <Minus />
  ) : (
    <CircleAlert />
  );
  return (
    <li data-good={isGood}>
      {icon}
      <strong>{outline.title === '' ? outline.feedUrl : outline.title}</strong>
      <span title={failure?.advice}>{result.ok ? words[result.value.kind] : failure?.title}</span>
    </li>
  );
}
