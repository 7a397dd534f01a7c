import i18next from 'i18next';
import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportWords } from '../../../core/highlights/export-words.ts';
import { writeCsv } from '../../../core/highlights/write-csv.ts';
import { writeJson } from '../../../core/highlights/write-json.ts';
import { writeMarkdown } from '../../../core/highlights/write-markdown.ts';
import type { HighlightFormat } from '../../../core/highlights/highlight-format.ts';
import { highlightFormats } from '../../../core/highlights/highlight-format.ts';
import type { HighlightRow } from '../../library/rows.ts';
import { saveHighlights } from '../../library/save-highlights.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { notify } from '../../ui/notices.tsx';
import { errorWords } from '../../words/error-words.ts';
import { clock } from '../../words/format.ts';

/** Saves the highlights on the page in a file. */
export function ExportMenu({ highlights }: { readonly highlights: readonly HighlightRow[] }): ReactNode {
  const { t } = useTranslation();
  return (
    <Menu
      label={t('highlights.export')}
      trigger={
        <Button tone="quiet" icon={<Download />} disabled={highlights.length === 0}>
          {t('highlights.export')}
        </Button>
      }
      items={highlightFormats.map((format) => ({
        label: t(`highlights.formats.${format}`),
        onSelect: () => void save(format, highlights),
      }))}
    />
  );
}

async function save(format: HighlightFormat, highlights: readonly HighlightRow[]): Promise<void> {
  const { t } = i18next;
  const result = await saveHighlights(format, write(format, highlights));
  if (!result.ok) notify({ tone: 'failure', ...errorWords(t, result.error) });
  else if (result.value.saved) {
    notify({ tone: 'info', title: t('highlights.exported', { count: highlights.length }) });
  }
}

function write(format: HighlightFormat, highlights: readonly HighlightRow[]): string {
  const words = exportWords();
  if (format === 'csv') return writeCsv(highlights, words);
  return format === 'json' ? writeJson(highlights, Date.now()) : writeMarkdown(highlights, words);
}

function exportWords(): ExportWords {
  const day = new Intl.DateTimeFormat(i18next.language, { dateStyle: 'long' });
  return { title: i18next.t('highlights.title'), time: clock, day: (at) => day.format(at) };
}
