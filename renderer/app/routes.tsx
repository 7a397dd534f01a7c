import { Redirect, Route, Switch, useSearch } from 'wouter';
import { NewPage } from '../features/new/new-page.tsx';
import { PodcastPage } from '../features/podcast/podcast-page.tsx';
import { later } from './later.tsx';
import { openImportAudio } from './open-import-audio.ts';
import { openImport } from './open-import.ts';
import { openAddShow, showShortcuts } from './window-state.ts';

const BookmarkList = later((rest) => rest.BookmarkList);
const CategoryPage = later((rest) => rest.CategoryPage);
const EpisodeHighlights = later((rest) => rest.EpisodeHighlights);
const DownloadsPage = later((rest) => rest.DownloadsPage);
const EpisodePage = later((rest) => rest.EpisodePage);
const HighlightsPage = later((rest) => rest.HighlightsPage);
const PlaylistPage = later((rest) => rest.PlaylistPage);
const QueuePage = later((rest) => rest.QueuePage);
const SearchPage = later((rest) => rest.SearchPage);
const SettingsPage = later((rest) => rest.SettingsPage);
const ShowsPage = later((rest) => rest.ShowsPage);
const StoragePage = later((rest) => rest.StoragePage);
const StartPage = later((rest) => rest.StartPage);

const pages = {
  '/new': NewPage,
  '/queue': QueuePage,
  '/storage': StoragePage,
  '/highlights': HighlightsPage,
} as const;

/** Which screen an address shows. `first`: where an unknown address and the start lead. */
export function Routes({ first }: { readonly first: '/new' | '/start' }) {
  const text = new URLSearchParams(useSearch()).get('q') ?? '';
  return (
    <Switch>
      {Object.entries(pages).map(([path, Page]) => (
        <Route key={path} path={path}>
          <Page />
        </Route>
      ))}
      <Route path="/downloads">
        <DownloadsPage onImport={() => void openImportAudio()} />
      </Route>
      <Route path="/shows">
        <ShowsPage onAddShow={() => openAddShow()} />
      </Route>
      <Route path="/search">
        <SearchPage text={text} />
      </Route>
      <Route path="/settings">
        <SettingsPage onImport={() => void openImport()} onShortcuts={() => showShortcuts(true)} />
      </Route>
      <Route path="/start">
        <StartPage onAddShow={() => openAddShow()} onImport={() => void openImport()} />
      </Route>
      <Route path="/show/:id">{({ id }) => <PodcastPage key={id} podcastId={id} />}</Route>
      <Route path="/episode/:id">
        {({ id }) => (
          <EpisodePage
            key={id}
            episodeId={id}
            highlights={<EpisodeHighlights episodeId={id} />}
            bookmarks={<BookmarkList episodeId={id} />}
          />
        )}
      </Route>
      <Route path="/playlist/:id">{({ id }) => <PlaylistPage key={id} playlistId={id} />}</Route>
      <Route path="/category/:name">
        {({ name }) => <CategoryPage key={name} category={decodeURIComponent(name)} />}
      </Route>
      <Route>
        <Redirect to={first} replace />
      </Route>
    </Switch>
  );
}
