import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import i18next from 'i18next';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { request } from '../desktop/client.ts';
import { startLibrary } from '../library/start-library.ts';
import { tellNewCount } from '../library/tell-new-count.ts';
import { startPlayer } from '../player/start-player.ts';
import { startSettings, useSettings } from '../settings/settings-store.ts';
import { readSystemInfo } from '../settings/system.ts';
import { Message } from '../ui/message.tsx';
import { notify } from '../ui/notices.tsx';
import { errorWords } from '../words/error-words.ts';
import { changeLanguage, startWords } from '../words/i18n.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { firstPaint } from './first-paint.ts';
import { readTheRest } from './later.tsx';
import { readFirstScreen } from './read-first-screen.ts';
import { readFonts } from './read-fonts.ts';
import { Shell } from './shell.tsx';

/** Brings the window up: words, theme and library at once, then the first screen, then the player. */
export async function startApp(root: HTMLElement): Promise<void> {
  const fonts = readFonts();
  const opening = startLibrary();
  const [settings, system] = await Promise.all([startSettings(), readSystemInfo()]);
  const language = system.ok ? system.value.language : 'en';
  await startWords(language);
  if (settings.ok) followLanguage();
  const library = await opening;
  if (!library.ok) {
    showFailure(root, errorWords(i18next.t, library.error));
    return;
  }
  await Promise.all([readFirstScreen(), fonts]);
  createRoot(root).render(
    <StrictMode>
      <Router hook={useHashLocation}>
        <ErrorBoundary>
          <Shell />
        </ErrorBoundary>
      </Router>
    </StrictMode>,
  );
  if (system.ok) {
    for (const code of system.value.notices) notify({ tone: 'failure', ...errorWords(i18next.t, { code }) });
  }
  await firstPaint();
  await startPlayer();
  const { startAlignments, startDownloadRules } = await readTheRest();
  startDownloadRules();
  startAlignments();
  tellNewCount();
}

/** A changed language speaks at once. What the system's language is, only the main process knows. */
function followLanguage(): void {
  useSettings.subscribe(({ language }, before) => {
    if (language === before.language) return;
    void (language === 'system' ? followSystemLanguage() : changeLanguage(language));
  });
}

async function followSystemLanguage(): Promise<void> {
  const system = await readSystemInfo();
  if (system.ok) await changeLanguage(system.value.language);
}

/** Without a library there is nothing to show but why. */
function showFailure(root: HTMLElement, { title, advice }: { title: string; advice: string }): void {
  createRoot(root).render(
    <main className="page">
      <Message tone="failure" title={title} advice={advice} />
    </main>,
  );
  document.documentElement.dataset.ready = 'true';
  void request('system:report-error', { message: title });
}
