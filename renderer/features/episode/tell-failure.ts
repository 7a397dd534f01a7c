import i18next from 'i18next';
import type { Result } from '../../../core/result.ts';
import { notify } from '../../ui/notices.tsx';
import { errorWords } from '../../words/error-words.ts';

/** Says why something could not be done; nothing when it could. */
export function tellFailure(result: Result<unknown>): void {
  if (!result.ok) notify({ tone: 'failure', ...errorWords(i18next.t, result.error) });
}
