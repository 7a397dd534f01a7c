import i18next from 'i18next';
import { useDownloadQueue } from '../library/download-queue.ts';
import { notify } from '../ui/notices.tsx';
import { runAndTell } from './run-and-tell.ts';

/** Asks for a download. Where a rule or a pause makes it wait, says so and offers to go on all the same. */
export async function askForDownload(episodeId: string): Promise<void> {
  const isAsked = await runAndTell({ kind: 'request-download', episodeId });
  const { pausedAll, rule } = useDownloadQueue.getState();
  const hold = pausedAll ? 'all' : rule;
  if (!isAsked || hold === null) return;
  const { t } = i18next;
  const anyway = () => void runAndTell({ kind: 'resume-download', episodeId });
  notify({
    tone: 'info',
    title: t(`downloads.hold.${hold}`),
    action: { label: t('downloads.anyway'), onSelect: anyway },
  });
}
