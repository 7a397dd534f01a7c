import { BookmarkPlus, Pencil, Trash2 } from 'lucide-react';
import i18next from 'i18next';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsCurrent } from '../../episode-list/episode-actions.ts';
import { runAndTell } from '../../episode-list/run-and-tell.ts';
import { listBookmarks } from '../../library/bookmarks.ts';
import type { BookmarkRow } from '../../library/rows.ts';
import { play } from '../../player/playback-commands.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { notify } from '../../ui/notices.tsx';
import { useLiveQuery } from '../../ui/use-live-query.ts';
import { clock } from '../../words/format.ts';
import { addBookmark } from './add-bookmark.ts';
import { editBookmark } from './edited-bookmark.ts';
import './bookmarks.css';

/** The kept places of an episode in their order; each plays from there. */
export function BookmarkList({ episodeId }: { readonly episodeId: string }) {
  const { t } = useTranslation();
  const isCurrent = useIsCurrent(episodeId);
  const bookmarks = useLiveQuery(`bookmarks ${episodeId}`, () => listBookmarks(episodeId));
  return (
    <section className="bookmarks" aria-label={t('bookmarks.title')}>
      <h2>{t('bookmarks.title')}</h2>
      <IconButton
        className="bookmarks-add"
        size="small"
        label={t('bookmarks.add')}
        hint="Shift+B"
        disabled={!isCurrent}
        onClick={() => void addBookmark()}
      >
        <BookmarkPlus />
      </IconButton>
      {bookmarks?.length === 0 && <p className="bookmarks-none">{t('bookmarks.none')}</p>}
      {bookmarks !== undefined && bookmarks.length > 0 && (
        <ul>
          {bookmarks.map((bookmark) => (
            <BookmarkItem key={bookmark.id} bookmark={bookmark} />
          ))}
        </ul>
      )}
    </section>
  );
}

function BookmarkItem({ bookmark }: { readonly bookmark: BookmarkRow }) {
  const { t } = useTranslation();
  const { episodeId, positionMs, note } = bookmark;
  const time = clock(positionMs);
  return (
    <li className="bookmark">
      <button
        type="button"
        className="bookmark-place"
        aria-label={
          note === '' ? t('episode.playFrom', { time }) : `${t('episode.playFrom', { time })}: ${note}`
        }
        onClick={() => void play(episodeId, { atMs: positionMs })}
      >
        <time>{time}</time>
        {note !== '' && <span>{note}</span>}
      </button>
      <IconButton
        size="small"
        label={note === '' ? t('bookmarks.addNote') : t('bookmarks.editNote')}
        onClick={() => editBookmark(bookmark)}
      >
        <Pencil />
      </IconButton>
      <IconButton
        size="small"
        label={t('bookmarks.delete')}
        onClick={(event) => void remove(event, bookmark)}
      >
        <Trash2 />
      </IconButton>
    </li>
  );
}

async function remove(event: MouseEvent<HTMLElement>, bookmark: BookmarkRow): Promise<void> {
  const { t } = i18next;
  const neighbour = neighbourOf(event.currentTarget);
  if (!(await runAndTell({ kind: 'delete-bookmark', bookmarkId: bookmark.id }))) return;
  neighbour?.focus();
  notify({
    tone: 'info',
    title: t('bookmarks.deleted'),
    action: {
      label: t('common.undo'),
      onSelect: () => void runAndTell({ kind: 'keep-bookmark', bookmark }),
    },
  });
}

/** Where the focus goes on when a row is gone: the next, the one before, or the button that adds one. */
function neighbourOf(button: HTMLElement): HTMLElement | null {
  const row = button.closest('li');
  const near = row?.nextElementSibling ?? row?.previousElementSibling;
  const place = near ?? button.closest('section');
  return place?.querySelector<HTMLElement>('button:not(:disabled)') ?? document.querySelector('main');
}
