import i18next from 'i18next';
import { run } from '../../library/commands.ts';
import { notify } from '../../ui/notices.tsx';
import { errorWords } from '../../words/error-words.ts';

/** Deletes the files one after the other; says how many went, and offers to bring them back. What fails stays listed. */
export async function deleteStored(episodeIds: readonly string[]): Promise<void> {
  const { t } = i18next;
  const deleted: string[] = [];
  for (const episodeId of episodeIds) {
    const result = await run({ kind: 'delete-download', episodeId });
    if (result.ok) deleted.push(episodeId);
    else notify({ tone: 'failure', ...errorWords(t, result.error) });
  }
  if (deleted.length === 0) return;
  notify({
    tone: 'info',
    title: t('storage.deleted', { count: deleted.length }),
    action: { label: t('storage.downloadAgain'), onSelect: () => void downloadAgain(deleted) },
  });
}

/** Brings back what was deleted. */
export async function downloadAgain(episodeIds: readonly string[]): Promise<void> {
  for (const episodeId of episodeIds) await run({ kind: 'request-download', episodeId });
}
