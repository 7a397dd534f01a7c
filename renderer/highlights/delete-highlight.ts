import i18next from 'i18next';
import { runAndTell } from '../episode-list/run-and-tell.ts';
import type { HighlightRow } from '../library/rows.ts';
import { notify } from '../ui/notices.tsx';

/** Deletes a highlight and offers to bring it back; answers whether it is gone. */
export async function deleteHighlight(highlight: HighlightRow): Promise<boolean> {
  const { t } = i18next;
  if (!(await runAndTell({ kind: 'delete-highlight', highlightId: highlight.id }))) return false;
  const undo = (): void => void runAndTell({ kind: 'keep-highlight', highlight });
  notify({
    tone: 'info',
    title: t('highlights.deleted'),
    action: { label: t('common.undo'), onSelect: undo },
  });
  return true;
}
