import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextFormat } from '../../core/export/export-format.ts';
import type { ExportedText } from '../../core/export/exported-text.ts';
import type { Result } from '../../core/result.ts';
import { printText, saveBook, saveText } from '../library/export-text.ts';
import { notify } from '../ui/notices.tsx';
import { errorWords } from '../words/error-words.ts';

export interface Export {
  /** A book is being put together and written, which takes a while and can be cancelled. */
  readonly isBinding: boolean;
  readonly save: (format: TextFormat) => void;
  readonly saveBook: () => void;
  readonly cancelBook: () => void;
  readonly print: () => void;
}

/** A text on its way out of Earmark, with word of how that went. */
export function useExport(episodeId: string, text: ExportedText): Export {
  const { t } = useTranslation();
  const binding = useRef<AbortController | null>(null);
  const [isBinding, setIsBinding] = useState(false);
  const tell = (result: Result<unknown>): void => {
    if (!result.ok) notify({ tone: 'failure', ...errorWords(t, result.error) });
  };
  const bind = async (): Promise<void> => {
    const { signal } = (binding.current = new AbortController());
    setIsBinding(true);
    const result = await saveBook(text, { episodeId, signal });
    setIsBinding(false);
    tell(result);
    if (!result.ok || !result.value.saved) return;
    const advice = result.value.hasSound ? undefined : t('reader.bookWithoutSound');
    notify({ tone: 'info', title: t('reader.bookSaved'), ...(advice === undefined ? {} : { advice }) });
  };
  return {
    isBinding,
    save: (format) =>
      void saveText(text, format).then((result) => {
        tell(result);
        if (result.ok && result.value.saved) notify({ tone: 'info', title: t('reader.textSaved') });
      }),
    saveBook: () => void bind(),
    cancelBook: () => binding.current?.abort(),
    print: () => void printText(text).then(tell),
  };
}
