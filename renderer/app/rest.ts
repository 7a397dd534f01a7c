/** The screens and dialogs that the window does not start with, in one script of their own, and their fonts. */
import '../ui/more-fonts.css';

export { AddShowDialog } from '../features/add-show/add-show-dialog.tsx';
export { BookmarkDialog } from '../features/bookmarks/bookmark-dialog.tsx';
export { BookmarkList } from '../features/bookmarks/bookmark-list.tsx';
export { CategoryPage } from '../features/category/category-page.tsx';
export { DownloadsPage } from '../features/downloads/downloads-page.tsx';
export { EpisodePage } from '../features/episode/episode-page.tsx';
export { EpisodeHighlights } from '../features/highlights/episode-highlights.tsx';
export { HighlightsPage } from '../features/highlights/highlights-page.tsx';
export { ImportAudioDialog } from '../features/import-audio/import-audio-dialog.tsx';
export { PlayerBar } from '../features/player-bar/player-bar.tsx';
export { AddToPlaylistDialog } from '../features/queue/add-to-playlist-dialog.tsx';
export { PlaylistPage } from '../features/queue/playlist-page.tsx';
export { QueuePage } from '../features/queue/queue-page.tsx';
export { SearchPage } from '../features/search/search-page.tsx';
export { SettingsPage } from '../features/settings/settings-page.tsx';
export { ShortcutsDialog } from '../features/shortcuts/shortcuts-dialog.tsx';
export { ShowsPage } from '../features/shows/shows-page.tsx';
export { StoragePage } from '../features/storage/storage-page.tsx';
export { StartPage } from '../features/start/start-page.tsx';
export { startAlignments } from './start-alignments.ts';
export { startDownloadRules } from './start-download-rules.ts';
