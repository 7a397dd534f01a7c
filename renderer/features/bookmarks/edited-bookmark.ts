import { create } from 'zustand';
import type { BookmarkRow } from '../../library/rows.ts';

/** The bookmark whose note is being written; `null` while the dialog is closed. */
export const useEditedBookmark = create<{ readonly bookmark: BookmarkRow | null }>(() => ({
  bookmark: null,
}));

export function editBookmark(bookmark: BookmarkRow | null): void {
  useEditedBookmark.setState({ bookmark });
}
