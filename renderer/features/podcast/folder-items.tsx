import { Eraser, FolderInput, FolderOpen } from 'lucide-react';
import i18next from 'i18next';
import { chooseFolderAgain, revealFolder } from '../../library/add-folder.ts';
import type { Result } from '../../../core/result.ts';
import type { MenuItem } from '../../ui/menu.tsx';
import { notify } from '../../ui/notices.tsx';
import { errorWords } from '../../words/error-words.ts';

/** What can be done with the folder of a show. `missing`: episodes whose files have left it. */
export function folderItems(podcastId: string, missing: readonly string[], onForget: () => void): MenuItem[] {
  const { t } = i18next;
  const items: MenuItem[] = [
    {
      label: t('folder.reveal'),
      icon: <FolderOpen />,
      onSelect: () => void revealFolder(podcastId).then(tell),
    },
    {
      label: t('folder.choose'),
      icon: <FolderInput />,
      onSelect: () => void chooseFolderAgain(podcastId).then(tell),
    },
  ];
  if (missing.length === 0) return items;
  return [
    ...items,
    {
      label: t('folder.forgetMissing', { count: missing.length }),
      icon: <Eraser />,
      danger: true,
      onSelect: onForget,
    },
  ];
}

function tell(done: Result<unknown>): void {
  if (!done.ok) notify({ tone: 'failure', ...errorWords(i18next.t, done.error) });
}
