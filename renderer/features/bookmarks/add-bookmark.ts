import i18next from 'i18next';
import { runAndTell } from '../../episode-list/run-and-tell.ts';
import { currentPositionMs } from '../../player/playback-clock.ts';
import { usePlayback } from '../../player/playback-store.ts';
import { notify } from '../../ui/notices.tsx';
import { clock } from '../../words/format.ts';
import { editBookmark } from './edited-bookmark.ts';

/** Keeps the place that is heard now. The place first, words about it after: the audio goes on. */
export async function addBookmark(): Promise<void> {
  const { episodeId } = usePlayback.getState();
  if (episodeId === null) return;
  const positionMs = Math.round(currentPositionMs());
  const bookmark = { id: crypto.randomUUID(), episodeId, positionMs, note: '', createdAt: Date.now() };
  if (!(await runAndTell({ kind: 'keep-bookmark', bookmark }))) return;
  const { t } = i18next;
  notify({
    tone: 'info',
    title: t('bookmarks.added', { time: clock(positionMs) }),
    action: { label: t('bookmarks.addNote'), onSelect: () => editBookmark(bookmark) },
  });
}
