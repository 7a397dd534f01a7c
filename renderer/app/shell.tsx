import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { listPodcasts } from '../library/podcasts.ts';
import { Notices } from '../ui/notices.tsx';
import { ScrollArea } from '../ui/scroll-area.tsx';
import { TooltipLayer } from '../ui/tooltip-layer.tsx';
import { useLiveQuery } from '../ui/use-live-query.ts';
import { Dialogs } from './dialogs.tsx';
import { DropZone } from './drop-zone.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { later } from './later.tsx';
import { Routes } from './routes.tsx';
import { globalActions } from './run-action.ts';
import { Sidebar } from './sidebar.tsx';
import { useLastScreen } from './last-screen.ts';
import { useAccent } from './use-accent.ts';
import { useGlobalKeys } from './use-global-keys.ts';
import { useMainProcess } from './use-main-process.ts';
import { useRefusedJumps } from './use-refused-jumps.ts';
import { usePlaces } from './use-places.ts';
import { useTheme } from './use-theme.ts';
import './shell.css';

const PlayerBar = later((rest) => rest.PlayerBar);

/** The window: library left, screen in the middle, player below. */
export function Shell() {
  const { t } = useTranslation();
  const [path] = useLocation();
  useLastScreen(path);
  useGlobalKeys();
  useMainProcess();
  useRefusedJumps();
  useAccent(path, useTheme());
  const podcasts = useLiveQuery('podcasts', listPodcasts);
  const places = usePlaces(path);
  const isReady = podcasts !== undefined;
  useEffect(() => {
    if (isReady) document.documentElement.dataset.ready = 'true';
  }, [isReady]);
  return (
    <>
      <div className="shell">
        <a className="skip-link" href="#main" onClick={skipToContent}>
          {t('nav.skip')}
        </a>
        <Sidebar path={path} />
        <ScrollArea key={path} id="main" className="main" {...places}>
          <ErrorBoundary key={path}>
            {isReady && <Routes first={podcasts.length === 0 ? '/start' : '/new'} />}
          </ErrorBoundary>
        </ScrollArea>
        <PlayerBar onAction={(action) => globalActions[action]()} />
      </div>
      <Dialogs />
      <DropZone />
      <Notices label={t('nav.notices')} closeLabel={t('common.close')} />
      <TooltipLayer />
    </>
  );
}

function skipToContent(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.querySelector('main')?.focus();
}
