import i18next from 'i18next';
import { run } from '../library/commands.ts';
import { notify } from '../ui/notices.tsx';
import { errorWords } from '../words/error-words.ts';
import { askForDownload } from './ask-for-download.ts';

/** Deletes the file of an episode, says so, and offers to bring it back. */
export async function deleteDownload(episodeId: string): Promise<void> {
  const { t } = i18next;
  const result = await run({ kind: 'delete-download', episodeId });
  if (!result.ok) {
    notify({ tone: 'failure', ...errorWords(t, result.error) });
    return;
  }
  notify({
    tone: 'info',
    title: t('status.downloadDeleted'),
    action: { label: t('storage.downloadAgain'), onSelect: () => void askForDownload(episodeId) },
  });
}
