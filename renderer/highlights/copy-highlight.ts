import i18next from 'i18next';
import { citeHighlight } from '../../core/highlights/cite-highlight.ts';
import type { TextHighlight } from '../../core/highlights/highlight.ts';
import { notify } from '../ui/notices.tsx';
import { clock } from '../words/format.ts';

/** Copies a quote with its time, episode and link. */
export async function copyHighlight(
  highlight: Pick<TextHighlight, 'quote' | 'startMs' | 'origin'>,
): Promise<void> {
  const { t } = i18next;
  await navigator.clipboard.writeText(citeHighlight(highlight, { time: clock }));
  notify({ tone: 'info', title: t('highlights.copied') });
}
