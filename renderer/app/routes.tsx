import { Redirect, Route, Switch, useSearch } from 'wouter';
import { CategoryPage } from '../features/category/category-page.tsx';
import { DownloadsPage } from '../features/downloads/downloads-page.tsx';
import { EpisodePage } from '../features/episode/episode-page.tsx';
import { HighlightsPage } from '../features/highlights/highlights-page.tsx';
import { NewPage } from '../features/new/new-page.tsx';
import { PodcastPage } from '../features/podcast/podcast-page.tsx';
import { QueuePage } from '../features/queue/queue-page.tsx';
import { SearchPage } from '../features/search/search-page.tsx';
import { SettingsPage } from '../features/settings/settings-page.tsx';
import { ShowsPage } from '../features/shows/shows-page.tsx';
import { StartPage } from '../features/start/start-page.tsx';
import { openImport } from './open-import.ts';
import { openAddShow, showShortcuts } from './window-state.ts';

const pages = {
  '/new': NewPage,
  '/queue': QueuePage,
  '/downloads': DownloadsPage,
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
      <Route path="/episode/:id">{({ id }) => <EpisodePage key={id} episodeId={id} />}</Route>
      <Route path="/category/:name">
        {({ name }) => <CategoryPage key={name} category={decodeURIComponent(name)} />}
      </Route>
      <Route>
        <Redirect to={first} replace />
      </Route>
    </Switch>
  );
}
