import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { runAndTell } from '../../episode-list/run-and-tell.ts';
import type { BookmarkRow } from '../../library/rows.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { clock } from '../../words/format.ts';
import { editBookmark, useEditedBookmark } from './edited-bookmark.ts';
import '../../ui/field.css';
import './bookmarks.css';

const close = (): void => editBookmark(null);
const longestNote = 10_000;

/** Where the note of a bookmark is written. */
export function BookmarkDialog() {
  const { t } = useTranslation();
  const { bookmark } = useEditedBookmark();
  const title = bookmark === null ? '' : t('bookmarks.noteAt', { time: clock(bookmark.positionMs) });
  return (
    <Dialog open={bookmark !== null} title={title} closeLabel={t('common.close')} onClose={close}>
      {bookmark !== null && <NoteForm key={bookmark.id} bookmark={bookmark} />}
    </Dialog>
  );
}

function NoteForm({ bookmark }: { readonly bookmark: BookmarkRow }) {
  const { t } = useTranslation();
  const [note, setNote] = useState(bookmark.note);
  const save = async (): Promise<void> => {
    const kept = await runAndTell({ kind: 'keep-bookmark', bookmark: { ...bookmark, note: note.trim() } });
    if (kept) close();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
  };
  return (
    <form
      className="bookmark-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <textarea
        autoFocus
        className="field"
        aria-label={t('bookmarks.note')}
        placeholder={t('bookmarks.noteHint')}
        rows={4}
        maxLength={longestNote}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="dialog-actions">
        <Button onClick={close}>{t('common.cancel')}</Button>
        <Button tone="main" type="submit">
          {t('bookmarks.save')}
        </Button>
      </div>
    </form>
  );
}
